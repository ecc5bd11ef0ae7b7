package co.satccf.transmitter.operations;

import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many reports had come, and become final, before an instant: the same however long after it
 * one asks. What an unfinished one was then, the store only knows when it has not moved since.
 */
@Schema(description = "Qué había recibido y terminado cada servicio antes de un instante")
record ConteosAlCorte(
    Instant corte,
    @Schema(description = "Por servicio SAT") Map<String, DelServicio> servicios,
    @Schema(description = "Registros de antes del corte que no se pudieron ubicar") long cuarentena,
    @Schema(description = "Mensajes de antes del corte que aún no están en Kafka")
        long salidaPendiente) {

  private static final String COUNT =
      """
      select servicio, estado, count(*) filter (where desde < c.corte), count(*) filter (where desde >= c.corte)
      from reporte, (select ?::timestamptz as corte) c where recibido < c.corte group by 1, 2
      union all
      select 'cuarentena', null, count(distinct (topico, particion, posicion)), 0 from cuarentena where instante < ?
      union all
      select 'salida', null, count(*), 0 from salida where instante < ?
      """;

  /** The reports of one SAT service that had been received before the cut-off. */
  @Schema(
      name = "AlCorteDelServicio",
      description =
          "'recibidos' es la suma de los demás; los que entonces no habían terminado y han cambiado"
              + " desde entonces, hayan terminado o no, son 'cambiados'")
  record DelServicio(
      long recibidos,
      long aceptados,
      long aceptadosConAlerta,
      long retirados,
      long sustituidos,
      @Schema(description = "Pendientes, en vuelo o inciertos") long enCamino,
      long glosados,
      long porConfirmar,
      long cambiados) {

    private static DelServicio de(Map<EstadoReporte, Long> quietos, long cambiados) {
      long todos = quietos.values().stream().mapToLong(Long::longValue).sum();
      return new DelServicio(
          todos + cambiados,
          de(quietos, EstadoReporte.ACEPTADO),
          de(quietos, EstadoReporte.ACEPTADO_CON_ALERTA),
          de(quietos, EstadoReporte.RETIRADO),
          de(quietos, EstadoReporte.SUSTITUIDO),
          de(quietos, EstadoReporte.PENDIENTE)
              + de(quietos, EstadoReporte.EN_VUELO)
              + de(quietos, EstadoReporte.INCIERTO),
          de(quietos, EstadoReporte.GLOSADO),
          de(quietos, EstadoReporte.POR_CONFIRMAR),
          cambiados);
    }

    private static long de(Map<EstadoReporte, Long> quietos, EstadoReporte estado) {
      return quietos.getOrDefault(estado, 0L);
    }
  }

  /** All of one snapshot. */
  static ConteosAlCorte de(Connection connection, FamiliaDeServicios familia, Instant corte)
      throws SQLException {
    Map<String, Map<EstadoReporte, Long>> quietos = new LinkedHashMap<>();
    Map<String, Long> cambiados = new LinkedHashMap<>();
    Map<String, Long> otros = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(COUNT)) {
      for (int i = 1; i <= 3; i++) {
        select.setObject(i, OffsetDateTime.ofInstant(corte, ZoneOffset.UTC));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String que = row.getString(1);
          String estado = row.getString(2);
          if (estado == null) {
            otros.put(que, row.getLong(3));
          } else {
            quietos
                .computeIfAbsent(que, s -> new EnumMap<>(EstadoReporte.class))
                .put(EstadoReporte.valueOf(estado), row.getLong(3));
            cambiados.merge(que, row.getLong(4), Long::sum);
          }
        }
      }
    }
    Map<String, DelServicio> servicios = new LinkedHashMap<>();
    familia.servicios().stream()
        .sorted()
        .forEach(
            servicio ->
                servicios.put(
                    servicio.nombre(),
                    DelServicio.de(
                        quietos.getOrDefault(servicio.nombre(), Map.of()),
                        cambiados.getOrDefault(servicio.nombre(), 0L))));
    return new ConteosAlCorte(
        corte, servicios, otros.getOrDefault("cuarentena", 0L), otros.getOrDefault("salida", 0L));
  }
}
