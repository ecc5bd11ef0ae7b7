package co.satccf.sandbox.local;

import co.satccf.sandbox.identidad.Identidades;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * A platform that is on, tells others where it is in {@code target/sat/plataforma.json}, and goes
 * off in good order on Ctrl-C.
 */
final class Encendida implements AutoCloseable {
  private static final Path PLATAFORMA = OpcionesComunes.RAIZ.resolve("target/sat/plataforma.json");

  private final Plataforma plataforma;
  private final Pantalla pantalla;
  private final Thread alMorir = new Thread(this::apagar, "apagar");
  private final CountDownLatch apagada = new CountDownLatch(1);

  private Encendida(Plataforma plataforma, Pantalla pantalla) {
    this.plataforma = plataforma;
    this.pantalla = pantalla;
  }

  /** Where another process finds the platform that is on. */
  record Direcciones(String kafka, String control) {}

  static Encendida con(OpcionesDePlataforma opciones, Pantalla pantalla) throws IOException {
    long inicio = System.nanoTime();
    Plataforma plataforma =
        Plataforma.iniciar(opciones, aviso -> pantalla.linea("Arrancando " + aviso));
    Encendida encendida = new Encendida(plataforma, pantalla);
    Runtime.getRuntime().addShutdownHook(encendida.alMorir);
    Files.writeString(
        PLATAFORMA, Http.JSON.valueToTree(plataforma.direcciones()).toPrettyString() + "\n");
    pantalla.linea("Todo listo en " + Pantalla.decimal((System.nanoTime() - inicio) / 1e9) + " s.");
    encendida.invitar();
    return encendida;
  }

  /** Where a person can look while it runs, and as whom. */
  private void invitar() {
    pantalla.linea(
        "\nConsola: %s   correo que llega: %s"
            .formatted(plataforma.consola(), plataforma.buzon().url()));
    for (UsuarioDeArena usuario : UsuarioDeArena.values()) {
      pantalla.linea(
          "  usuario %-15s contraseña %-24s %s"
              .formatted(usuario.rol(), usuario.clave(), usuario.puede()));
    }
    pantalla.linea("");
  }

  /**
   * @throws IllegalStateException when none is on, or the one that was does not answer any more
   */
  static Direcciones enMarcha() {
    JsonNode direcciones = direcciones();
    String kafka = direcciones.path("kafka").asText();
    if (!Kafka.responde(kafka)) {
      throw new IllegalStateException(
          "la plataforma que estaba en marcha ya no responde (Kafka en "
              + kafka
              + "); arránquela de nuevo con ./sat up");
    }
    return new Direcciones(kafka, direcciones.path("ministerio-control").asText());
  }

  /**
   * The family services of the platform that is on, by name.
   *
   * @throws IllegalStateException when none is on
   */
  static Map<String, URI> transmisores() {
    JsonNode direcciones = direcciones();
    Map<String, URI> transmisores = new LinkedHashMap<>();
    for (ServicioSuite transmisor : ServicioSuite.TRANSMISORES) {
      transmisores.put(
          transmisor.modulo(), URI.create(direcciones.path(transmisor.modulo()).asText()));
    }
    return transmisores;
  }

  private static JsonNode direcciones() {
    if (!Files.exists(PLATAFORMA)) {
      throw new IllegalStateException(
          "no hay una plataforma en marcha; arránquela en otra terminal con ./sat up");
    }
    try {
      return Http.JSON.readTree(PLATAFORMA.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("no se pudo leer " + PLATAFORMA, e);
    }
  }

  /**
   * Address of the simulated Ministry's control of the platform that is on.
   *
   * @throws IllegalStateException when none is on
   */
  static String control() {
    return direcciones().path("ministerio-control").asText();
  }

  /**
   * A built-in person's token on the platform that is on.
   *
   * @throws IllegalStateException when none is on
   */
  static String token(UsuarioDeArena usuario) {
    URI carpeta = URI.create(direcciones().path(Plataforma.IDENTIDAD).asText());
    return Identidades.token(Path.of(carpeta), usuario);
  }

  Plataforma plataforma() {
    return plataforma;
  }

  /** Prints the addresses and waits for Ctrl-C. */
  void mantener() throws InterruptedException {
    pantalla.titulo("En marcha");
    plataforma
        .direcciones()
        .forEach((nombre, direccion) -> pantalla.linea("  %-28s%s".formatted(nombre, direccion)));
    pantalla.linea(
        "\n  ./sat token da con qué preguntar; ./sat publicar F publica un NDJSON aquí."
            + "\n  Ctrl-C detiene todo.");
    apagada.await();
  }

  private synchronized void apagar() {
    if (apagada.getCount() == 0) {
      return;
    }
    pantalla.linea("\nDeteniendo…");
    plataforma.close();
    try {
      Files.deleteIfExists(PLATAFORMA);
    } catch (IOException stays) {
      pantalla.linea("no se pudo borrar " + PLATAFORMA);
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
