package co.satccf.transmitter.movimientos;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.Causa;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.estado.Origen;
import co.satccf.transmitter.outbox.OutboxStatements;
import co.satccf.transmitter.outbox.Resultado;
import co.satccf.transmitter.outbox.TipoResultado;
import co.satccf.transmitter.store.ReporteIdentificado;
import co.satccf.transmitter.store.Topicos;
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
import java.util.Map;
import java.util.UUID;

/**
 * The newest payment state of an employer takes the place of older ones that are PENDIENTE or
 * GLOSADO, never of one that may be on the wire (rule 13). The caller holds the key's stripe.
 */
@ApplicationScoped
public class Supersesion {

  /** Ends what the caller names as {@code elegido(id)}; the state is looked at again on the row. */
  private static final String SUSTITUIR =
      """
      , sustituido as (
        update reporte r
        set estado = 'SUSTITUIDO', bloqueo = null, origen = 'LOCAL', codigo = null, revision = r.revision + 1,
            no_antes = 'infinity', desde = now()
        from elegido e where r.id = e.id and r.estado in ('PENDIENTE', 'GLOSADO')
        returning r.*)
      select s.id, s.radicado, s.llave, s.empleador, s.tipo_rezago, c.evento_source, c.evento_id,
        s.instante_evento, s.recibido, s.intento, s.version, s.revision
      from sustituido s join cuerpo c on c.reporte = s.id and c.version = s.version
      """;

  /** Before newer ones are stored: ends those that are as old or older. */
  public void alLlegar(Connection connection, Map<UUID, Instant> nuevos) throws SQLException {
    if (nuevos.isEmpty()) {
      return;
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            with elegido as (
              select r.id from unnest(?::uuid[], ?::timestamptz[]) as n(llave, instante)
              join reporte r on r.servicio = 'EstadoPagoEmpleador' and r.llave = n.llave
                and r.instante_evento <= n.instante and r.estado in ('PENDIENTE', 'GLOSADO'))
            """
                + SUSTITUIR)) {
      List<Map.Entry<UUID, Instant>> rows = List.copyOf(nuevos.entrySet());
      update.setArray(
          1, connection.createArrayOf("uuid", rows.stream().map(Map.Entry::getKey).toArray()));
      update.setArray(
          2,
          connection.createArrayOf(
              "text", rows.stream().map(row -> row.getValue().toString()).toArray()));
      comunicar(connection, update);
    }
  }

  /**
   * After one has come back to be sent or mended: ends it when a newer one waits or has gone.
   *
   * @return whether it was ended, so that the turn is free
   */
  public boolean alVolver(Connection connection, ReporteIdentificado reporte, EstadoReporte estado)
      throws SQLException {
    if (reporte.servicio() != ServicioSat.ESTADO_PAGO_EMPLEADOR
        || !(estado == EstadoReporte.PENDIENTE || estado == EstadoReporte.GLOSADO)) {
      return false;
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            with elegido as (
              select r.id from reporte r
              where r.id = ? and exists (
                select from reporte m
                where m.servicio = 'EstadoPagoEmpleador' and m.llave = r.llave
                  and m.estado not in ('RETIRADO', 'SUSTITUIDO')
                  and (m.instante_evento, m.id) > (r.instante_evento, r.id)))
            """
                + SUSTITUIR)) {
      update.setLong(1, reporte.id());
      return comunicar(connection, update);
    }
  }

  private boolean comunicar(Connection connection, PreparedStatement update) throws SQLException {
    List<OutboxStatements.Message> messages = new ArrayList<>();
    try (ResultSet row = update.executeQuery()) {
      while (row.next()) {
        messages.add(message(row));
      }
    }
    if (!messages.isEmpty()) {
      OutboxStatements.insert(connection, messages);
    }
    return !messages.isEmpty();
  }

  private OutboxStatements.Message message(ResultSet row) throws SQLException {
    UUID llave = row.getObject(3, UUID.class);
    ReporteIdentificado reporte =
        new ReporteIdentificado(
            row.getLong(1),
            ServicioSat.ESTADO_PAGO_EMPLEADOR,
            row.getString(2),
            llave,
            row.getString(4),
            null,
            null,
            row.getInt(5),
            row.getString(6),
            row.getString(7),
            row.getObject(8, OffsetDateTime.class).toInstant(),
            row.getObject(9, OffsetDateTime.class).toInstant());
    ObjectNode data =
        Resultado.de(
            reporte,
            new Resultado.Situacion(
                EstadoReporte.SUSTITUIDO,
                null,
                Origen.LOCAL,
                null,
                Causa.ESTADO_PAGO_MAS_NUEVO.descripcion(),
                List.of(),
                row.getInt(10),
                row.getInt(11)));
    data.put("revision", row.getInt(12));
    return new OutboxStatements.Message(
        reporte.servicio().nombre(),
        reporte.radicado(),
        TipoResultado.SUSTITUIDO.tipoEvento(),
        data,
        Topicos.RESULTADOS,
        llave.toString());
  }
}
