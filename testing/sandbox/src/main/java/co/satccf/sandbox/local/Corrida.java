package co.satccf.sandbox.local;

import co.satccf.sandbox.ministerio.EmpleadorEnSat;
import co.satccf.sandbox.ministerio.EntradaDelLibro;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** One feed through a running platform: published, followed to its end, judged by the ledger. */
public final class Corrida {

  private final Plataforma plataforma;
  private final PrintStream salida;
  private final boolean terminal;
  private final Duration sinAvance;

  public Corrida(Plataforma plataforma, PrintStream salida, boolean terminal, Duration sinAvance) {
    this.plataforma = plataforma;
    this.salida = salida;
    this.terminal = terminal;
    this.sinAvance = sinAvance;
  }

  /** What a test asks of a run. */
  public record Veredicto(boolean bien, long perdidos, long dobles, JsonNode resumen) {}

  /**
   * Tells the Ministry of the opening balance, publishes the lines in order and waits for the end.
   *
   * @param lineas events, one each, as bytes without line feed
   */
  public Veredicto correr(List<byte[]> lineas) {
    Resumen resumen = resumen(lineas);
    resumen.mostrar(salida);
    return new Veredicto(
        resumen.bien(), resumen.juez().perdidos(), resumen.juez().dobles(), resumen.json());
  }

  private Resumen resumen(List<byte[]> lineas) {
    List<EventoPublicable> eventos = lineas.stream().map(EventoPublicable::de).toList();
    incorporar(eventos);
    long inicio = System.nanoTime();
    CompletableFuture<Void> publicacion =
        CompletableFuture.runAsync(
            () -> Publicador.publicar(plataforma.servidoresKafka(), eventos));
    publicacion.join();
    Seguimiento.Fin fin = new Seguimiento(plataforma, salida, terminal, sinAvance).hastaElFin();
    double segundos = Math.round((System.nanoTime() - inicio) / 1e7) / 100.0;
    Desenlaces desenlaces = Desenlaces.leer(plataforma.servidoresKafka());
    Juez juez;
    try (Stream<EntradaDelLibro> libro = plataforma.control().lineas()) {
      juez = new Juez(eventos.size(), fin.conteos(), desenlaces, Juez.aceptados(libro));
    }
    JsonNode reporting = reporting();
    return new Resumen(
        fin.quieto(),
        juez,
        eventos,
        repetidos(eventos),
        cuarentena(eventos, desenlaces),
        plataforma.control().resumen(),
        reporting,
        juez.diferencias(reporting.path("grupos")),
        segundos);
  }

  /** In the real world PISIS has brought them into SAT before. */
  private void incorporar(List<EventoPublicable> eventos) {
    List<EmpleadorEnSat> saldo =
        eventos.stream()
            .flatMap(evento -> evento.incorporado().stream())
            .map(
                data ->
                    new EmpleadorEnSat(
                        data.path("empleador").path("documento").path("tipo").asText(),
                        data.path("empleador").path("documento").path("numero").asText(),
                        data.path("empleador").path("serialSAT").asText("0"),
                        data.path("departamento").asText()))
            .toList();
    if (!saldo.isEmpty()) {
      plataforma.control().incorporar(saldo);
    }
  }

  private JsonNode reporting() {
    return Http.get(
            plataforma
                .direccion(ServicioSuite.REPORTING)
                .resolve("/conteos?agrupar=servicio,rezago,departamento,estado"))
        .orElseThrow(() -> new IllegalStateException("reporting-service no responde"));
  }

  /** Lines that are byte for byte an earlier line, by SAT service. */
  private static Map<String, Long> repetidos(List<EventoPublicable> eventos) {
    Map<String, Long> repetidos = new HashMap<>();
    Map<ByteBuffer, Boolean> vistos = new HashMap<>();
    for (EventoPublicable evento : eventos) {
      boolean repetido = vistos.put(ByteBuffer.wrap(evento.valor()), true) != null;
      if (repetido) {
        evento.servicio().ifPresent(servicio -> repetidos.merge(servicio, 1L, Long::sum));
      }
    }
    return repetidos;
  }

  /** Per SAT service, what was published of it and is neither a report nor a repeat. */
  private static Map<String, Long> cuarentena(
      List<EventoPublicable> eventos, Desenlaces desenlaces) {
    Map<String, Long> cuarentena = new HashMap<>();
    Map<String, Long> repetidos = repetidos(eventos);
    eventos.forEach(evento -> evento.servicio().ifPresent(s -> cuarentena.merge(s, 1L, Long::sum)));
    cuarentena.replaceAll(
        (servicio, publicados) -> {
          long recibidos =
              desenlaces.reportes().keySet().stream()
                  .filter(clave -> clave.servicio().equals(servicio))
                  .count();
          return publicados - recibidos - repetidos.getOrDefault(servicio, 0L);
        });
    return cuarentena;
  }
}
