package co.satccf.identidad;

import co.satccf.identidad.Negada.Causa;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Counts who is turned away, by cause, and answers with a problem (RFC 9457). */
@ApplicationScoped
@Startup
public class Negativas {

  private static final String TIPO = "application/problem+json";
  private static final int REINTENTAR_EN_SEGUNDOS = 5;

  private final Map<Causa, Counter> contadores = new EnumMap<>(Causa.class);

  Negativas(MeterRegistry registry) {
    for (Causa causa : Causa.values()) {
      contadores.put(
          causa,
          Counter.builder("sat.identidad.negadas")
              .description("Requests turned away at the door, by cause")
              .tag("causa", causa.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
  }

  /** The members that every problem of the suite has. */
  @RegisterForReflection
  record Problema(String title, int status, String detail, String codigo) {}

  @ServerExceptionMapper
  Response negada(Negada negada) {
    Objects.requireNonNull(contadores.get(negada.causa())).increment();
    Negada.Respuesta dicho = negada.causa().respuesta();
    Response.ResponseBuilder respuesta =
        Response.status(dicho.estado())
            .type(TIPO)
            .header(HttpHeaders.WWW_AUTHENTICATE, dicho.desafio())
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(new Problema(dicho.titulo(), dicho.estado(), dicho.detalle(), dicho.name()));
    if (dicho == Negada.Respuesta.LLAVES_NO_DISPONIBLES) {
      respuesta.header(HttpHeaders.RETRY_AFTER, REINTENTAR_EN_SEGUNDOS);
    }
    return respuesta.build();
  }
}
