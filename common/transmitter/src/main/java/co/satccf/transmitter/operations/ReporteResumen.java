package co.satccf.transmitter.operations;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.estado.Origen;
import co.satccf.transmitter.terminos.Terminos;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an operator sees of a report: never its body, never a document. */
@Schema(description = "Un reporte, sin su cuerpo y sin datos personales")
record ReporteResumen(
    @Schema(description = "Orden de llegada; sirve para pedir la página siguiente") long id,
    @Schema(description = "Servicio SAT", examples = "InicioRelacionLaboral") String servicio,
    @Schema(description = "Número de radicado de la caja") String radicado,
    EstadoReporte estado,
    @Schema(description = "Qué lo detiene, si algo lo detiene") @Nullable Bloqueo bloqueo,
    @Schema(description = "Quién decidió el estado") @Nullable Origen origen,
    @Schema(description = "Código de la última respuesta o del primer incumplimiento")
        @Nullable String codigo,
    @Schema(description = "Referencia del empleador (HMAC), nunca su documento") String empleador,
    @Schema(description = "Referencia del trabajador (HMAC), nunca su documento")
        @Nullable String trabajador,
    @Schema(description = "Código DIVIPOLA del departamento", examples = "05")
        @Nullable String departamento,
    @Schema(description = "Clase de rezago: 1 a 3 rezago, 4 día a día") int tipoRezago,
    @Schema(description = "Versión del cuerpo; crece con cada corrección") int version,
    @Schema(description = "Crece con cada resultado publicado") int revision,
    @Schema(description = "Número del último intento de envío; 0 si no hubo") int intento,
    @Schema(
            description =
                "No se envía antes de este instante; si está GLOSADO, se reenvía entonces sin cambios; nulo"
                    + " si espera una decisión")
        @Nullable Instant noAntes,
    @Schema(description = "Instante del hecho según el ERP") Instant instanteEvento,
    @Schema(
            description =
                "Primer instante en que está vencido: la medianoche de Bogotá que cierra su término"
                    + " en días hábiles; nulo si no tiene término")
        @Nullable Instant vence,
    @Schema(
            description =
                "Cierto si nadie ha fijado el término de este servicio y rige el de 1 día hábil,"
                    + " por confirmar")
        boolean terminoPorConfirmar,
    @Schema(description = "Instante en que se guardó") Instant recibido,
    @Schema(description = "Desde cuándo está en este estado") Instant desde) {

  private static final int NEVER = 10_000;

  static ReporteResumen de(ReporteRow row, Terminos terminos) {
    return new ReporteResumen(
        row.id,
        row.servicio,
        row.radicado,
        row.estado,
        row.bloqueo,
        row.origen,
        row.codigo,
        row.empleador,
        row.trabajador,
        row.departamento,
        row.tipoRezago,
        row.version,
        row.revision,
        row.intento,
        finite(row.noAntes),
        row.instanteEvento,
        finite(row.vence),
        ServicioSat.porNombre(row.servicio).map(terminos::porConfirmar).orElse(true),
        row.recibido,
        row.desde);
  }

  /** PostgreSQL's infinity comes as a year no JSON reader takes. */
  private static @Nullable Instant finite(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).getYear() < NEVER ? instant : null;
  }
}
