package co.satccf.sandbox.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The Java side of {@code ./sat}. */
@Command(
    name = "sat",
    description = "La plataforma sat-ccf en esta máquina.",
    subcommands = {Principal.Demo.class, Principal.Up.class, Principal.Publicar.class})
public final class Principal {

  private static final Path RAIZ =
      Path.of(System.getProperty("sat.raiz", ".")).toAbsolutePath().normalize();
  private static final Path PLATAFORMA = RAIZ.resolve("target/sat/plataforma.json");
  private static final PrintStream SALIDA =
      new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Principal() {}

  public static void main(String[] args) {
    CommandLine linea = new CommandLine(new Principal());
    linea.setExecutionExceptionHandler(
        (fallo, comando, parse) -> {
          comando.getErr().println("sat: " + fallo.getMessage());
          return 1;
        });
    System.exit(linea.execute(args));
  }

  @Command(
      name = "demo",
      description =
          "Arranca todo, publica hechos, muestra cómo se reportan y coteja con el libro del Ministerio.")
  static final class Demo implements Callable<Integer> {

    @Spec CommandSpec spec = CommandSpec.create();

    @Option(
        names = "--eventos",
        paramLabel = "N",
        description = "Hechos sintéticos (${DEFAULT-VALUE}).")
    int eventos = 2_000;

    @Option(
        names = "--semilla",
        paramLabel = "S",
        description = "Semilla de los hechos (${DEFAULT-VALUE}).")
    long semilla = 1;

    @Option(
        names = "--archivo",
        paramLabel = "F",
        description = "Publica este NDJSON: un CloudEvent por línea.")
    @Nullable Path archivo;

    @Option(
        names = "--latencia",
        paramLabel = "MS",
        description = "Latencia del Ministerio simulado (${DEFAULT-VALUE}).")
    int latencia = 0;

    @Option(
        names = "--en-vuelo",
        paramLabel = "N",
        description = "Límite en vuelo por servicio del SAT (${DEFAULT-VALUE}).")
    int enVuelo = 32;

    @Option(names = "--informe", paramLabel = "F", description = "Escribe el resumen como JSON.")
    @Nullable Path informe;

    @Option(
        names = "--libro",
        paramLabel = "F",
        description = "Escribe el libro del Ministerio como NDJSON.")
    @Nullable Path libro;

    @Option(
        names = "--registros",
        paramLabel = "D",
        description = "Carpeta de los registros, uno por proceso.")
    Path registros = RAIZ.resolve("target/sat/registros");

    @Option(names = "--salir", description = "Al terminar, detiene todo.")
    boolean salir;

    @Override
    public Integer call() throws IOException, InterruptedException {
      validar();
      Path hechos = archivo;
      List<byte[]> lineas =
          hechos == null
              ? Alimentacion.sintetica(eventos, semilla)
              : Alimentacion.deArchivo(hechos);
      OpcionesDePlataforma opciones =
          OpcionesDePlataforma.en(RAIZ)
              .conRegistros(registros)
              .conLatencia(latencia)
              .conEnVuelo(enVuelo);
      try (Encendida encendida = Encendida.con(opciones)) {
        SALIDA.println("Publicando " + Seguimiento.numero(lineas.size()) + " hechos.");
        Corrida.Veredicto veredicto =
            new Corrida(
                    encendida.plataforma, SALIDA, System.console() != null, Duration.ofSeconds(60))
                .correr(lineas);
        escribir(informe, veredicto.resumen());
        copiarLibro(encendida.plataforma);
        if (!salir) {
          encendida.mantener();
        }
        return veredicto.bien() ? 0 : 1;
      }
    }

    private void validar() {
      exigir(eventos >= 1 && eventos <= 5_000_000, "--eventos", eventos, "entre 1 y 5.000.000");
      exigir(latencia >= 0 && latencia <= 600_000, "--latencia", latencia, "entre 0 y 600.000 ms");
      exigir(enVuelo >= 1 && enVuelo <= 1_000, "--en-vuelo", enVuelo, "entre 1 y 1.000");
    }

    private void exigir(boolean bien, String opcion, long valor, String esperado) {
      if (!bien) {
        throw new ParameterException(
            spec.commandLine(), opcion + " = " + valor + ": se espera " + esperado);
      }
    }

    private void copiarLibro(Plataforma plataforma) throws IOException {
      Path destino = libro;
      if (destino != null) {
        Files.copy(plataforma.libro(), destino, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Command(
      name = "up",
      description = "Arranca la plataforma sin hechos, para desarrollar contra ella.")
  static final class Up implements Callable<Integer> {

    @Option(
        names = "--latencia",
        paramLabel = "MS",
        description = "Latencia del Ministerio simulado (${DEFAULT-VALUE}).")
    int latencia = 0;

    @Option(
        names = "--en-vuelo",
        paramLabel = "N",
        description = "Límite en vuelo por servicio del SAT (${DEFAULT-VALUE}).")
    int enVuelo = 32;

    @Option(
        names = "--registros",
        paramLabel = "D",
        description = "Carpeta de los registros, uno por proceso.")
    Path registros = RAIZ.resolve("target/sat/registros");

    @Override
    public Integer call() throws IOException, InterruptedException {
      OpcionesDePlataforma opciones =
          OpcionesDePlataforma.en(RAIZ)
              .conRegistros(registros)
              .conLatencia(latencia)
              .conEnVuelo(enVuelo);
      try (Encendida encendida = Encendida.con(opciones)) {
        encendida.mantener();
      }
      return 0;
    }
  }

  @Command(
      name = "publicar",
      description = "Publica un NDJSON en la plataforma que está en marcha.")
  static final class Publicar implements Callable<Integer> {

    @Parameters(paramLabel = "F", description = "Archivo con un CloudEvent por línea.")
    Path archivo = Path.of("");

    @Override
    public Integer call() throws IOException {
      List<EventoPublicable> eventos =
          Alimentacion.deArchivo(archivo).stream().map(EventoPublicable::de).toList();
      if (!Files.exists(PLATAFORMA)) {
        throw new IllegalStateException("no hay una plataforma en marcha: arránquela con ./sat up");
      }
      String kafka = Http.JSON.readTree(PLATAFORMA.toFile()).path("kafka").asText();
      if (!Kafka.responde(kafka)) {
        throw new IllegalStateException(
            "la plataforma de " + PLATAFORMA + " ya no responde: arránquela con ./sat up");
      }
      Publicador.publicar(kafka, eventos);
      SALIDA.println("Publicados " + Seguimiento.numero(eventos.size()) + " hechos.");
      return 0;
    }
  }

  /**
   * A platform that is on, tells where it is, and goes off in good order however the process ends.
   */
  private static final class Encendida implements AutoCloseable {

    final Plataforma plataforma;
    private final Thread alMorir = new Thread(this::apagar, "apagar");
    private final CountDownLatch apagada = new CountDownLatch(1);

    private Encendida(Plataforma plataforma) {
      this.plataforma = plataforma;
    }

    static Encendida con(OpcionesDePlataforma opciones) throws IOException {
      long inicio = System.nanoTime();
      Plataforma plataforma =
          Plataforma.iniciar(opciones, aviso -> SALIDA.println("Arrancando " + aviso));
      Encendida encendida = new Encendida(plataforma);
      Runtime.getRuntime().addShutdownHook(encendida.alMorir);
      escribir(PLATAFORMA, Http.JSON.valueToTree(plataforma.direcciones()));
      SALIDA.printf("Todo listo en %.0f s.%n", (System.nanoTime() - inicio) / 1e9);
      return encendida;
    }

    void mantener() throws InterruptedException {
      SALIDA.println();
      for (Map.Entry<String, String> direccion : plataforma.direcciones().entrySet()) {
        SALIDA.printf("  %-28s%s%n", direccion.getKey(), direccion.getValue());
      }
      SALIDA.println("\nCtrl-C detiene todo.");
      apagada.await();
    }

    private synchronized void apagar() {
      if (apagada.getCount() == 0) {
        return;
      }
      plataforma.close();
      try {
        Files.deleteIfExists(PLATAFORMA);
      } catch (IOException stays) {
        SALIDA.println("no se pudo borrar " + PLATAFORMA);
      }
      apagada.countDown();
    }

    @Override
    public void close() {
      apagar();
      try {
        Runtime.getRuntime().removeShutdownHook(alMorir);
      } catch (IllegalStateException alreadyDying) {
        // The hook itself brought us here.
      }
    }
  }

  private static void escribir(@Nullable Path archivo, JsonNode json) throws IOException {
    if (archivo == null) {
      return;
    }
    try {
      Files.writeString(
          archivo, Http.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
