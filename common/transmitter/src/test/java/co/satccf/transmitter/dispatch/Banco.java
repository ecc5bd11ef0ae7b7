package co.satccf.transmitter.dispatch;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.referencia.Referencias;
import co.satccf.model.respuesta.Veredicto;
import co.satccf.stream.Batch;
import co.satccf.stream.Range;
import co.satccf.transmitter.Cifrados;
import co.satccf.transmitter.Eventos;
import co.satccf.transmitter.Eventos.Evento;
import co.satccf.transmitter.config.Esperas;
import co.satccf.transmitter.intake.Intake;
import co.satccf.transmitter.store.Database;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The store with everything that would move by itself held still: a test is the dispatcher. */
@ApplicationScoped
public class Banco {

  private static final String TOPICO = "sat.banco";
  private static final UUID SELF = UUID.randomUUID();

  private final Intake intake;
  private final Settlement settlement;
  private final Esperas esperas;
  private final Database database;
  private final Referencias referencias;
  private final Cifrados cifrados;
  private final ObjectMapper json;
  private final AtomicLong siguiente = new AtomicLong();

  Banco(
      Intake intake,
      Settlement settlement,
      Esperas esperas,
      Database database,
      Referencias referencias,
      Cifrados cifrados,
      ObjectMapper json) {
    this.cifrados = cifrados;
    this.intake = intake;
    this.settlement = settlement;
    this.esperas = esperas;
    this.database = database;
    this.referencias = referencias;
    this.json = json;
  }

  /** Empties the store, stops the dispatchers and takes the outbox from the relay. */
  public void vaciar() throws SQLException {
    ejecutar(
        "truncate correccion, cuarentena, evento, despertar, reporte, cuerpo, intento, salida, empleador_sat");
    ejecutar("delete from posicion where topico = ?", TOPICO);
    ejecutar("update despacho set pausado = true");
    ejecutar(
        """
        insert into relevo (nombre, dueno, hasta) values ('sat-AFILIACION', ?, now() + interval '1 hour')
        on conflict (nombre) do update set dueno = excluded.dueno, hasta = excluded.hasta
        """,
        SELF);
    siguiente.set(0);
  }

  public void soltar() throws SQLException {
    vaciar();
    ejecutar("update despacho set pausado = false");
    ejecutar("delete from relevo where dueno = ?", SELF);
  }

  /** The topic begins at 0 again, as after it was made anew. */
  public void topicoNuevo() throws SQLException {
    ejecutar("delete from posicion where topico = ?", TOPICO);
    siguiente.set(0);
  }

  public void incorporar(int... empleadores) throws SQLException {
    for (int empleador : empleadores) {
      ejecutar(
          "insert into empleador_sat values (?, '05', 'INCORPORADO', 1, now())",
          referencias.empleador("NI", Eventos.nit(empleador), "0"));
    }
  }

  /** Takes events in as one batch. */
  public void recibir(Evento... eventos) throws Exception {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    long desde = siguiente.getAndAdd(eventos.length);
    for (Evento evento : eventos) {
      records.add(
          new ConsumerRecord<>(TOPICO, 0, desde + records.size(), new byte[0], evento.bytes()));
    }
    intake.store(
        new Batch(
            records,
            Map.of(new TopicPartition(TOPICO, 0), new Range(desde, desde + records.size()))));
  }

  /** Claims everything that may go now. */
  public List<ReporteReclamado> reclamar(ServicioSat servicio) throws SQLException {
    return database.transaction(
        connection -> {
          DispatchStatements.lock(connection, servicio);
          return DispatchStatements.claim(
              connection, servicio, List.of(4), 100, Duration.ofMinutes(1));
        });
  }

  /** Claims the one report that may go. */
  public ReporteReclamado reclamarUno(ServicioSat servicio) throws SQLException {
    List<ReporteReclamado> reclamados = reclamar(servicio);
    if (reclamados.size() != 1) {
      throw new AssertionError("claimed " + reclamados);
    }
    return reclamados.getFirst();
  }

  public void liquidar(ReporteReclamado reclamado, Veredicto veredicto) throws SQLException {
    settlement.settle(List.of(desenlace(reclamado, veredicto)));
  }

  Desenlace desenlace(ReporteReclamado reclamado, Veredicto veredicto) {
    return new Desenlace(
        reclamado,
        Liquidacion.de(veredicto, reclamado, esperas),
        new Respuesta(Respuesta.nombre(veredicto), 200, null, Duration.ZERO, data -> {}));
  }

  /** Ends the leases of everything in flight. */
  public int vencer(ServicioSat servicio) throws SQLException {
    ejecutar(
        """
        update reporte set arriendo_hasta = now() - interval '1 second' where id in (
          select id from reporte where servicio = ? and estado = 'EN_VUELO' for update skip locked)
        """,
        servicio.nombre());
    return settlement.expire(servicio);
  }

  /** A report as it stands. */
  public record Fila(
      EstadoReporte estado,
      @Nullable Bloqueo bloqueo,
      int version,
      int revision,
      boolean listo,
      @Nullable String codigo,
      @Nullable String retencion) {}

  public Fila fila(ServicioSat servicio, String radicado) throws SQLException {
    return buscar(servicio, radicado)
        .orElseThrow(() -> new AssertionError("no report " + servicio + " " + radicado));
  }

  public Optional<Fila> buscar(ServicioSat servicio, String radicado) throws SQLException {
    return database.transaction(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  """
                  select estado, bloqueo, version, revision,
                    estado = 'PENDIENTE' and bloqueo is null and no_antes <= now(), codigo, retencion
                  from reporte where servicio = ? and radicado = ?
                  """)) {
            select.setString(1, servicio.nombre());
            select.setString(2, radicado);
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(fila(row)) : Optional.empty();
            }
          }
        });
  }

  private static Fila fila(ResultSet row) throws SQLException {
    String bloqueo = row.getString(2);
    return new Fila(
        EstadoReporte.valueOf(row.getString(1)),
        bloqueo == null ? null : Bloqueo.valueOf(bloqueo),
        row.getInt(3),
        row.getInt(4),
        row.getBoolean(5),
        row.getString(6),
        row.getString(7));
  }

  /** The outcomes that wait for the relay, oldest first: each with its {@code type} and data. */
  public List<JsonNode> resultados(String radicado) throws SQLException {
    return database.transaction(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select payload || jsonb_build_object('type', type) from salida where aggregateid = ? order by id")) {
            select.setString(1, radicado);
            try (ResultSet row = select.executeQuery()) {
              List<JsonNode> resultados = new ArrayList<>();
              while (row.next()) {
                resultados.add(json.readTree(row.getString(1)));
              }
              return resultados;
            } catch (IOException notJson) {
              throw new UncheckedIOException(notJson);
            }
          }
        });
  }

  /** One value of the one row there is, as text. */
  public String valor(String sql, Object... values) throws SQLException {
    return database.transaction(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
              select.setObject(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? String.valueOf(row.getString(1)) : "";
            }
          }
        });
  }

  /** The body that is sent. */
  public String cuerpo(ReporteReclamado reclamado) {
    return cifrados.abrir(reclamado.cuerpo(), reclamado.lugar());
  }

  /** The body that would be sent now. */
  public String cuerpo(ServicioSat servicio, String radicado) {
    return cifrados.cuerpo(servicio, radicado);
  }

  public void ejecutar(String sql, Object... values) throws SQLException {
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
