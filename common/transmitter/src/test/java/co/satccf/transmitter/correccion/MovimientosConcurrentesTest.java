package co.satccf.transmitter.correccion;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.model.ServicioSat.ESTADO_PAGO_EMPLEADOR;
import static co.satccf.transmitter.Eventos.desafiliacion;
import static co.satccf.transmitter.Eventos.estadoPago;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.estado.Movimientos;
import co.satccf.model.respuesta.Veredicto;
import co.satccf.transmitter.Eventos;
import co.satccf.transmitter.Eventos.Evento;
import co.satccf.transmitter.auditoria.Cadena;
import co.satccf.transmitter.decision.Decisiones;
import co.satccf.transmitter.decision.Orden;
import co.satccf.transmitter.decision.Seguidor;
import co.satccf.transmitter.dispatch.Banco;
import co.satccf.transmitter.dispatch.ReporteReclamado;
import co.satccf.transmitter.movimientos.Mover;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.MovimientoIlegal;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.sweep.Sweeper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Events, answers, ends of leases, corrections of both kinds and every move of an operator, all at
 * the same time on a few keys. A trigger writes down each change of each report.
 */
@QuarkusTest
class MovimientosConcurrentesTest {

  private static final int EMPLEADORES = 8;
  private static final Duration CARRERA = Duration.ofSeconds(7);
  private static final Orden ORDEN = new Orden("carrera", "carrera");

  @Inject Banco banco;
  @Inject Decisiones decisiones;
  @Inject Corrector corrector;
  @Inject CorreccionDelOperador correccion;
  @Inject Bandeja bandeja;
  @Inject Sweeper sweeper;
  @Inject Database database;
  @Inject Cadena cadena;

  private final AtomicInteger movidos = new AtomicInteger();
  private final AtomicInteger rechazados = new AtomicInteger();
  private final AtomicInteger aceptados = new AtomicInteger();
  private final Queue<ReporteReclamado> sinRespuesta = new ConcurrentLinkedQueue<>();
  private volatile boolean terminado;
  private long auditoriaDesde;

  @BeforeEach
  void emptyStoreWithAWitness() throws SQLException {
    banco.vaciar();
    for (int empleador = 0; empleador < EMPLEADORES; empleador++) {
      banco.incorporar(empleador);
    }
    auditoriaDesde = numero("select coalesce(max(numero), 0) from auditoria");
    banco.ejecutar(
        """
        create table testigo (n bigint generated always as identity, reporte bigint, de text, a text,
          version_antes int, version int, revision_antes int, revision int, con_correccion boolean)
        """);
    banco.ejecutar(
        """
        create function atestiguar() returns trigger language plpgsql as $$
        begin
          insert into testigo (reporte, de, a, version_antes, version, revision_antes, revision,
            con_correccion)
          values (new.id, old.estado, new.estado, old.version, new.version, old.revision, new.revision,
            exists (select from correccion c where c.servicio = new.servicio and c.original = new.radicado
              and c.estado = 'EN_ESPERA'));
          return null;
        end $$
        """);
    banco.ejecutar(
        "create trigger atestiguar after update on reporte for each row execute function atestiguar()");
  }

  @AfterEach
  void letGo() throws SQLException {
    banco.ejecutar("drop trigger atestiguar on reporte");
    banco.ejecutar("drop function atestiguar");
    banco.ejecutar("drop table testigo");
    banco.soltar();
  }

  @Test
  void neitherLoseAnUpdateNorMakeAnIllegalMoveNorLeaveATurnOrphaned() throws Exception {
    // When
    carrera(DESAFILIACION);
    // Then
    comprobar(DESAFILIACION);
    assertThat(tardias()).as("late acceptances after a person's decision").isPositive();
  }

  @Test
  void theNewestPaymentStateWinsWhateverElseMovesThem() throws Exception {
    // When
    carrera(ESTADO_PAGO_EMPLEADOR);
    // Then
    comprobar(ESTADO_PAGO_EMPLEADOR);
    // And at most one that may still be sent waits in each key, beside what a person must judge
    assertThat(
            numero(
                """
                select count(*) from (select llave from reporte
                where servicio = 'EstadoPagoEmpleador' and estado in ('PENDIENTE', 'GLOSADO')
                group by llave having count(*) > 1) sobran
                """))
        .isZero();
  }

  @Test
  void correctionsThatCrossBetweenTwoKeysEndAndLoseNothing() throws Exception {
    // Given two reports, each at the head of its key
    banco.recibir(
        desafiliacion("a", "1", 0, "2026-01-01"), desafiliacion("b", "2", 1, "2026-01-02"));
    int vueltas = 150;
    // When each goes to the key of the other, and back, while people move them too
    try (ExecutorService hilos = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> tareas = new ArrayList<>();
      tareas.add(
          hilos.submit(
              () -> {
                for (int i = 0; i < vueltas; i++) {
                  banco.recibir(
                      desafiliacion("a" + i, "1", 1 - i % 2, "2026-01-01").corrige("1"),
                      desafiliacion("b" + i, "2", i % 2, "2026-01-02").corrige("2"));
                }
                terminado = true;
                return null;
              }));
      for (int i = 0; i < 3; i++) {
        tareas.add(hilos.submit(() -> mientras(() -> corrector.aplicarTodas())));
        tareas.add(hilos.submit(() -> mientras(() -> reclamarYLiquidar(DESAFILIACION, true))));
        tareas.add(
            hilos.submit(() -> mientras(() -> intentar(() -> mueve(DESAFILIACION, "1", false)))));
      }
      for (Future<?> tarea : tareas) {
        tarea.get();
      }
    }
    while (numero("select count(*) from correccion where estado = 'EN_ESPERA'") > 0) {
      banco.vencer(DESAFILIACION);
      for (String radicado : List.of("1", "2")) {
        intentar(
            () ->
                decisiones.decidir(
                    DESAFILIACION, radicado, EstadoReporte.PENDIENTE, null, "x", ORDEN));
      }
      corrector.aplicarTodas();
    }
    // Then every one was applied, the last one last
    comprobar(DESAFILIACION);
    assertThat(banco.cuerpo(DESAFILIACION, "1")).contains(Eventos.nit(vueltas % 2));
    assertThat(banco.cuerpo(DESAFILIACION, "2")).contains(Eventos.nit(1 - vueltas % 2));
    assertThat(numero("select count(*) from correccion where estado = 'APLICADA'"))
        .isEqualTo(2L * vueltas);
    assertThat(numero("select sum(version) from reporte")).isEqualTo(2L * vueltas + 2);
  }

  @Test
  void anOperatorsCorrectionNeverTakesBackWhatTheErpHasCorrectedMeanwhile() throws Exception {
    for (int i = 0; i < 120; i++) {
      // Given
      String radicado = String.valueOf(5_000 + i);
      int empleador = i % EMPLEADORES;
      String fecha = LocalDate.of(2026, 1, 1).plusDays(i).toString();
      banco.recibir(desafiliacion("o" + i, radicado, empleador, fecha).con("pazYSalvo", "TAL VEZ"));
      // When both mend it at once
      try (ExecutorService hilos = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<?> erp =
            hilos.submit(
                () -> {
                  banco.recibir(
                      desafiliacion("c" + radicado, radicado, empleador, fecha)
                          .con("fechaSolicitud", "2026-10-05")
                          .corrige(radicado));
                  return corrector.aplicarTodas();
                });
        Future<?> persona =
            hilos.submit(
                () ->
                    intentar(
                        () ->
                            correccion.corregir(
                                DESAFILIACION, radicado, Map.of("pazSalvo", "SI"), ORDEN)));
        erp.get();
        persona.get();
      }
      while (corrector.aplicarTodas() > 0) {
        // Until nothing waits.
      }
      // Then
      assertThat(banco.cuerpo(DESAFILIACION, radicado)).contains("2026-10-05");
      decisiones.retirar(DESAFILIACION, radicado, Seguidor.LIBERAR, ORDEN);
    }
  }

  private void carrera(ServicioSat servicio) throws Exception {
    try (ExecutorService hilos = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> tareas = new ArrayList<>();
      tareas.add(hilos.submit(() -> publicar(servicio)));
      for (int i = 0; i < 4; i++) {
        tareas.add(hilos.submit(() -> mientras(() -> reclamarYLiquidar(servicio, false))));
        tareas.add(hilos.submit(() -> mientras(() -> operar(servicio))));
      }
      for (int i = 0; i < 2; i++) {
        tareas.add(hilos.submit(() -> mientras(() -> corrector.aplicarTodas())));
      }
      tareas.add(hilos.submit(() -> mientras(() -> vencer(servicio))));
      tareas.add(hilos.submit(() -> mientras(() -> responderTarde())));
      for (Future<?> tarea : tareas) {
        tarea.get();
      }
    }
    while (responderTarde()) {
      // Until no answer is owed.
    }
    while (corrector.aplicarTodas() > 0) {
      // Until nothing waits that can be applied.
    }
  }

  /**
   * Answers a claim that was left without one when its lease is over and a person sends it again.
   */
  private boolean responderTarde() throws Exception {
    @Nullable ReporteReclamado reclamado = sinRespuesta.poll();
    if (reclamado != null) {
      banco.vencer(reclamado.servicio());
      intentar(
          () ->
              decisiones.decidir(
                  reclamado.servicio(),
                  reclamado.reporte().radicado(),
                  EstadoReporte.PENDIENTE,
                  null,
                  "x",
                  ORDEN));
      banco.liquidar(reclamado, new Veredicto.Aceptado("200", "Recibido"));
    }
    return reclamado != null;
  }

  /** Facts and corrections of them, in batches as a topic brings them. */
  private Void publicar(ServicioSat servicio) throws Exception {
    ThreadLocalRandom azar = ThreadLocalRandom.current();
    long fin = System.nanoTime() + CARRERA.toNanos();
    for (int i = 0; System.nanoTime() < fin; i++) {
      String radicado = String.valueOf(1_000 + i);
      var nuevo = evento(servicio, "n" + i, radicado, azar.nextInt(EMPLEADORES), i);
      if (azar.nextInt(8) == 0) {
        nuevo = nuevo.con(campo(servicio), "MAL");
      }
      int j = azar.nextInt(i + 1);
      String original = String.valueOf(1_000 + j);
      String despues = azar.nextInt(3) == 0 ? "9000" + i : original;
      var corrige =
          evento(servicio, "c" + i, despues, azar.nextInt(EMPLEADORES), j).corrige(original);
      banco.recibir(nuevo, corrige);
    }
    terminado = true;
    return null;
  }

  private static Evento evento(
      ServicioSat servicio, String id, String radicado, int empleador, int i) {
    return servicio == DESAFILIACION
        ? desafiliacion(
            id, radicado, empleador, LocalDate.of(2026, 1, 1).plusDays(i % 200).toString())
        : estadoPago(
            id,
            radicado,
            empleador,
            Instant.parse("2026-01-01T00:00:00Z")
                .plusSeconds(ThreadLocalRandom.current().nextInt(100_000))
                .toString());
  }

  private static String campo(ServicioSat servicio) {
    return servicio == DESAFILIACION ? "pazYSalvo" : "estadoPago";
  }

  private Void mientras(Callable<?> paso) throws Exception {
    while (!terminado) {
      paso.call();
      // A virtual thread that never parks keeps the driver's sockets from being read.
      LockSupport.parkNanos(500_000);
    }
    return null;
  }

  private int reclamarYLiquidar(ServicioSat servicio, boolean nuncaAcepta) throws SQLException {
    List<ReporteReclamado> reclamados = banco.reclamar(servicio);
    for (ReporteReclamado reclamado : reclamados) {
      Thread.yield();
      if (!nuncaAcepta && ThreadLocalRandom.current().nextInt(8) == 0) {
        sinRespuesta.add(reclamado);
        continue;
      }
      Veredicto veredicto = veredicto(nuncaAcepta);
      banco.liquidar(reclamado, veredicto);
      if (veredicto instanceof Veredicto.Aceptado) {
        aceptados.incrementAndGet();
      }
    }
    return reclamados.size();
  }

  private static Veredicto veredicto(boolean nuncaAcepta) {
    int suerte = ThreadLocalRandom.current().nextInt(nuncaAcepta ? 45 : 0, 100);
    if (suerte < 45) {
      return new Veredicto.Aceptado("200", "Recibido");
    }
    if (suerte < 62) {
      return new Veredicto.Glosado("GN03", "No");
    }
    if (suerte < 74) {
      return new Veredicto.Reintentable("CONEXION_RECHAZADA", null, false);
    }
    return suerte < 88
        ? new Veredicto.Incierto("CORTE", false)
        : new Veredicto.PorConfirmar("ZZ99", "Otro");
  }

  private int vencer(ServicioSat servicio) throws SQLException {
    LockSupport.parkNanos(30_000_000);
    return banco.vencer(servicio);
  }

  private Void operar(ServicioSat servicio) throws Exception {
    // Mostly one whose turn it is: there is more to be done with it.
    String radicado =
        banco.valor(
            """
            select radicado from reporte
            where estado not in ('ACEPTADO', 'RETIRADO', 'SUSTITUIDO')
              and (bloqueo is distinct from 'REPORTE_ANTERIOR' or random() < 0.1)
            order by random() limit 1
            """);
    if (!radicado.isEmpty()) {
      intentar(() -> mueve(servicio, radicado, true));
    }
    return null;
  }

  private interface Paso {
    void dar() throws Exception;
  }

  /** A refusal is an answer, and so is that others came first ten times; anything else fails. */
  private Void intentar(Paso paso) throws Exception {
    try {
      paso.dar();
      movidos.incrementAndGet();
    } catch (Rechazo | MovimientoIlegal | Mover.MovidoMientrasTanto refused) {
      rechazados.incrementAndGet();
    }
    return null;
  }

  private void mueve(ServicioSat servicio, String radicado, boolean termina) throws SQLException {
    ThreadLocalRandom azar = ThreadLocalRandom.current();
    switch (azar.nextInt(termina ? 9 : 5)) {
      case 0 -> decisiones.reintentar(servicio, radicado, ORDEN);
      case 1 -> decisiones.reenviar(servicio, radicado, ORDEN);
      case 2 -> decisiones.liberar(servicio, radicado, ORDEN);
      case 3 -> decisiones.decidir(servicio, radicado, EstadoReporte.PENDIENTE, null, "x", ORDEN);
      case 4 -> decisiones.decidir(servicio, radicado, EstadoReporte.GLOSADO, "GN03", "x", ORDEN);
      case 5 -> decisiones.decidir(servicio, radicado, EstadoReporte.ACEPTADO, "200", "x", ORDEN);
      case 6 -> decisiones.retirar(servicio, radicado, Seguidor.RETENER, ORDEN);
      case 7 ->
          correccion.corregir(
              servicio,
              radicado,
              Map.of(
                  servicio == DESAFILIACION ? "pazSalvo" : "estadoPago",
                  servicio == DESAFILIACION ? "SI" : "1"),
              ORDEN);
      default -> {
        long id = numero("select coalesce(min(id), 0) from correccion where estado = 'EN_ESPERA'");
        if (!bandeja.descartar(id, ORDEN)) {
          throw new Rechazo(Falla.NO_ENCONTRADO, "ninguna");
        }
      }
    }
  }

  private void comprobar(ServicioSat servicio) throws SQLException {
    System.out.printf(
        "%s: %d transiciones, %d aceptaciones tardías, %d movimientos, %d rechazos, %d aceptados%n",
        servicio,
        numero("select count(*) from testigo where de <> a"),
        tardias(),
        movidos.get(),
        rechazados.get(),
        aceptados.get());
    assertThat(ilegales()).as("illegal moves").isEmpty();
    assertThat(
            numero(
                "select count(*) from testigo where revision not in (revision_antes, revision_antes + 1)"))
        .as("revisions grow by one")
        .isZero();
    assertThat(
            numero(
                "select count(*) from testigo where version not in (version_antes, version_antes + 1)"))
        .as("versions grow by one")
        .isZero();
    assertThat(
            numero(
                """
                select count(*) from reporte r where r.revision <> (
                    select count(*) from salida s where s.aggregatetype = r.servicio and s.aggregateid = r.radicado)
                  or r.revision <> (
                    select count(distinct payload->>'revision') from salida s
                    where s.aggregatetype = r.servicio and s.aggregateid = r.radicado)
                """))
        .as("each revision was told once")
        .isZero();
    assertThat(
            numero(
                """
                select count(*) from reporte r where r.version <> 1 + (
                  select count(*) from correccion c
                  where c.servicio = r.servicio and c.original = r.radicado and c.radicado = r.radicado
                    and c.estado = 'APLICADA')
                """))
        .as("each applied correction is one version")
        .isZero();
    assertThat(
            numero(
                """
                select count(*) from testigo where de = 'PENDIENTE' and a = 'EN_VUELO' and con_correccion
                """))
        .as("no report goes while a correction of it waits")
        .isZero();
    assertThat(
            numero(
                """
                select count(*) from intento i join reporte r on r.id = i.reporte
                where i.aplicado and i.veredicto = 'ACEPTADO'
                  and (r.estado <> 'ACEPTADO' or (i.numero, i.version) <> (r.intento, r.version))
                """))
        .as("what was accepted is what the newest attempt sent, and its report ended")
        .isZero();
    assertThat(
            numero(
                """
                select count(*) from reporte r
                where estado = 'PENDIENTE' and no_antes = 'infinity' and not exists (
                  select from correccion c
                  where c.servicio = r.servicio and c.original = r.radicado and c.estado = 'EN_ESPERA')
                """))
        .as("nobody waits for a correction that does not come")
        .isZero();
    assertThat(
            numero(
                """
                select count(*) from (select distinct llave from reporte
                  where bloqueo = 'REPORTE_ANTERIOR') fila
                where not exists (select from reporte a where a.llave = fila.llave
                  and a.estado in ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR')
                  and a.bloqueo is distinct from 'REPORTE_ANTERIOR')
                """))
        .as("every row of waiting reports has somebody at its head")
        .isZero();
    assertThat(sweeper.sweep()).isZero();
    assertThat(
            numero(
                "select count(*) from auditoria where quien = 'carrera' and numero > "
                    + auditoriaDesde))
        .as("each move of an operator stands in the audit")
        .isEqualTo(movidos.get());
    assertThat(cadena.verificar(null).integra()).isTrue();
  }

  private long tardias() throws SQLException {
    return numero("select count(*) from testigo where de = 'PENDIENTE' and a = 'ACEPTADO'");
  }

  private List<String> ilegales() throws SQLException {
    return database.transaction(
        connection -> {
          try (PreparedStatement select =
                  connection.prepareStatement("select distinct de, a from testigo where de <> a");
              ResultSet row = select.executeQuery()) {
            List<String> ilegales = new ArrayList<>();
            while (row.next()) {
              EstadoReporte de = EstadoReporte.valueOf(row.getString(1));
              EstadoReporte a = EstadoReporte.valueOf(row.getString(2));
              if (!Movimientos.legal(de, a)) {
                ilegales.add(de + " -> " + a);
              }
            }
            return ilegales;
          }
        });
  }

  private long numero(String sql) throws SQLException {
    return Long.parseLong(banco.valor(sql));
  }
}
