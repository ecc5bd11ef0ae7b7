package co.satccf.transmitter.operations;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A replay of many records, asked for and done. */
final class Reprocesos {

  private Reprocesos() {}

  /**
   * Which open records to replay.
   *
   * @param codigo code of one of their reasons
   * @param despues id of the last record of the call before
   * @param limite how many, the oldest first; 1,000 when null
   */
  @Schema(name = "ReprocesosPedidos", description = "Qué registros abiertos se reprocesan")
  record Pedidos(
      @Schema(
              description = "Código de uno de sus motivos",
              examples = "SIN_RADICADO",
              required = true)
          @Nullable String codigo,
      @Schema(description = "Obligatorio, sin datos personales", required = true, maxLength = 500)
          @Nullable String motivo,
      @Schema(description = "El 'siguiente' de la respuesta anterior", defaultValue = "0")
          @Nullable Long despues,
      @Schema(
              description = "Cuántos, los más antiguos primero",
              minimum = "1",
              maximum = "1000",
              defaultValue = "1000")
          @Nullable Integer limite) {}

  /** What came of it; {@code revisados} is the sum of the others. */
  @Schema(name = "ReprocesosHechos", description = "Qué fue de cada uno de los registros")
  record Hechos(
      int revisados,
      int reportes,
      int correcciones,
      int registros,
      @Schema(description = "Ya se habían recibido por otro camino") int repetidos,
      @Schema(description = "Siguen en cuarentena, con sus motivos de ahora") int siguen,
      @Schema(description = "Otra persona los movió mientras tanto") int movidos,
      @Schema(description = "Repita con este 'despues'; nulo si no quedan")
          @Nullable Long siguiente) {}
}
