package co.satccf.reporting.consola.reportes;

import co.satccf.model.ServicioSat;
import co.satccf.model.calendario.Vencimientos;
import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The projection's answers to a search, the report received last first. */
@Singleton
final class BusquedaStatements {

  private static final String COLUMNAS =
      "servicio, radicado, estado, bloqueo, codigo, instante_recibido, instante";

  /** The very words of the partial index of unfinished reports. */
  private static final String ABIERTOS =
      "estado IN ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR')";

  private final DataSource database;

  BusquedaStatements(DataSource database) {
    this.database = database;
  }

  /**
   * @param despues the last report of the page before, or null
   * @param limite one more is looked for: it tells that a page follows
   */
  List<Hallado> buscar(Busqueda busqueda, @Nullable Marca despues, int limite) throws SQLException {
    var condiciones = new Condiciones();
    var radicado = busqueda.radicado();
    if (radicado != null) {
      condiciones.mas("radicado = ?", radicado);
    }
    var servicio = busqueda.servicio();
    if (servicio != null) {
      condiciones.mas("servicio = ?", servicio.nombre());
    } else if (radicado != null) {
      // Named, the primary key finds it.
      condiciones.mas(
          Arrays.stream(ServicioSat.values())
              .map(uno -> "'" + uno.nombre() + "'")
              .collect(Collectors.joining(", ", "servicio IN (", ")")));
    }
    var estado = busqueda.estado();
    if (estado != null) {
      // As text, for the partial indexes to be found.
      condiciones.mas("estado = '" + estado.name() + "'");
    }
    if (busqueda.abiertos()) {
      condiciones.mas(ABIERTOS);
    }
    if (busqueda.codigo() != null) {
      condiciones.mas("codigo = ?", busqueda.codigo());
      if (estado == null) {
        // Codes of glosas are asked for, and the index leaves out the one of a plain acceptance.
        condiciones.mas("estado <> 'ACEPTADO'");
      }
    }
    var desde = busqueda.desde();
    if (desde != null) {
      condiciones.mas("instante_recibido >= ?", inicio(desde));
    }
    var hasta = busqueda.hasta();
    if (hasta != null) {
      condiciones.mas("instante_recibido < ?", inicio(hasta.plusDays(1)));
    }
    if (despues != null) {
      condiciones.mas(
          "(instante_recibido, servicio, radicado) < (?, ?, ?)",
          despues.recibido().atOffset(ZoneOffset.UTC),
          despues.servicio(),
          despues.radicado());
    }
    try (var connection = database.getConnection()) {
      return condiciones.hallados(connection, limite + 1);
    }
  }

  Optional<Hallado> uno(ServicioSat servicio, String radicado) throws SQLException {
    var condiciones = new Condiciones();
    condiciones.mas("servicio = ? AND radicado = ?", servicio.nombre(), radicado);
    try (var connection = database.getConnection()) {
      return condiciones.hallados(connection, 1).stream().findFirst();
    }
  }

  /** The unfinished states a report has been in, oldest first. */
  List<Paso> pasos(ServicioSat servicio, String radicado) throws SQLException {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                """
                SELECT estado, codigo, instante FROM paso WHERE servicio = ? AND radicado = ?
                ORDER BY revision""")) {
      select.setString(1, servicio.nombre());
      select.setString(2, radicado);
      try (var row = select.executeQuery()) {
        var pasos = new ArrayList<Paso>();
        while (row.next()) {
          pasos.add(
              new Paso(
                  EstadoReporte.valueOf(row.getString(1)), row.getString(2), instante(row, 3)));
        }
        return pasos;
      }
    }
  }

  private static OffsetDateTime inicio(LocalDate dia) {
    return dia.atStartOfDay(Vencimientos.BOGOTA).toOffsetDateTime();
  }

  private static Instant instante(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static final class Condiciones {
    private final List<String> textos = new ArrayList<>();
    private final List<Object> valores = new ArrayList<>();

    void mas(String condicion, Object... suyos) {
      textos.add(condicion);
      valores.addAll(Arrays.asList(suyos));
    }

    List<Hallado> hallados(Connection connection, int limite) throws SQLException {
      var sql =
          "SELECT %s FROM reporte %s ORDER BY instante_recibido DESC, servicio DESC, radicado DESC LIMIT %d"
              .formatted(
                  COLUMNAS,
                  textos.isEmpty() ? "" : "WHERE " + String.join(" AND ", textos),
                  limite);
      try (var select = connection.prepareStatement(sql)) {
        for (var i = 0; i < valores.size(); i++) {
          select.setObject(i + 1, valores.get(i));
        }
        try (var row = select.executeQuery()) {
          var hallados = new ArrayList<Hallado>();
          while (row.next()) {
            hallados.add(hallado(row));
          }
          return hallados;
        }
      }
    }

    private static Hallado hallado(ResultSet row) throws SQLException {
      var bloqueo = row.getString(4);
      return new Hallado(
          row.getString(1),
          row.getString(2),
          EstadoReporte.valueOf(row.getString(3)),
          bloqueo == null ? null : Bloqueo.valueOf(bloqueo),
          row.getString(5),
          instante(row, 6),
          instante(row, 7));
    }
  }
}
