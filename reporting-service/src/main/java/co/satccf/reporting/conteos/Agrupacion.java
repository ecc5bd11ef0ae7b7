package co.satccf.reporting.conteos;

import java.util.Arrays;
import java.util.Optional;

/**
 * What reports can be grouped by. The names are those of the parameter, of the answer and of the
 * query.
 */
enum Agrupacion {
  /** First day of the week, ISO date. */
  SEMANA("semana"),
  /** ISO date. */
  DIA("dia"),
  SERVICIO("servicio"),
  /** Kind of backlog, 1-4. */
  REZAGO("rezago"),
  /** DANE code of two digits; null when the report carries none. */
  DEPARTAMENTO("departamento"),
  ESTADO("estado"),
  /** What held it at its last outcome; null when nothing did. */
  BLOQUEO("bloqueo"),
  /** Code of the answer a glosado or unconfirmed report waits with; null for any other. */
  CAUSA("causa");

  private final String nombre;

  Agrupacion(String nombre) {
    this.nombre = nombre;
  }

  String nombre() {
    return nombre;
  }

  static Optional<Agrupacion> porNombre(String nombre) {
    return Arrays.stream(values()).filter(una -> una.nombre.equals(nombre)).findFirst();
  }
}
