package co.satccf.transmitter.limite;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Replicas with an endless queue of reports in front of a Ministry that hides its capacity, as a
 * simulation of discrete events: seeded, no threads, no waiting. Sampling and step are the real
 * ones; the row is {@link #busqueda}.
 */
final class FlotaSimulada {

  /** Milliseconds. */
  private static final double RECHAZO = 3;

  private static final double LIQUIDACION = 1;
  private static final double SONDEO = 200;

  /** A body that is refused by its form takes a place as well, for a moment. */
  private static final double GLOSA = 10;

  private record Suceso(double cuando, long orden, Runnable tarea) {}

  private final class Llamada {
    final int replica;
    final int ronda;
    final double desde = ahora;

    Llamada(int replica, int ronda) {
      this.replica = replica;
      this.ronda = ronda;
    }
  }

  private final MinisterioOculto clase;
  private final double servicio;
  private final double dispersion;
  private final Margen margen;
  private final SplittableRandom azar;
  private final PriorityQueue<Suceso> agenda =
      new PriorityQueue<>(
          (a, b) ->
              a.cuando != b.cuando
                  ? Double.compare(a.cuando, b.cuando)
                  : Long.compare(a.orden, b.orden));
  private final Deque<Llamada> cola = new ArrayDeque<>();
  private final List<Muestreo> muestreos = new ArrayList<>();
  private Busqueda busqueda;
  private int capacidad;
  private double glosas;
  private int ocupados;
  private int enVuelo;
  private double ahora;
  private long orden;
  private long respondidas;
  private long rechazadas;

  /**
   * @param servicio time of service, median in milliseconds
   * @param dispersion standard deviation of its logarithm
   */
  FlotaSimulada(
      MinisterioOculto clase,
      int capacidad,
      double servicio,
      double dispersion,
      int replicas,
      Margen margen,
      long semilla) {
    this.clase = clase;
    this.capacidad = capacidad;
    this.servicio = servicio;
    this.dispersion = dispersion;
    this.margen = margen;
    this.azar = new SplittableRandom(semilla);
    this.busqueda = Busqueda.inicial(margen.acotar(2), 0);
    for (int replica = 0; replica < replicas; replica++) {
      muestreos.add(new Muestreo());
      sondear(replica, azar.nextDouble(SONDEO));
    }
  }

  private void tras(double milisegundos, Runnable tarea) {
    agenda.add(new Suceso(ahora + milisegundos, orden++, tarea));
  }

  private void sondear(int replica, double milisegundos) {
    tras(
        milisegundos,
        () -> {
          reclamar(replica);
          sondear(replica, SONDEO);
        });
  }

  private void reclamar(int replica) {
    Muestreo muestreo = muestreos.get(replica);
    List<Muestra> muestras = muestreo.tomar(busqueda.ronda(), (long) (ahora * 1e6));
    if (!muestras.isEmpty()) {
      busqueda = LimiteAdaptativo.siguiente(busqueda, muestras, margen, (long) ahora);
    }
    while (enVuelo < busqueda.cupo()) {
      enVuelo++;
      llegar(new Llamada(replica, busqueda.ronda()));
    }
    muestreo.llena(busqueda.ronda());
  }

  private void llegar(Llamada llamada) {
    if (ocupados < capacidad) {
      atender(llamada);
    } else if (clase == MinisterioOculto.ENCOLA) {
      cola.add(llamada);
    } else {
      tras(RECHAZO, () -> rechazada(llamada));
    }
  }

  private void atender(Llamada llamada) {
    ocupados++;
    boolean glosa = glosas > 0 && azar.nextDouble() < glosas;
    tras(
        glosa ? GLOSA : servicio * Math.exp(dispersion * azar.nextGaussian()),
        () -> respondida(llamada, glosa));
  }

  private void respondida(Llamada llamada, boolean glosa) {
    ocupados--;
    @Nullable Llamada siguiente = ocupados < capacidad ? cola.poll() : null;
    if (siguiente != null) {
      atender(siguiente);
    }
    respondidas++;
    Muestreo muestreo = muestreos.get(llamada.replica);
    if (glosa) {
      muestreo.glosada(llamada.ronda);
    } else {
      muestreo.respondida(llamada.ronda, Duration.ofNanos((long) ((ahora - llamada.desde) * 1e6)));
    }
    liquidar(llamada);
  }

  private void rechazada(Llamada llamada) {
    rechazadas++;
    muestreos.get(llamada.replica).rechazada(llamada.ronda);
    liquidar(llamada);
  }

  private void liquidar(Llamada llamada) {
    tras(
        LIQUIDACION,
        () -> {
          enVuelo--;
          reclamar(llamada.replica);
        });
  }

  /** The Ministry has so many places from now on; calls that it serves end as they would. */
  void capacidad(int nueva) {
    capacidad = nueva;
    while (ocupados < capacidad && !cola.isEmpty()) {
      atender(cola.remove());
    }
  }

  /** This share of the reports is refused by its form from now on. */
  void glosas(double parte) {
    glosas = parte;
  }

  int cupo() {
    return busqueda.cupo();
  }

  Busqueda busqueda() {
    return busqueda;
  }

  /**
   * What happened in some time.
   *
   * @param aprovechado answers, as a share of what the Ministry could have given
   * @param rechazado refusals, as a share of all calls
   */
  record Tramo(double aprovechado, double rechazado, long respondidas, long rechazadas) {}

  Tramo correr(double segundos) {
    double hasta = ahora + segundos * 1_000;
    long respondidasAntes = respondidas;
    long rechazadasAntes = rechazadas;
    while (!agenda.isEmpty() && agenda.peek().cuando <= hasta) {
      Suceso suceso = agenda.remove();
      ahora = suceso.cuando;
      suceso.tarea.run();
    }
    ahora = hasta;
    long buenas = respondidas - respondidasAntes;
    long malas = rechazadas - rechazadasAntes;
    double media = glosas * GLOSA + (1 - glosas) * servicio * Math.exp(dispersion * dispersion / 2);
    double posibles = capacidad * segundos * 1_000 / media;
    return new Tramo(
        buenas / posibles, (double) malas / Math.max(1, buenas + malas), buenas, malas);
  }
}
