package co.satccf.transmitter.operations;

import co.satccf.stream.Batch;
import co.satccf.stream.Range;
import co.satccf.transmitter.Cifrados;
import co.satccf.transmitter.intake.Intake;
import co.satccf.transmitter.reception.Procedencia;
import co.satccf.transmitter.reception.RegistroGuardado;
import co.satccf.transmitter.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Events of a synthetic ERP on a topic of this test only, and records that were put aside before.
 */
@ApplicationScoped
public class Cuarentenas {

  static final String TOPICO = "sat.prueba";

  private static final int PUBLICADA = 0;
  private static final int APARTADA = 1;

  private final AtomicLong posicion = new AtomicLong();
  private final AtomicLong apartadas = new AtomicLong();
  private final Intake intake;
  private final Database database;
  private final Cifrados cifrados;

  Cuarentenas(Intake intake, Database database, Cifrados cifrados) {
    this.intake = intake;
    this.cifrados = cifrados;
    this.database = database;
  }

  /** Begins at the first offset again, as an emptied database expects. */
  void reiniciar() {
    posicion.set(0);
  }

  /** A start of a labour relation; it lacks so much that it is stored GLOSADO. */
  static String inicio(String id, String radicado, String trabajador) {
    return """
        {"specversion":"1.0","id":"%s","source":"/prueba","type":"co.satccf.relacion-laboral.inicio.v1",
         "time":"2026-11-21T12:00:00Z","radicado":"%s","data":{
           "empleador":{"documento":{"tipo":"NI","numero":"900600001"},"serialSAT":"0"},
           "trabajador":{"documento":{"tipo":"CC","numero":"%s"}}}}
        """
        .formatted(id, radicado, trabajador);
  }

  /** Takes an event in, as the reader of its topic does. */
  synchronized void publicar(String evento) throws Exception {
    long offset = posicion.getAndIncrement();
    byte[] value = evento.getBytes(StandardCharsets.UTF_8);
    intake.store(
        new Batch(
            List.of(new ConsumerRecord<>(TOPICO, PUBLICADA, offset, new byte[0], value)),
            Map.of(new TopicPartition(TOPICO, PUBLICADA), new Range(offset, offset + 1))));
  }

  /**
   * A record that an older version of this suite could not read: in quarantine, and known to the
   * inbox by its bytes.
   */
  long apartar(String evento, String source, String id, String codigo) throws SQLException {
    byte[] value = evento.getBytes(StandardCharsets.UTF_8);
    long posicion = apartadas.incrementAndGet();
    RegistroGuardado guardado =
        cifrados.cerrar(
            new Procedencia(
                TOPICO,
                APARTADA,
                posicion,
                value,
                Map.of("traza", "abc".getBytes(StandardCharsets.UTF_8))));
    return database.transaction(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  """
                  with conocido as (
                    insert into evento (source, id, hash, destino) values (?, ?, ?, 'CUARENTENA'))
                  insert into cuarentena (topico, particion, posicion, evento_source, evento_id, motivos, bytes,
                    clave, contenido, cabeceras, huella)
                  values (?, ?, ?, ?, ?, jsonb_build_array(jsonb_build_object('codigo', ?::text, 'mensaje', 'x')), ?,
                    ?, ?, ?, ?)
                  returning id
                  """)) {
            insert.setString(1, source);
            insert.setString(2, id);
            insert.setBytes(3, guardado.huella());
            insert.setString(4, TOPICO);
            insert.setInt(5, APARTADA);
            insert.setLong(6, posicion);
            insert.setString(7, source);
            insert.setString(8, id);
            insert.setString(9, codigo);
            insert.setInt(10, value.length);
            insert.setString(11, guardado.clave());
            insert.setBytes(12, guardado.contenido());
            insert.setBytes(13, guardado.cabeceras());
            insert.setBytes(14, guardado.huella());
            try (ResultSet row = insert.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  long contar(String sql) throws SQLException {
    return database.transaction(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql);
              ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
          }
        });
  }
}
