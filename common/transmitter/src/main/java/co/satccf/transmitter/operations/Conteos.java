package co.satccf.transmitter.operations;

import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many of what, all of one instant. */
@Schema(description = "Cuántos reportes hay de cada cosa, todos del mismo instante")
record Conteos(
    @Schema(description = "Instante de la base de datos") Instant instante,
    @Schema(description = "Por servicio SAT") Map<String, DelServicio> servicios,
    @Schema(description = "Registros que alguna vez no se pudieron ubicar") long cuarentena,
    @Schema(description = "De ellos, los que esperan que alguien los reprocese o descarte")
        long cuarentenaAbierta,
    @Schema(description = "Eventos recibidos otra vez, idénticos") long repetidos,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Empleadores incorporados por el saldo inicial; solo en afiliación")
        @Nullable Long incorporados,
    @Schema(description = "Correcciones del ERP, por lo que fue de ellas")
        Correcciones correcciones,
    @Schema(description = "Mensajes que aún no están en Kafka") long salidaPendiente,
    @Schema(description = "Siguiente posición por leer de cada partición, p. ej. sat.afiliacion-0")
        Map<String, Long> intake) {

  /**
   * By when the reports of a service are due, and how many of the unfinished ones are late or soon
   * will be: each of these counts again in a state above.
   */
  @Schema(description = "El término del servicio y los reportes sin terminar que lo pasaron o casi")
  record Plazos(
      @Schema(description = "Término en días hábiles desde el hecho") int diasHabiles,
      @Schema(description = "Cierto si nadie fijó el término: el de 1 día está por confirmar")
          boolean porConfirmar,
      @Schema(description = "Sin terminar y ya vencidos") long vencidos,
      @Schema(description = "Sin terminar y por vencer en el plazo sat.por-vencer")
          long porVencer) {}

  /** Corrections that came as events and are not in quarantine. */
  @Schema(description = "Correcciones que llegaron del ERP")
  record Correcciones(
      @Schema(description = "Aplicadas bajo el mismo radicado") long aplicadas,
      @Schema(description = "Aplicadas bajo un radicado nuevo, que cuenta como un reporte más")
          long conRadicadoNuevo,
      @Schema(description = "Esperan su original, o la respuesta a un envío") long enEspera,
      @Schema(description = "Las ha de ver un operador") long enBandeja,
      long descartadas) {

    static Correcciones de(Map<String, Long> estados) {
      return new Correcciones(
          estados.getOrDefault("APLICADA", 0L),
          estados.getOrDefault("CON_RADICADO_NUEVO", 0L),
          estados.getOrDefault("EN_ESPERA", 0L),
          estados.getOrDefault("EN_BANDEJA", 0L),
          estados.getOrDefault("DESCARTADA", 0L));
    }
  }

  /** The reports of one SAT service; {@code recibidos} is the sum of its states. */
  @Schema(description = "Los reportes de un servicio; 'recibidos' es la suma de sus estados")
  record DelServicio(
      long recibidos,
      @Schema(description = "Pendientes que nada detiene") long listos,
      @Schema(description = "Pendientes detenidos, por causa") Map<Bloqueo, Long> bloqueados,
      long enVuelo,
      long aceptados,
      long aceptadosConAlerta,
      long glosados,
      long inciertos,
      long porConfirmar,
      long retirados,
      long sustituidos,
      @Schema(description = "Los que alguna vez se enviaron de modo simulado, cualquiera su estado")
          long simulados,
      Plazos terminos) {

    static DelServicio de(
        Map<EstadoReporte, Long> estados,
        Map<Bloqueo, Long> bloqueados,
        long simulados,
        Plazos terminos) {
      long detenidos = bloqueados.values().stream().mapToLong(Long::longValue).sum();
      return new DelServicio(
          estados.values().stream().mapToLong(Long::longValue).sum(),
          cuantos(estados, EstadoReporte.PENDIENTE) - detenidos,
          bloqueados,
          cuantos(estados, EstadoReporte.EN_VUELO),
          cuantos(estados, EstadoReporte.ACEPTADO),
          cuantos(estados, EstadoReporte.ACEPTADO_CON_ALERTA),
          cuantos(estados, EstadoReporte.GLOSADO),
          cuantos(estados, EstadoReporte.INCIERTO),
          cuantos(estados, EstadoReporte.POR_CONFIRMAR),
          cuantos(estados, EstadoReporte.RETIRADO),
          cuantos(estados, EstadoReporte.SUSTITUIDO),
          simulados,
          terminos);
    }

    private static long cuantos(Map<EstadoReporte, Long> estados, EstadoReporte estado) {
      return estados.getOrDefault(estado, 0L);
    }
  }
}
