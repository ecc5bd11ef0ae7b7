package co.satccf.transmitter.restauracion;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.transmitter.Escenario.hasta;
import static co.satccf.transmitter.Eventos.desafiliacion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.satccf.transmitter.Cifrados;
import co.satccf.transmitter.Escenario;
import co.satccf.transmitter.dispatch.Banco;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.outbox.Resultado;
import co.satccf.transmitter.reception.Procedencia;
import co.satccf.transmitter.reception.RegistroGuardado;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Hilos;
import co.satccf.transmitter.store.Locks;
import co.satccf.transmitter.store.Topicos;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Starts of a service, each with steps that are only noted down. */
@QuarkusTest
class RestauracionTest {

  private static final String R1 = "1001";

  @Inject Banco banco;
  @Inject Cifrados cifrados;
  @Inject Escenario escenario;
  @Inject Comparacion comparacion;
  @Inject Reaplicacion reaplicacion;
  @Inject Pasado pasado;
  @Inject Database database;
  @Inject FamiliaDeServicios familia;

  private final List<String> pasos = new CopyOnWriteArrayList<>();
  private final Hilos hilos = new Hilos();
  private final List<Restauracion> empezadas = new ArrayList<>();

  @BeforeEach
  void theStoreHasAllThatTheTopicsHave() throws Exception {
    banco.vaciar();
    banco.ejecutar("truncate resultado_por_reaplicar, resultado_comprobado");
    for (var una : pasado.extension(List.of(Topicos.RESULTADOS, Topicos.EMPLEADORES)).entrySet()) {
      TopicPartition particion = una.getKey();
      banco.ejecutar(
          "insert into posicion (topico, particion, siguiente) values (?, ?, ?)",
          particion.topic(),
          particion.partition(),
          una.getValue().siguiente());
      if (particion.topic().equals(Topicos.RESULTADOS)) {
        banco.ejecutar(
            "insert into resultado_comprobado values (?, ?)",
            particion.partition(),
            una.getValue().siguiente());
      }
    }
    banco.incorporar(1);
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
  }

  @AfterEach
  void letGo() throws SQLException {
    empezadas.forEach(Restauracion::parar);
    banco.ejecutar("truncate resultado_por_reaplicar, resultado_comprobado");
    banco.ejecutar("delete from posicion where topico in ('sat.resultados', 'sat.empleadores')");
    banco.soltar();
  }

  @Test
  void whatIsLeftOfARestoreDoesNotMakeTheNextStartOne() throws SQLException {
    // Given an outcome whose report never came
    banco.ejecutar(
        "insert into resultado_por_reaplicar (servicio, radicado, revision, resultado) values ('Desafiliacion', '9', 2, '{}')");
    abrir(Duration.ofHours(1));
    assertThat(dudoso()).isEqualTo("t");
    banco.ejecutar("update reporte set dudoso = false");
    // When
    abrir(Duration.ofHours(1));
    // Then
    assertThat(dudoso()).isEqualTo("f");
    assertThat(banco.valor("select count(*) from resultado_por_reaplicar")).isEqualTo("1");
  }

  @Test
  void takesNoStepOnceItIsStopped() {
    // Given
    Restauracion restauracion = nueva(Duration.ofHours(1));
    restauracion.parar();
    // When
    restauracion.antesDe(new PasosAnotados());
    // Then
    hasta(() -> assertThat(hilos.muertos()).containsKey("restauracion"));
    assertThat(pasos).isEmpty();
    assertThat(restauracion.abierta()).isFalse();
  }

  @Test
  void passesOverOutcomesThatNobodyHereCouldHaveMade() throws SQLException {
    // Given
    publicar("{");
    publicar(resultado("'estado':'ACEPTADO','version':1,'intento':1"));
    publicar(resultado("'estado':'OTRO','revision':2,'version':1,'intento':1"));
    publicar(
        resultado("'estado':'ACEPTADO','revision':2,'version':1,'intento':1,'origen':'NADIE'"));
    // When
    abrir(Duration.ofHours(1));
    // Then
    assertThat(dudoso()).isEqualTo("f");
    assertThat(banco.valor("select count(*) from resultado_por_reaplicar")).isEqualTo("0");
  }

  @Test
  void stopsSendingWhenTheStoreFallsBehindWhileItRuns() {
    // Given
    Restauracion restauracion = abrir(Duration.ofMillis(200));
    // When
    publicar(resultado("'estado':'ACEPTADO','revision':2,'version':1,'intento':1,'origen':'SAT'"));
    // Then
    hasta(() -> assertThat(hilos.muertos()).containsKey("restauracion"));
    assertThat(pasos).containsExactly("tomar", "enviar", "dejarDeEnviar");
    assertThat(restauracion.abierta()).isFalse();
  }

  @Test
  void sendsNothingWhileACorrectionIsBeingApplied() throws Exception {
    // Given a restore, and a correction that takes its time
    banco.ejecutar(
        "insert into resultado_por_reaplicar (servicio, radicado, revision, resultado) values ('Desafiliacion', '9', 2, '{}')");
    UUID llave = UUID.fromString(banco.valor("select llave from reporte where radicado = ?", R1));
    RegistroGuardado ilegible =
        cifrados.cerrar(new Procedencia("sat.banco", 0, 9, new byte[0], Map.of()));
    Restauracion restauracion = nueva(Duration.ofHours(1));
    database.transaction(
        connection -> {
          Locks.turns(connection, Set.of(llave), Set.of(), false);
          banco.ejecutar(
              """
              insert into correccion (servicio, original, radicado, evento_source, evento_id, topico, particion, posicion,
                bytes, clave, contenido, cabeceras, huella, quien)
              values ('Desafiliacion', ?, ?, 'prueba', 'c1', 'sat.banco', 0, 9, 0, ?, ?, ?, ?, 'ERP')
              """,
              R1,
              R1,
              ilegible.clave(),
              ilegible.contenido(),
              ilegible.cabeceras(),
              ilegible.huella());
          // When
          restauracion.antesDe(new PasosAnotados());
          hasta(() -> assertThat(pasos).contains("tomar"));
          await()
              .during(Duration.ofSeconds(6))
              .atMost(Duration.ofSeconds(8))
              .until(() -> !pasos.contains("enviar"));
          return true;
        });
    // Then
    hasta(() -> assertThat(pasos).contains("enviar"));
  }

  @Test
  void replicasThatNumberAtOnceNeverGoBack() throws Exception {
    long desde = Long.parseLong(banco.valor("select last_value + 1000 from salida_id_seq"));
    for (int vez = 0; vez < 10; vez++) {
      long mayor = desde + 100L * (vez + 1);
      try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
        // Given
        List<Future<Boolean>> numerando =
            database.transaction(
                connection -> {
                  try (Statement hold = connection.createStatement()) {
                    hold.execute("alter sequence salida_id_seq cache 1");
                  }
                  // When one has read more of the topic than the other
                  List<Future<Boolean>> esperando = new ArrayList<>();
                  for (long leido : List.of(mayor, mayor - 50)) {
                    esperando.add(replicas.submit(() -> numerarDesde(leido)));
                    int cuantas = esperando.size();
                    hasta(() -> assertThat(esperan()).isEqualTo(String.valueOf(cuantas)));
                  }
                  return esperando;
                });
        for (Future<Boolean> una : numerando) {
          una.get();
        }
      }
      // Then
      assertThat(banco.valor("select last_value from salida_id_seq"))
          .isEqualTo(String.valueOf(mayor));
    }
  }

  private boolean numerarDesde(long leido) throws SQLException {
    return database.transaction(
        connection -> RestauracionStatements.numerarDesde(connection, leido));
  }

  private String esperan() throws SQLException {
    // The relay and the intake of this process may wait for the same table.
    return banco.valor(
        """
        select count(*) from pg_stat_activity
        where wait_event_type = 'Lock'
          and (query like 'lock table salida %' or query like 'select setval(%')
        """);
  }

  private String dudoso() throws SQLException {
    return banco.valor("select dudoso from reporte where radicado = ?", R1);
  }

  /** One start that comes to its end. */
  private Restauracion abrir(Duration entreComprobaciones) {
    Restauracion restauracion = nueva(entreComprobaciones);
    restauracion.antesDe(new PasosAnotados());
    hasta(() -> assertThat(pasos).contains("enviar"));
    hasta(() -> assertThat(restauracion.abierta()).isTrue());
    if (entreComprobaciones.toHours() > 0) {
      restauracion.parar();
      pasos.clear();
    }
    return restauracion;
  }

  private Restauracion nueva(Duration entreComprobaciones) {
    Restauracion restauracion =
        new Restauracion(
            comparacion, reaplicacion, pasado, database, hilos, true, entreComprobaciones, familia);
    empezadas.add(restauracion);
    return restauracion;
  }

  private String resultado(String campos) {
    return "{'source':'%s','data':{'servicio':'%s','radicado':'%s','secuencia':1,'glosas':[],'instante':'2026-11-01T00:00:00Z',%s}}"
        .formatted(Resultado.fuente(familia.familia()), DESAFILIACION.nombre(), R1, campos)
        .replace('\'', '"');
  }

  private void publicar(String resultado) {
    escenario.enviar(
        List.of(
            new ProducerRecord<>(
                Topicos.RESULTADOS,
                R1.getBytes(StandardCharsets.UTF_8),
                resultado.getBytes(StandardCharsets.UTF_8))));
  }

  private final class PasosAnotados implements Restauracion.Pasos {

    @Override
    public void tomar() {
      pasos.add("tomar");
    }

    @Override
    public void releerRegistro() {
      pasos.add("releerRegistro");
    }

    @Override
    public void enviar() {
      pasos.add("enviar");
    }

    @Override
    public void dejarDeEnviar() {
      pasos.add("dejarDeEnviar");
    }
  }
}
