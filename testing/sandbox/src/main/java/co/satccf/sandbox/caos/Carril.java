package co.satccf.sandbox.caos;

import co.satccf.sandbox.local.Enlaces;
import co.satccf.sandbox.local.ServicioSuite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is hurt by one fault at a time: two faults of one lane never overlap, those of different
 * lanes do. So nothing is struck while it is down already, and a fault that asks something of
 * PostgreSQL never meets one that takes it away.
 */
enum Carril {
  /** Database, broker and the ways to them. */
  CIMIENTOS(Duration.ofSeconds(1), Duration.ofSeconds(7), cimientos()),
  /** The five services and their replicas. */
  SERVICIOS(Duration.ofSeconds(1), Duration.ofSeconds(8), servicios()),
  /** The other side. */
  MINISTERIO(Duration.ofSeconds(3), Duration.ofSeconds(7), dolencias());

  private static final Duration RESPIRO_MINIMO = Duration.ofSeconds(1);
  private static final Duration RESPIRO_MAXIMO = Duration.ofSeconds(4);

  private static final int VECES_EN_LA_BARAJA = 3;

  private final Duration minima;
  private final Duration maxima;
  private final List<Function<Random, Golpe>> clases;

  Carril(Duration minima, Duration maxima, List<Function<Random, Golpe>> clases) {
    this.minima = minima;
    this.maxima = maxima;
    this.clases = clases;
  }

  private static List<Function<Random, Golpe>> cimientos() {
    List<Function<Random, Golpe>> clases = new ArrayList<>();
    for (Caida caida : Caida.values()) {
      clases.add(azar -> new CaidaDePostgres(caida));
      clases.add(azar -> new CaidaDeKafka(caida));
    }
    for (Enlaces.Extremo extremo : Enlaces.Extremo.values()) {
      clases.add(azar -> new Corte(extremo));
      clases.add(azar -> new Silencio(extremo));
    }
    clases.add(azar -> new DiscoLleno(uno(ServicioSuite.TRANSMISORES, azar)));
    return clases;
  }

  private static List<Function<Random, Golpe>> servicios() {
    List<ServicioSuite> todos = List.of(ServicioSuite.values());
    List<ServicioSuite> conReplicas =
        todos.stream().filter(servicio -> servicio != ServicioSuite.TOKEN).toList();
    List<Function<Random, Golpe>> clases = new ArrayList<>();
    for (ServicioSuite servicio : todos) {
      clases.add(azar -> new Muerte(servicio.modulo()));
    }
    for (int i = 0; i < VECES_EN_LA_BARAJA; i++) {
      clases.add(azar -> new Congelamiento(uno(todos, azar).modulo()));
      clases.add(azar -> new IrYVenirDeReplicas(uno(conReplicas, azar)));
      clases.add(azar -> new SaltoDeReloj(uno(todos, azar).modulo(), salto(azar)));
    }
    return clases;
  }

  /** Up to a day ahead or behind. */
  private static Duration salto(Random azar) {
    return Duration.ofMinutes(azar.nextInt(2 * 1_440 + 1) - 1_440);
  }

  private static List<Function<Random, Golpe>> dolencias() {
    return Stream.of(Dolencia.values())
        .<Function<Random, Golpe>>map(dolencia -> azar -> new MinisterioEnfermo(dolencia))
        .toList();
  }

  private static <T> T uno(List<T> varios, Random azar) {
    return varios.get(azar.nextInt(varios.size()));
  }

  /** Every kind of the lane once, in an order drawn by lot. */
  List<Golpe> baraja(Random azar) {
    List<Function<Random, Golpe>> baraja = new ArrayList<>(clases);
    Collections.shuffle(baraja, azar);
    return baraja.stream().map(clase -> clase.apply(azar)).toList();
  }

  Duration duracion(Random azar) {
    return entre(minima, maxima, azar);
  }

  static Duration respiro(Random azar) {
    return entre(RESPIRO_MINIMO, RESPIRO_MAXIMO, azar);
  }

  private static Duration entre(Duration desde, Duration hasta, Random azar) {
    return desde.plusMillis(azar.nextInt((int) hasta.minus(desde).toMillis() + 1));
  }
}
