package co.satccf.sandbox.local;

import co.satccf.model.ServicioSat;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shows how the feed goes through the suite, and knows when it is through. */
final class Seguimiento {

  private static final Duration ENTRE_MIRADAS = Duration.ofSeconds(1);
  private static final int RENGLONES = ServicioSat.values().length + 1;
  private static final Set<String> ENTRADAS =
      Set.of("sat.afiliacion", "sat.relacion-laboral", "sat.novedades");

  private final Plataforma plataforma;
  private final PrintStream salida;
  private final boolean terminal;
  private final Duration sinAvance;
  private boolean pintado;

  /**
   * @param sinAvance how long nothing may move before the wait is given up
   */
  Seguimiento(Plataforma plataforma, PrintStream salida, boolean terminal, Duration sinAvance) {
    this.plataforma = plataforma;
    this.salida = salida;
    this.terminal = terminal;
    this.sinAvance = sinAvance;
  }

  /**
   * Waits until everything published is taken in, nothing can move any more, and the counts have
   * followed.
   *
   * @return the last counts; {@code quieto} false when it was given up
   */
  Fin hastaElFin() {
    Optional<Conteos> ultimos = Optional.empty();
    String huella = "";
    long movido = System.nanoTime();
    int quietos = 0;
    int mirada = 0;
    while (quietos < 2) {
      Optional<Conteos> conteos = Conteos.de(plataforma);
      if (conteos.isPresent()) {
        ultimos = conteos;
        mostrar(conteos.get(), mirada++);
        quietos = alDia(conteos.get()) ? quietos + 1 : 0;
        String ahora = conteos.get().toString();
        if (!ahora.equals(huella)) {
          huella = ahora;
          movido = System.nanoTime();
        }
      }
      if (System.nanoTime() - movido > sinAvance.toNanos()) {
        return new Fin(
            false,
            ultimos.orElseThrow(() -> new IllegalStateException("los servicios no responden")));
      }
      if (quietos < 2) {
        Pausa.de(quietos > 0 ? ENTRE_MIRADAS.dividedBy(4) : ENTRE_MIRADAS);
      }
    }
    return new Fin(true, ultimos.orElseThrow());
  }

  /** How the wait ended. */
  record Fin(boolean quieto, Conteos conteos) {}

  private boolean alDia(Conteos conteos) {
    try {
      return conteos.quieto()
          && alcanzadas(Kafka.finales(plataforma.servidoresKafka(), ENTRADAS), conteos.posiciones())
          && contado();
    } catch (IllegalStateException kafkaAway) {
      return false;
    }
  }

  /** Whether reporting has read every outcome. */
  private boolean contado() {
    URI posiciones = plataforma.direccion(ServicioSuite.REPORTING).resolve("/conteos/posiciones");
    return Http.get(posiciones)
        .map(
            json -> {
              Map<String, Long> leidas = new HashMap<>();
              json.properties().forEach(e -> leidas.put(e.getKey(), e.getValue().asLong()));
              return alcanzadas(
                  Kafka.finales(plataforma.servidoresKafka(), Set.of(Desenlaces.TOPICO)), leidas);
            })
        .orElse(false);
  }

  private static boolean alcanzadas(Map<String, Long> finales, Map<String, Long> posiciones) {
    return finales.entrySet().stream()
        .allMatch(
            fin ->
                fin.getValue() == 0 || posiciones.getOrDefault(fin.getKey(), 0L) >= fin.getValue());
  }

  private void mostrar(Conteos conteos, int mirada) {
    // Where nobody can redraw, a look every five seconds is enough.
    if (!terminal && mirada % 5 != 0) {
      return;
    }
    if (terminal && pintado) {
      salida.print("\u001b[" + RENGLONES + "A");
    }
    pintado = true;
    renglon("", "recibidos", "listos", "bloqueados", "en vuelo", "aceptados", "glosados");
    for (ServicioSat servicio : ServicioSat.values()) {
      Conteos.DeServicio c = conteos.servicios().get(servicio.nombre());
      if (c != null) {
        renglon(
            servicio.nombre(),
            numero(c.recibidos()),
            numero(c.listos()),
            numero(c.bloqueados()),
            numero(c.enVuelo()),
            numero(c.aceptados() + c.aceptadosConAlerta()),
            numero(c.glosados()));
      }
    }
  }

  private void renglon(String nombre, String... columnas) {
    StringBuilder texto = new StringBuilder("  %-28s".formatted(nombre));
    Arrays.stream(columnas).forEach(columna -> texto.append("%12s".formatted(columna)));
    salida.println(terminal ? texto + "\u001b[K" : texto.toString());
  }

  static String numero(long n) {
    return String.format(Locale.forLanguageTag("es-CO"), "%,d", n);
  }
}
