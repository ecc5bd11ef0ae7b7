package co.satccf.transmitter.operations;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A door whose author forgot to say who may pass. */
@Path("/prueba/sin-rol")
public class PuertaSinRolResource {

  @GET
  public String entrar() {
    return "dentro";
  }
}
