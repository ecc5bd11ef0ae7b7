package co.satccf.transmitter.correccion;

import co.satccf.model.ServicioSat;
import co.satccf.transmitter.auditoria.Asiento;
import co.satccf.transmitter.auditoria.Auditoria;
import co.satccf.transmitter.decision.Orden;
import co.satccf.transmitter.movimientos.Mover;
import co.satccf.transmitter.store.Database;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The corrections that wait, for an original, an answer or a person. */
@ApplicationScoped
public class Bandeja {

  private final Database database;
  private final Mover mover;

  Bandeja(Database database, Mover mover) {
    this.database = database;
    this.mover = mover;
  }

  /** Where a correction stands. */
  public enum Estado {
    EN_ESPERA,
    EN_BANDEJA,
    APLICADA,
    RECHAZADA,
    DESCARTADA
  }

  /** A correction, without its event: nothing personal. */
  @Schema(description = "Una corrección, sin datos personales")
  public record Fila(
      long id,
      @Schema(description = "Servicio SAT") String servicio,
      @Schema(description = "Radicado que corrige") String original,
      @Schema(description = "Radicado del hecho corregido; casi siempre el mismo") String radicado,
      String eventoSource,
      String eventoId,
      Estado estado,
      @Schema(description = "Por qué no se aplicó, si no se aplicó") @Nullable String motivo,
      @Schema(description = "Estado del reporte original; nulo si no ha llegado")
          @Nullable String estadoDelOriginal,
      @Schema(description = "Instante en que llegó") Instant instante,
      @Schema(description = "Desde cuándo está así") Instant desde) {}

  /** A page by id; {@code estado} null means all. */
  public List<Fila> listar(@Nullable Estado estado, long despues, int limite) throws SQLException {
    return database.transaction(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  """
                  select c.id, c.servicio, c.original, c.radicado, c.evento_source, c.evento_id, c.estado, c.motivo,
                    r.estado, c.instante, c.desde
                  from correccion c left join reporte r on r.servicio = c.servicio and r.radicado = c.original
                  where c.id > ? and (?::text is null or c.estado = ?)
                  order by c.id limit ?
                  """)) {
            String buscado = estado == null ? null : estado.name();
            select.setLong(1, despues);
            select.setString(2, buscado);
            select.setString(3, buscado);
            select.setInt(4, limite);
            try (ResultSet row = select.executeQuery()) {
              List<Fila> filas = new ArrayList<>();
              while (row.next()) {
                filas.add(fila(row));
              }
              return filas;
            }
          }
        });
  }

  private static Fila fila(ResultSet row) throws SQLException {
    return new Fila(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        Estado.valueOf(row.getString(7)),
        row.getString(8),
        row.getString(9),
        row.getObject(10, OffsetDateTime.class).toInstant(),
        row.getObject(11, OffsetDateTime.class).toInstant());
  }

  /**
   * A person has dealt with it elsewhere, or it is not to be applied.
   *
   * @return false when there is none such that waits
   */
  public boolean descartar(long id, Orden orden) throws SQLException {
    return database.transaction(connection -> descartar(connection, id, orden));
  }

  private boolean descartar(Connection connection, long id, Orden orden) throws SQLException {
    // Locked before the correction goes: an answer stored meanwhile would still wait for it.
    tomarOriginal(connection, id);
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update correccion set estado = 'DESCARTADA', desde = now()
            where id = ? and estado in ('EN_ESPERA', 'EN_BANDEJA')
            returning servicio, original
            """)) {
      update.setLong(1, id);
      try (ResultSet row = update.executeQuery()) {
        if (!row.next()) {
          return false;
        }
        CorreccionStatements.soltar(
            connection,
            ServicioSat.porNombre(row.getString(1)).orElseThrow(),
            List.of(row.getString(2)));
        ObjectNode detalle = JsonNodeFactory.instance.objectNode();
        detalle.put("correccion", id);
        Auditoria.anotar(
            connection,
            new Asiento(
                orden.quien(),
                "CORRECCION_DESCARTADA",
                "reporte/" + row.getString(1) + "/" + row.getString(2),
                orden.motivo(),
                detalle));
        return true;
      }
    }
  }

  private void tomarOriginal(Connection connection, long id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select servicio, original from correccion where id = ?")) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          mover.tomar(
              connection,
              ServicioSat.porNombre(row.getString(1)).orElseThrow(),
              row.getString(2),
              null);
        }
      }
    }
  }
}
