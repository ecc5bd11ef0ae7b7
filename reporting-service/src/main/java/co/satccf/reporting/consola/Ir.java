package co.satccf.reporting.consola;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Where the browser goes after a form, so that loading the page again sends nothing again. */
public final class Ir {

  private Ir() {}

  /**
   * @param ruta path at this console; relative, so that it holds behind any proxy
   */
  public static Response a(String ruta) {
    return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, ruta).build();
  }
}
