package co.satccf.reporting.consola.sesion;

import co.satccf.identidad.Portero;
import co.satccf.identidad.Rol;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Who is at the page, as templates and resources see it. Templates only leave out what a role may
 * not do; what it may is asked at the doors.
 */
@Named("sesion")
@RequestScoped
public class Sesion {

  private final Portero portero;
  private final RoutingContext rc;

  Sesion(Portero portero, RoutingContext rc) {
    this.portero = portero;
    this.rc = rc;
  }

  /** Whether somebody has come in; not so on pages about a failure before that. */
  public boolean abierta() {
    return portero.puede(Rol.CONSULTA);
  }

  /** As the audit names this person. */
  public String nombre() {
    return portero.operador().nombre();
  }

  public boolean opera() {
    return portero.puede(Rol.OPERADOR);
  }

  public boolean administra() {
    return portero.puede(Rol.ADMINISTRADOR);
  }

  /** What every form carries under the name {@code csrf}. */
  public String csrf() {
    return Llave.de(rc);
  }

  /** The value of {@code Authorization} that other services are asked with. */
  public String autorizacion() {
    return String.valueOf(rc.request().getHeader(HttpHeaders.AUTHORIZATION));
  }

  /**
   * The addresses this request has come by, the nearest last, as {@code X-Forwarded-For} has it.
   */
  public String camino() {
    var anterior = rc.request().getHeader("X-Forwarded-For");
    var vecino = rc.request().connection().remoteAddress().hostAddress();
    return anterior == null ? vecino : anterior + ", " + vecino;
  }
}
