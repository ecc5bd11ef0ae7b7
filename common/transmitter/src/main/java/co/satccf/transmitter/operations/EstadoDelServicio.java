package co.satccf.transmitter.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What lets a SAT service send, or holds it. */
@Schema(description = "Qué deja enviar a un servicio SAT, o qué lo detiene")
record EstadoDelServicio(
    @Schema(description = "Servicio SAT", examples = "Desafiliacion") String servicio,
    Calendario cronograma,
    @Schema(description = "Nulo si la puerta está abierta") @Nullable Puerta puerta,
    @Schema(description = "Nulo si no está en pausa") @Nullable Pausa pausa,
    Freno freno,
    @Schema(
            description =
                "Reportes en vuelo que se permiten a la vez, en toda la flota: el cupo hallado, entre el piso y el techo")
        int cupo,
    CupoConfigurado cupoConfigurado,
    @Schema(description = "Nulo si rige la configuración") @Nullable CupoFijado cupoFijado,
    @Schema(description = "Reportes en vuelo ahora: pedidos, o contestados y aún no guardados")
        long enVuelo) {

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
          @Nullable Instant hasta,
      @Schema(
              description =
                  "Si ya pasó 'hasta': un reporte a la vez, hasta que uno tenga respuesta")
          boolean enPrueba) {}

  /** A pause that only an operator lifts. */
  @Schema(description = "Pausa del servicio; la levanta un administrador")
  record Pausa(
      @Nullable String motivo,
      @Schema(description = "Quien pausó, o 'sistema' si fue el freno de glosas") String quien,
      @Nullable Instant desde) {}

  /** The glosa brake, as the replica that answers has counted. */
  @Schema(description = "El freno de glosas, con lo que vio la réplica que responde")
  record Freno(
      @Schema(description = "Si la pausa de ahora la puso el freno de alguna réplica")
          boolean pauso,
      @Schema(description = "Respuestas que caben en la ventana") int ventana,
      @Schema(description = "Glosas iguales en la ventana que ponen la pausa") int umbral,
      @Schema(description = "Respuestas en la ventana ahora") int respuestas,
      @Schema(description = "Cuántas de ellas fueron cada glosa") Map<String, Integer> porCodigo) {}

  /** Between what the limit finds itself, by configuration; fixed when both are the same. */
  @Schema(
      description =
          "Entre qué límites se busca el cupo según la configuración; si son iguales, es fijo")
  record CupoConfigurado(int piso, int techo) {}

  /** Limits that an administrator has set over the configured ones. */
  @Schema(description = "Piso y techo del cupo que fijó un administrador")
  record CupoFijado(
      @Nullable Integer piso,
      @Nullable Integer techo,
      @Nullable String motivo,
      @Nullable String quien,
      @Nullable Instant desde) {}
}
