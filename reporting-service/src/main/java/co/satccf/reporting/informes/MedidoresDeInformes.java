package co.satccf.reporting.informes;

import co.satccf.reporting.documento.TipoInforme;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** How many reports stand where, and when the last one of each kind was made. */
@Singleton
public class MedidoresDeInformes {

  private final DataSource database;
  private final Map<EstadoInforme, AtomicLong> porEstado;
  private final Map<TipoInforme, AtomicLong> ultimo;

  MedidoresDeInformes(DataSource database, MeterRegistry registry) {
    this.database = database;
    this.porEstado = ceros(EstadoInforme.values());
    this.ultimo = ceros(TipoInforme.values());
    porEstado.forEach(
        (estado, cuantos) ->
            Gauge.builder("sat.informes", cuantos, AtomicLong::get)
                .description("follow-up reports by state")
                .tag("estado", estado.name())
                .register(registry));
    ultimo.forEach(
        (tipo, cuando) ->
            Gauge.builder("sat.informes.ultimo", cuando, AtomicLong::get)
                .description("when the last report of the kind was made; 0: never")
                .baseUnit("seconds")
                .tag("tipo", tipo.name())
                .register(registry));
  }

  private static <E> Map<E, AtomicLong> ceros(E[] constantes) {
    return Arrays.stream(constantes)
        .collect(Collectors.toUnmodifiableMap(Function.identity(), una -> new AtomicLong()));
  }

  /** Reads them from the database. */
  public void medir() throws SQLException {
    try (var connection = database.getConnection();
        var select = connection.createStatement()) {
      try (var row =
          select.executeQuery(
              """
              SELECT e, (SELECT count(*) FROM informe WHERE estado = e)
              FROM unnest(ARRAY[%s]) e"""
                  .formatted(
                      porEstado.keySet().stream()
                          .map(estado -> "'" + estado.name() + "'")
                          .collect(Collectors.joining(","))))) {
        while (row.next()) {
          de(porEstado, EstadoInforme.valueOf(row.getString(1))).set(row.getLong(2));
        }
      }
      try (var row =
          select.executeQuery(
              """
              SELECT tipo, extract(epoch FROM max(hecho))::bigint FROM informe
              WHERE hecho IS NOT NULL GROUP BY tipo""")) {
        while (row.next()) {
          de(ultimo, TipoInforme.valueOf(row.getString(1))).set(row.getLong(2));
        }
      }
    }
  }

  private static <E> AtomicLong de(Map<E, AtomicLong> medidores, E cual) {
    return Objects.requireNonNull(medidores.get(cual));
  }
}
