package co.satccf.transmitter.identidad;

import co.satccf.transmitter.auditoria.Asiento;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Rechazo;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one place that says who asks and what that person may do. Until requests carry a token, the
 * name comes from the header {@value #CABECERA} and every caller has every role: the network
 * decides who may call (see {@code docs/guarantees.md}, "Who asks").
 */
@RequestScoped
public class Portero {

  /** Header with the operator's name. */
  public static final String CABECERA = "X-Sat-Operador";

  /** Nothing invisible: two names that look the same must be the same. */
  private static final Pattern NOMBRE = Pattern.compile("(?:[^\\p{C}\\p{Z}]| ){1,100}");

  private final HttpHeaders headers;

  Portero(HttpHeaders headers) {
    this.headers = headers;
  }

  /** Lets the caller through a door of this role: today everybody, also without a name. */
  void admitir(Rol rol) {
    // The roles of a token are asked here, and nowhere else.
  }

  /**
   * Who does what the audit will tell.
   *
   * @throws Rechazo when the request does not say who asks, or says that the suite itself does
   */
  public Operador operador() {
    @Nullable String cabecera = headers.getHeaderString(CABECERA);
    if (cabecera == null || cabecera.isBlank()) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA,
          "Falta la cabecera " + CABECERA + ": diga quién hace el cambio");
    }
    if (!NOMBRE.matcher(cabecera).matches()) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA,
          "La cabecera " + CABECERA + " admite de 1 a 100 caracteres, ninguno invisible");
    }
    String nombre = cabecera.strip();
    if (Asiento.esReservado(nombre)) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA,
          "'" + nombre + "' es un nombre reservado: ponga el suyo en " + CABECERA);
    }
    return new Operador(nombre);
  }
}
