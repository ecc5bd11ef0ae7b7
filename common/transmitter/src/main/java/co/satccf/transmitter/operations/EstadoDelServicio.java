package co.satccf.transmitter.operations;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What lets a SAT service send, or holds it. */
@Schema(description = "Qué deja enviar a un servicio SAT, o qué lo detiene")
record EstadoDelServicio(
    @Schema(description = "Servicio SAT", examples = "Desafiliacion") String servicio,
    Calendario cronograma,
    @Schema(description = "Nulo si la puerta está abierta") @Nullable Puerta puerta,
    @Schema(description = "Nulo si no está en pausa") @Nullable Pausa pausa,
    @Schema(description = "Reportes en vuelo que se permiten a la vez, en toda la flota") int cupo,
    @Schema(description = "Reportes en vuelo ahora") long enVuelo) {

  /** What the cronograma says, with its opening margin. */
  @Schema(description = "Lo que dice el cronograma del Ministerio, con nuestro margen de apertura")
  record Calendario(
      @Schema(description = "Falso si la configuración no lo nombra: entonces está cerrado")
          boolean configurado,
      boolean abierto,
      @Schema(description = "Desde cuándo; nulo si siempre fue así") @Nullable Instant desde,
      @Schema(description = "Hasta cuándo; nulo si no cambiará") @Nullable Instant hasta,
      @Schema(description = "Clases de rezago que se pueden enviar ahora")
          List<Integer> clasesAbiertas) {}

  /** A gate that an answer of the Ministry closed. */
  @Schema(description = "Puerta que cerró una respuesta del Ministerio, o la falta de token")
  record Puerta(
      @Schema(examples = "SIN_AUTORIZACION") String codigo,
      @Nullable String motivo,
      @Nullable Instant desde,
      @Schema(description = "Después de este instante un solo reporte prueba de nuevo")
          @Nullable Instant hasta) {}

  /** A pause that only an operator lifts. */
  @Schema(description = "Pausa del servicio; la levanta un operador")
  record Pausa(@Nullable String motivo, @Nullable Instant desde) {}
}
