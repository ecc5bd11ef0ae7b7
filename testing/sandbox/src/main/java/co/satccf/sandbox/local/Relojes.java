package co.satccf.sandbox.local;

import co.satccf.sandbox.reloj.AgenteDeReloj;
import co.satccf.sandbox.reloj.RelojMovible;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The clocks of some services' processes, each ahead or behind as it is told. */
final class Relojes {
  private final Path carpeta;
  private final Set<String> nombres;
  private final Path agente;

  /**
   * @param nombres of the processes
   */
  Relojes(Path carpeta, Set<String> nombres) {
    this.carpeta = carpeta;
    this.nombres = nombres;
    this.agente = carpeta.resolve("agente-de-reloj.jar");
    Manifest manifiesto = new Manifest();
    manifiesto.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifiesto
        .getMainAttributes()
        .put(new Attributes.Name("Premain-Class"), AgenteDeReloj.class.getName());
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(agente), manifiesto)) {
      for (Class<?> clase : List.of(AgenteDeReloj.class, RelojMovible.class)) {
        String nombre = clase.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(nombre));
        try (InputStream bytes =
            Objects.requireNonNull(clase.getClassLoader().getResourceAsStream(nombre))) {
          bytes.transferTo(jar);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean mueve(String nombre) {
    return nombres.contains(nombre);
  }

  /** What a process is started with to follow its clock. */
  String argumento(String nombre) {
    mover(nombre, Duration.ZERO);
    return "-javaagent:" + agente + "=" + archivo(nombre);
  }

  void mover(String nombre, Duration salto) {
    try {
      Files.writeString(archivo(nombre), salto.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path archivo(String nombre) {
    return carpeta.resolve(nombre + ".reloj");
  }
}
