package co.satccf.sandbox.local;

import co.satccf.sandbox.infra.Topicos;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Shows how a feed goes through the suite, and knows when it is through. */
final class Seguimiento {
  private static final Duration ENTRE_MIRADAS = Duration.ofMillis(500);
  private static final Duration ENTRE_AVANCES = Duration.ofSeconds(1);
  private static final Duration ENTRE_AVANCES_SIN_TERMINAL = Duration.ofSeconds(3);

  /**
   * With reports held, a change of the register may be on its way through Kafka and wake them; with
   * a correction that waits, somebody may be about to apply it.
   */
  private static final Duration REPOSO_CON_BLOQUEADOS = Duration.ofSeconds(2);

  private static final Set<String> ENTRADAS =
      Set.of(Topicos.AFILIACION, Topicos.RELACION_LABORAL, Topicos.NOVEDADES);

  private final Plataforma plataforma;
  private final Pantalla pantalla;
  private final Duration sinAvance;
  private final Publicador publicador;
  private final int total;
  private final long inicio = System.nanoTime();

  /**
   * @param sinAvance how long nothing may move before the wait is given up
   * @param total records to be published
   */
  Seguimiento(
      Plataforma plataforma,
      Pantalla pantalla,
      Duration sinAvance,
      Publicador publicador,
      int total) {
    this.plataforma = plataforma;
    this.pantalla = pantalla;
    this.sinAvance = sinAvance;
    this.publicador = publicador;
    this.total = total;
  }

  /**
   * How the wait ended.
   *
   * @param pendiente what had not settled, in Spanish; empty when all had
   * @param segundos from the start of publishing until the first look at which all had settled
   */
  record Fin(Conteos conteos, List<String> pendiente, double segundos) {
    boolean quieto() {
      return pendiente.isEmpty();
    }
  }

  /**
   * Waits until everything published is taken in, nothing can move by itself any more, and the
   * counts have followed.
   *
   * @throws IllegalStateException when the services never answered
   */
  Fin hastaElFin(CompletableFuture<?> publicacion) {
    Conteos ultimos = null;
    String huella = "";
    long movido = System.nanoTime();
    long quietoDesde = 0;
    long mostrado = 0;
    while (true) {
      Optional<Conteos> mirada = Conteos.de(plataforma);
      List<String> pendiente = pendiente(mirada, publicacion.isDone());
      String ahora = mirada.map(c -> avance(c) + pendiente).orElse(huella);
      if (!ahora.equals(huella)) {
        huella = ahora;
        movido = System.nanoTime();
        quietoDesde = 0;
      }
      if (mirada.isPresent()) {
        ultimos = mirada.get();
        if (mostrado == 0 || pasaron(mostrado, entreAvances())) {
          mostrar(ultimos);
          mostrado = System.nanoTime();
        }
      }
      if (pendiente.isEmpty() && ultimos != null) {
        quietoDesde = quietoDesde == 0 ? System.nanoTime() : quietoDesde;
        if (pasaron(quietoDesde, reposo(ultimos))) {
          mostrar(ultimos);
          return new Fin(ultimos, pendiente, (quietoDesde - inicio) / 1e9);
        }
      } else if (pasaron(movido, sinAvance)) {
        if (ultimos == null) {
          throw new IllegalStateException("los servicios no responden a GET /conteos");
        }
        return new Fin(ultimos, pendiente, (System.nanoTime() - inicio) / 1e9);
      }
      Pausa.de(ENTRE_MIRADAS);
    }
  }

  private Duration entreAvances() {
    return pantalla.terminal() ? ENTRE_AVANCES : ENTRE_AVANCES_SIN_TERMINAL;
  }

  private static Duration reposo(Conteos conteos) {
    return conteos.total().bloqueados() > 0 || conteos.correcciones().enEspera() > 0
        ? REPOSO_CON_BLOQUEADOS
        : ENTRE_MIRADAS;
  }

  private static boolean pasaron(long desde, Duration cuanto) {
    return System.nanoTime() - desde >= cuanto.toNanos();
  }

  private void mostrar(Conteos conteos) {
    pantalla.avance(conteos, publicador.publicados(), total, (System.nanoTime() - inicio) / 1e9);
  }

  /** What only grows: a report that is sent again and again makes no progress. */
  private String avance(Conteos conteos) {
    Conteos.DeServicio todos = conteos.total();
    return "%d %d %d %d %s %s"
        .formatted(
            publicador.publicados(),
            todos.recibidos(),
            todos.resueltos(),
            conteos.salidaPendiente(),
            conteos.correcciones(),
            conteos.posiciones());
  }

  private List<String> pendiente(Optional<Conteos> mirada, boolean publicado) {
    List<String> pendiente = new ArrayList<>();
    if (!publicado) {
      pendiente.add("faltan hechos por publicar");
    }
    if (mirada.isEmpty()) {
      pendiente.add("algún servicio no responde a GET /conteos");
      return pendiente;
    }
    Conteos conteos = mirada.get();
    conteos
        .servicios()
        .forEach(
            (servicio, c) -> {
              if (!c.quieto()) {
                pendiente.add(
                    "%s: %d listos, %d en vuelo, %d inciertos"
                        .formatted(servicio, c.listos(), c.enVuelo(), c.inciertos()));
              }
            });
    if (conteos.salidaPendiente() > 0) {
      pendiente.add("resultados que aún no están en Kafka");
    }
    try {
      // Asked of the broker only once nothing else is missing: it is the dearest question.
      if (pendiente.isEmpty() && !recibido(conteos)) {
        pendiente.add("hechos publicados que ningún servicio ha recibido");
      }
      if (pendiente.isEmpty() && !contado()) {
        pendiente.add("resultados que reporting-service no ha contado");
      }
    } catch (IllegalStateException kafkaAway) {
      pendiente.add("Kafka no responde");
    }
    return pendiente;
  }

  private boolean recibido(Conteos conteos) {
    return alcanzados(Kafka.finales(plataforma.servidoresKafka(), ENTRADAS), conteos.posiciones());
  }

  private boolean contado() {
    Map<String, Long> finales =
        Kafka.finales(plataforma.servidoresKafka(), Set.of(Topicos.RESULTADOS));
    return plataforma
        .consultar(ServicioSuite.REPORTING, "/conteos/posiciones")
        .map(json -> alcanzados(finales, Conteos.numeros(json)))
        .orElse(false);
  }

  private static boolean alcanzados(Map<String, Long> finales, Map<String, Long> posiciones) {
    return finales.entrySet().stream()
        .allMatch(fin -> posiciones.getOrDefault(fin.getKey(), 0L) >= fin.getValue());
  }
}
