package co.satccf.transmitter.identidad;

import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Rechazo;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one place that says who asks and what that person may do. Until requests carry a token, the
 * name comes from the header {@value #CABECERA} and every caller has every role: the network
 * decides who may call (see {@code docs/guarantees.md}).
 */
@RequestScoped
public class Portero {

  /** Header with the operator's name. */
  public static final String CABECERA = "X-Sat-Operador";

  private static final Pattern NOMBRE = Pattern.compile("[^\\p{Cntrl}]{1,100}");

  private final HttpHeaders headers;

  Portero(HttpHeaders headers) {
    this.headers = headers;
  }

  /**
   * The caller, who must have the role.
   *
   * @throws Rechazo when the request does not say who asks
   */
  public Operador exigir(Rol rol) {
    @Nullable String nombre = headers.getHeaderString(CABECERA);
    if (nombre == null || nombre.isBlank()) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA,
          "Falta la cabecera " + CABECERA + ": diga quién hace el cambio");
    }
    if (!NOMBRE.matcher(nombre).matches()) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA,
          "La cabecera " + CABECERA + " admite de 1 a 100 caracteres, sin caracteres de control");
    }
    return new Operador(nombre.strip(), rol);
  }
}
