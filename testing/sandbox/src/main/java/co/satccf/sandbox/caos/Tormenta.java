package co.satccf.sandbox.caos;

import co.satccf.sandbox.caos.Plan.Cita;
import co.satccf.sandbox.local.Plataforma;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Plays a plan on a platform, and leaves it healed. */
final class Tormenta {
  private static final Duration ENTRE_RONDAS = Duration.ofMillis(500);
  private static final Duration PARA_SANAR = Duration.ofSeconds(60);

  private final Plataforma plataforma;
  private final BooleanSupplier hayTrabajo;
  private final Consumer<String> diario;
  private final Vigia vigia;
  private final Map<String, Integer> sobrevividos = new TreeMap<>();
  private final long inicio = System.nanoTime();

  /**
   * @param hayTrabajo whether the feed is still on its way: a fault over an idle platform is none
   * @param diario told what happens, in Spanish, a line at a time
   */
  Tormenta(Plataforma plataforma, BooleanSupplier hayTrabajo, Consumer<String> diario) {
    this.plataforma = plataforma;
    this.hayTrabajo = hayTrabajo;
    this.diario = diario;
    this.vigia = new Vigia(plataforma, this::anotar);
  }

  /**
   * Returns when every fault has been taken back and every service is ready.
   *
   * @throws RuntimeException when the platform could not be healed
   */
  void pasar(Plan plan) {
    try (ScheduledExecutorService ronda = Executors.newSingleThreadScheduledExecutor()) {
      ronda.scheduleWithFixedDelay(vigia::mirar, 0, ENTRE_RONDAS.toMillis(), TimeUnit.MILLISECONDS);
      List<Thread> carriles = new ArrayList<>();
      for (Carril carril : Carril.values()) {
        carriles.add(Thread.ofVirtual().start(() -> plan.de(carril).forEach(this::vivir)));
      }
      for (Thread carril : carriles) {
        carril.join();
      }
      sanar(plan);
      ronda.shutdown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrumpido", e);
    }
  }

  private void vivir(Cita cita) {
    Golpe golpe = cita.golpe();
    Espera.hasta(inicio + cita.inicio().toNanos());
    long empezado = System.nanoTime();
    boolean aplicado = intentar(golpe.descripcion(), () -> golpe.aplicar(plataforma));
    // One that begins late, because the one before took its time, is no shorter for it.
    Espera.hasta(empezado + cita.fin().minus(cita.inicio()).toNanos());
    // What cannot be taken back while other faults rage is when all is healed, or the run fails.
    intentar(
        "fin de " + golpe.descripcion(),
        () -> Espera.hastaLograr(PARA_SANAR, () -> golpe.deshacer(plataforma)));
    if (aplicado && hayTrabajo.getAsBoolean()) {
      contar(golpe.tipo());
    }
  }

  private boolean intentar(String que, Runnable paso) {
    try {
      anotar(que);
      paso.run();
      return true;
    } catch (RuntimeException failed) {
      anotar("no se pudo: " + que + " (" + failed.getMessage() + ")");
      return false;
    }
  }

  private synchronized void contar(String tipo) {
    sobrevividos.merge(tipo, 1, Integer::sum);
  }

  private void anotar(String linea) {
    diario.accept(Plan.reloj(Duration.ofNanos(System.nanoTime() - inicio)) + " " + linea);
  }

  private void sanar(Plan plan) {
    anotar("todo se repara");
    for (Cita cita : plan.citas()) {
      Espera.hastaLograr(PARA_SANAR, () -> cita.golpe().deshacer(plataforma));
    }
    for (String servicio : plataforma.servicios()) {
      Espera.hastaLograr(PARA_SANAR, () -> plataforma.esperarListo(servicio));
    }
    anotar("todo está listo");
  }

  /** Faults that hurt the feed on its way, by kind. */
  synchronized Map<String, Integer> sobrevividos() {
    return new TreeMap<>(sobrevividos);
  }

  /** How often a service was started again. */
  int revividos() {
    return vigia.revividos();
  }
}
