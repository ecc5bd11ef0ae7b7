package co.satccf.sandbox.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the processes of a run: each with the run's mark, its folder for temporary files, and a log
 * of its own.
 */
record Procesos(OpcionesDePlataforma opciones, Path carpeta, Guardian guardian) {

  Proceso proceso(String nombre, List<String> comando) {
    return new Proceso(nombre, comando, opciones.registros().resolve(nombre + ".log"), guardian);
  }

  /** A program of this module, with the class path of this JVM. */
  Proceso interno(String nombre, Class<?> principal, String heap, List<String> args) {
    List<String> comando =
        java(
            List.of("-Xmx" + heap, "-XX:+UseSerialGC"),
            opciones.jvm().isPresent() ? List.of() : List.of(Paquete.UN_COMPILADOR));
    comando.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            principal.getName()));
    comando.addAll(args);
    return proceso(nombre, comando);
  }

  /** How a JVM of the run begins; its program is still to come. */
  List<String> java(List<String> memoria, List<String> indicadores) {
    List<String> comando = enSesionPropia();
    comando.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:-UsePerfData",
            "-Djava.io.tmpdir=" + carpeta));
    comando.addAll(memoria);
    comando.addAll(indicadores);
    return comando;
  }

  /** Ctrl-C reaches the launcher alone, which stops everything in good order. */
  static List<String> enSesionPropia() {
    return new ArrayList<>(List.of("setsid"));
  }
}
