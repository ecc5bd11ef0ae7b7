package co.satccf.transmitter.operations;

import co.satccf.model.ServicioSat;
import co.satccf.model.cifrado.Cifrado;
import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.Cifrados;
import co.satccf.transmitter.resguardo.Lugar;
import co.satccf.transmitter.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows as the operations API finds them, with everything that would move them held still. */
@ApplicationScoped
public class Tablas {

  /** A synthetic document that stands in bodies and raw answers only. */
  static final String DOCUMENTO = "1000000001";

  private static final UUID SELF = UUID.randomUUID();

  private final Database database;
  private final Cifrados cifrados;

  Tablas(Database database, Cifrados cifrados) {
    this.database = database;
    this.cifrados = cifrados;
  }

  /** Empties the queue, pauses every service and takes the outbox' duty from the relay. */
  void hold() throws SQLException {
    empty();
    execute(
        "update despacho set pausado = true, pausa_motivo = 'prueba', pausa_quien = null, pausa_desde = now()");
    execute(
        """
        insert into relevo (nombre, dueno, hasta) values ('sat-AFILIACION', ?, now() + interval '1 hour')
        on conflict (nombre) do update set dueno = excluded.dueno, hasta = excluded.hasta
        """,
        SELF);
  }

  void letGo() throws SQLException {
    empty();
    execute(
        """
        update despacho set pausado = false, pausa_motivo = null, pausa_quien = null, pausa_desde = null,
          puerta = null, puerta_motivo = null, puerta_desde = null, puerta_hasta = null
        """);
    execute("delete from relevo where dueno = ?", SELF);
  }

  private void empty() throws SQLException {
    execute("truncate reporte, cuerpo, intento, evento, cuarentena, salida");
    execute("delete from posicion where topico = 'sat.prueba'");
  }

  /** Does to the audit what only the owner of its table can: its trigger is off for a moment. */
  void tamper(String sql) throws SQLException {
    execute("alter table auditoria disable trigger auditoria_solo_crece");
    execute(sql);
    execute("alter table auditoria enable trigger auditoria_solo_crece");
  }

  void emptyAudit() throws SQLException {
    tamper("truncate auditoria");
  }

  long reporte(ServicioSat servicio, String radicado, EstadoReporte estado) throws SQLException {
    return reporte(servicio, radicado, estado, null, null);
  }

  long reporte(
      ServicioSat servicio,
      String radicado,
      EstadoReporte estado,
      @Nullable Bloqueo bloqueo,
      @Nullable String codigo)
      throws SQLException {
    return database.transaction(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  """
                  with nuevo as (
                    insert into reporte (servicio, radicado, llave, empleador, departamento, tipo_rezago, estado, bloqueo,
                      codigo, arriendo_hasta, instante_evento)
                    values (?, ?, ?, 'k1:empleador', '05', 4, ?, ?, ?,
                      case when ? = 'EN_VUELO' then now() + interval '1 hour' end, now())
                    returning id)
                  insert into cuerpo (reporte, version, clave, contenido, huella, evento_source, evento_id)
                  select id, 1, ?, ?, ?, 'prueba', ? from nuevo
                  returning reporte
                  """)) {
            insert.setString(1, servicio.nombre());
            insert.setString(2, radicado);
            insert.setObject(3, UUID.randomUUID());
            insert.setString(4, estado.name());
            insert.setString(5, bloqueo == null ? null : bloqueo.name());
            insert.setString(6, codigo);
            insert.setString(7, estado.name());
            Cifrado cuerpo = cifrados.cerrar(DOCUMENTO, Lugar.cuerpo(servicio, radicado, 1));
            insert.setString(8, cuerpo.clave());
            insert.setBytes(9, cuerpo.bytes());
            insert.setBytes(10, cifrados.huella(DOCUMENTO.getBytes(StandardCharsets.UTF_8)));
            insert.setString(11, radicado);
            try (ResultSet row = insert.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  /** Runs one statement with its values in place. */
  void execute(String sql, @Nullable Object... values) throws SQLException {
    database.transaction(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
              statement.setObject(i + 1, values[i]);
            }
            return statement.execute();
          }
        });
  }
}
