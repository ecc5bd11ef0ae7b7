package co.satccf.token.http;

import co.satccf.token.auditoria.Solicitante;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one place that says who asks. Until requests carry a token, a program is its address, and a
 * person the name in the header {@value #CABECERA}.
 */
@RequestScoped
class QuienPide {

  /** Header with the operator's name, as in the family services. */
  static final String CABECERA = "X-Sat-Operador";

  /** Nothing invisible: two names that look the same must be the same. */
  private static final Pattern NOMBRE = Pattern.compile("(?:[^\\p{C}\\p{Z}]| ){1,100}");

  private final RoutingContext contexto;

  QuienPide(RoutingContext contexto) {
    this.contexto = contexto;
  }

  String direccion() {
    return contexto.request().remoteAddress().hostAddress();
  }

  /**
   * The person the audit will name; empty when the request does not say, or says a name of ours.
   */
  Optional<Solicitante> persona() {
    @Nullable String cabecera = contexto.request().getHeader(CABECERA);
    if (cabecera == null || cabecera.isBlank() || !NOMBRE.matcher(cabecera).matches()) {
      return Optional.empty();
    }
    String nombre = cabecera.strip();
    return nombre.equalsIgnoreCase(Solicitante.SISTEMA.nombre())
        ? Optional.empty()
        : Optional.of(new Solicitante(nombre, direccion()));
  }
}
