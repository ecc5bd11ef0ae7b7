package co.satccf.sandbox.caos;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happens when: a pure function of seed and time. Each lane plays every one of its kinds
 * before it plays one again.
 *
 * @param citas in the order in which they begin
 */
record Plan(List<Cita> citas) {
  private static final Duration CALMA_AL_EMPEZAR = Duration.ofSeconds(5);

  /**
   * One fault and its time.
   *
   * @param inicio after the start of the run
   * @param fin after the start of the run; the fault is taken back then
   */
  record Cita(Carril carril, Duration inicio, Duration fin, Golpe golpe) {

    String linea() {
      return String.format(
          Locale.ROOT,
          "a los %s, por %.1f s: %s",
          reloj(inicio),
          fin.minus(inicio).toMillis() / 1e3,
          golpe.descripcion());
    }
  }

  /**
   * @param duracion at its end every fault has been taken back
   */
  static Plan de(long semilla, Duration duracion) {
    Random azar = new Random(semilla);
    List<Cita> citas = new ArrayList<>();
    for (Carril carril : Carril.values()) {
      citas.addAll(carril(carril, new Random(azar.nextLong()), duracion));
    }
    citas.sort(Comparator.comparing(Cita::inicio).thenComparing(Cita::carril));
    return new Plan(List.copyOf(citas));
  }

  private static List<Cita> carril(Carril carril, Random azar, Duration duracion) {
    List<Cita> citas = new ArrayList<>();
    Deque<Golpe> baraja = new ArrayDeque<>();
    Duration inicio = CALMA_AL_EMPEZAR.plus(Carril.respiro(azar));
    while (true) {
      if (baraja.isEmpty()) {
        baraja.addAll(carril.baraja(azar));
      }
      Duration fin = inicio.plus(carril.duracion(azar));
      if (fin.compareTo(duracion) > 0) {
        return citas;
      }
      citas.add(new Cita(carril, inicio, fin, baraja.removeFirst()));
      inicio = fin.plus(Carril.respiro(azar));
    }
  }

  List<Cita> de(Carril carril) {
    return citas.stream().filter(cita -> cita.carril() == carril).toList();
  }

  /** Names of the services whose clocks jump. */
  Set<String> relojes() {
    return citas.stream()
        .flatMap(
            cita ->
                cita.golpe() instanceof SaltoDeReloj salto
                    ? Stream.of(salto.nombre())
                    : Stream.empty())
        .collect(Collectors.toSet());
  }

  static String reloj(Duration instante) {
    return "%02d:%02d".formatted(instante.toMinutes(), instante.toSecondsPart());
  }
}
