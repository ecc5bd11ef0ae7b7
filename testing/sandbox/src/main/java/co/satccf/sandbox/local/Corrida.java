package co.satccf.sandbox.local;

import co.satccf.sandbox.ministerio.EntradaDelLibro;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * Feeds through a running platform: published, followed to their end, judged by the ledger. One
 * object judges everything it has published so far, so that a platform may get several feeds.
 */
public final class Corrida {
  private final Plataforma plataforma;
  private final Pantalla pantalla;
  private final Duration sinAvance;
  private final List<Publicado> publicados = new ArrayList<>();

  Corrida(Plataforma plataforma, Pantalla pantalla, Duration sinAvance) {
    this.plataforma = plataforma;
    this.pantalla = pantalla;
    this.sinAvance = sinAvance;
  }

  /**
   * @param salida where progress and summary are printed
   * @param terminal whether that is a terminal: colours, and progress in place
   * @param sinAvance how long nothing may move before the wait is given up
   */
  public Corrida(Plataforma plataforma, PrintStream salida, boolean terminal, Duration sinAvance) {
    this(plataforma, new Pantalla(salida, terminal), sinAvance);
  }

  /**
   * What a test asks of a run.
   *
   * @param bien everything settled, nothing lost or double, all counts agree
   * @param resumen the JSON of {@code ./sat demo --informe}
   */
  public record Veredicto(boolean bien, long perdidos, long dobles, JsonNode resumen) {}

  /**
   * Tells the Ministry of the opening balance, publishes the lines in order, waits for the end and
   * judges.
   *
   * @param lineas events, one each, as bytes without line feed
   * @throws IllegalStateException when Kafka refuses a line or the services never answer
   */
  public Veredicto correr(List<byte[]> lineas) {
    return correr(lineas, Duration.ZERO);
  }

  /**
   * As {@link #correr(List)}, with the publishing spread over a time.
   *
   * @param enCuanto from the first record to the last
   */
  public Veredicto correr(List<byte[]> lineas, Duration enCuanto) {
    Resumen resumen = juzgar(lineas, enCuanto);
    resumen.mostrar(pantalla);
    return new Veredicto(
        resumen.bien(), resumen.juez().perdidos(), resumen.juez().dobles(), resumen.json());
  }

  private Resumen juzgar(List<byte[]> lineas, Duration enCuanto) {
    List<EventoPublicable> eventos = lineas.stream().map(EventoPublicable::de).toList();
    SaldoInicial.registrar(plataforma.control(), eventos);
    Seguimiento.Fin fin = publicarYSeguir(eventos, enCuanto);
    Desenlaces desenlaces = Desenlaces.leer(plataforma.servidoresKafka());
    Juez juez;
    try (Stream<EntradaDelLibro> libro = plataforma.control().lineas()) {
      juez = new Juez(publicados, fin.conteos(), desenlaces, Juez.aceptados(libro));
    }
    return new Resumen(fin, juez, plataforma.control().resumen(), reporting());
  }

  private Seguimiento.Fin publicarYSeguir(List<EventoPublicable> eventos, Duration enCuanto) {
    Publicador publicador = new Publicador(plataforma.servidoresKafka());
    Seguimiento seguimiento =
        new Seguimiento(plataforma, pantalla, sinAvance, publicador, eventos.size());
    CompletableFuture<List<Publicado>> publicacion =
        CompletableFuture.supplyAsync(
            () -> publicador.publicar(eventos, enCuanto), Thread::startVirtualThread);
    Seguimiento.Fin fin = seguimiento.hastaElFin(publicacion);
    try {
      publicados.addAll(publicacion.join());
    } catch (CompletionException e) {
      throw e.getCause() instanceof IllegalStateException motivo ? motivo : e;
    }
    return fin;
  }

  private JsonNode reporting() {
    return plataforma
        .consultar(ServicioSuite.REPORTING, "/conteos?agrupar=servicio,rezago,departamento,estado")
        .orElseThrow(() -> new IllegalStateException("reporting-service no responde"));
  }
}
