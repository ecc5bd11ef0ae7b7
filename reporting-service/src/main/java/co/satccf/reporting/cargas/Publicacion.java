package co.satccf.reporting.cargas;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.satccf.identidad.Operador;
import co.satccf.model.cifrado.NoDescifrableException;
import co.satccf.model.evento.LectorEventos;
import co.satccf.model.evento.Lectura;
import co.satccf.model.reporte.Documento;
import co.satccf.reporting.cargas.CargaStatements.Tomada;
import co.satccf.reporting.informes.Transaction;
import co.satccf.reporting.problema.NoSePuede;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes uploads piece by piece, one replica at a time. A piece that was on its way when the
 * process died goes again, under the same identities: the inbox of the family knows them.
 */
@Singleton
class Publicacion {

  private static final Logger LOG = Logger.getLogger(Publicacion.class);

  /** How long one replica has for one piece. */
  private static final Duration ARRIENDO = Duration.ofMinutes(1);

  private static final Duration ESPERA = Duration.ofSeconds(10);
  private static final LectorEventos LECTOR = new LectorEventos();

  private final DataSource database;
  private final Cofre cofre;
  private final Trozos trozos;
  private final Productores productores;

  Publicacion(DataSource database, Cofre cofre, Trozos trozos, Productores productores) {
    this.database = database;
    this.cofre = cofre;
    this.trozos = trozos;
    this.productores = productores;
  }

  /** Works off everything that is to be published and that nobody is publishing. */
  void publicarLoQueHaya() throws SQLException {
    for (var una = tomar(); una != null; una = tomar()) {
      publicar(una);
    }
  }

  private @Nullable Tomada tomar() throws SQLException {
    return Transaction.of(database, connection -> CargaStatements.tomar(connection, ARRIENDO))
        .orElse(null);
  }

  private void publicar(Tomada carga) throws SQLException {
    if (cofre.llavero().isEmpty()) {
      LOG.errorf("event=upload_without_ring alert=true id=%d", carga.id());
      aplazar(
          carga.id(),
          "A este servicio le falta el llavero (sat.llavero); se sigue cuando lo tenga");
      return;
    }
    try (var productor = productores.nuevo()) {
      int numero = carga.siguiente();
      for (var trozo = trozos.desde(carga.id(), numero);
          trozo != null;
          trozo = trozos.desde(carga.id(), numero)) {
        if (!publicar(productor, carga, trozo)) {
          return;
        }
        numero = trozo.numero() + 1;
      }
      terminar(carga.id());
    } catch (NoSePuede ended) {
      LOG.infof("event=upload_ended_meanwhile id=%d", carga.id());
    } catch (NoDescifrableException closed) {
      LOG.errorf(
          "event=upload_closed alert=true id=%d cause=\"%s\"", carga.id(), closed.getMessage());
      aplazar(carga.id(), "Lo guardado no abre: falta su clave en el llavero, o fue alterado");
    } catch (ExecutionException refused) {
      var causa = Objects.requireNonNullElse(refused.getCause(), refused);
      LOG.warnf(
          "event=upload_not_published id=%d cause=%s",
          carga.id(), causa.getClass().getSimpleName());
      aplazar(
          carga.id(),
          causa instanceof AuthorizationException
              ? "Kafka no deja publicar a este servicio; se sigue intentando"
              : "Kafka no responde; se sigue intentando");
    } catch (InterruptedException | InterruptException stop) {
      Thread.currentThread().interrupt();
      aplazar(carga.id(), "El servicio se detuvo; se sigue al arrancar");
    } catch (KafkaException noProducer) {
      LOG.warnf(
          "event=upload_not_published id=%d cause=%s",
          carga.id(), noProducer.getClass().getSimpleName());
      aplazar(carga.id(), "No se puede hablar con Kafka; se sigue intentando");
    }
  }

  /**
   * @return false when somebody else has published it, or the upload has ended
   */
  private boolean publicar(Producer<byte[], byte[]> productor, Tomada carga, Trozo trozo)
      throws SQLException, ExecutionException, InterruptedException {
    var buenas = buenas(carga.id(), trozo);
    List<Future<RecordMetadata>> envios = new ArrayList<>(buenas.size());
    for (var linea : buenas) {
      var valor = linea.completa(carga.huella());
      var envio =
          productor.send(new ProducerRecord<>(trozo.familia().topic(), llave(valor), valor));
      if (envio.isDone()) {
        // Each further one would wait as long for a broker that is away.
        envio.get();
      }
      envios.add(envio);
    }
    productor.flush();
    for (var envio : envios) {
      envio.get();
    }
    return Transaction.of(
        database,
        connection ->
            CargaStatements.publicado(
                connection, carga.id(), trozo.numero(), buenas.size(), ARRIENDO));
  }

  private List<Linea> buenas(long carga, Trozo trozo) throws SQLException {
    Set<Integer> erradas =
        Transaction.of(
            database,
            connection ->
                HallazgoStatements.erradas(
                    connection,
                    carga,
                    trozo.lineas().getFirst().numero(),
                    trozo.lineas().getLast().numero()));
    return trozo.lineas().stream().filter(linea -> !erradas.contains(linea.numero())).toList();
  }

  /** The employer, which decides the partition and with it the order. */
  private static byte @Nullable [] llave(byte[] evento) {
    return switch (LECTOR.leer(evento, Map.of())) {
      case Lectura.Reportable(var _, var _, var _, var _, var _, var reporte) ->
          llave(reporte.documentoEmpleador(), reporte.serialSat());
      case Lectura.Incorporado(var _, var _, var _, var empleador, var serial, var _, var _) ->
          llave(empleador, serial);
      // The family will put it into quarantine, from whatever partition.
      case Lectura.Ilegible _ -> null;
    };
  }

  private static byte[] llave(Documento empleador, String serial) {
    return "%s-%s-%s".formatted(empleador.tipo(), empleador.numero(), serial).getBytes(UTF_8);
  }

  private void terminar(long carga) throws SQLException {
    Transaction.of(
        database,
        connection -> {
          CargaStatements.mover(
              connection,
              carga,
              Set.of(EstadoCarga.PUBLICANDO),
              EstadoCarga.PUBLICADA,
              Operador.SISTEMA);
          return TrozoStatements.borrar(connection, carga);
        });
    LOG.infof("event=upload_published id=%d", carga);
  }

  private void aplazar(long carga, String motivo) throws SQLException {
    Transaction.of(
        database, connection -> CargaStatements.aplazar(connection, carga, motivo, ESPERA));
  }
}
