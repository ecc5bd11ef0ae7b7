package co.satccf.transmitter.operations;

import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Rechazo;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.stream.Stream;

/** No text of PostgreSQL holds a NUL: an address with one names nothing, at any door. */
@Provider
class SinNulos implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    UriInfo address = request.getUriInfo();
    boolean nulo =
        Stream.of(address.getPathParameters(), address.getQueryParameters())
            .flatMap(parametros -> parametros.values().stream())
            .flatMap(List::stream)
            .anyMatch(valor -> valor.indexOf('\0') >= 0);
    if (nulo) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA, "La dirección trae un carácter nulo; nada se llama así");
    }
  }
}
