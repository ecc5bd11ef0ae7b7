package co.satccf.reporting.consola.auditoria;

import co.satccf.model.Familia;
import co.satccf.reporting.problema.SolicitudIncorrecta;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whose audit is looked at. */
public enum Libro {
  AFILIACION("Afiliación", Familia.AFILIACION),
  RELACION_LABORAL("Relación laboral", Familia.RELACION_LABORAL),
  NOVEDADES("Novedades", Familia.NOVEDADES),
  TOKENS("Tokens y MN82", null),
  CARGAS("Cargas", null),
  INFORMES("Informes", null);

  private final String nombre;
  private final @Nullable Familia familia;

  Libro(String nombre, @Nullable Familia familia) {
    this.nombre = nombre;
    this.familia = familia;
  }

  static Libro de(@Nullable String valor) {
    if (valor == null || valor.isBlank()) {
      return AFILIACION;
    }
    return Arrays.stream(values())
        .filter(libro -> libro.name().equals(valor))
        .findFirst()
        .orElseThrow(
            () ->
                new SolicitudIncorrecta("libro", valor, "se puede: " + Arrays.toString(values())));
  }

  public String nombre() {
    return nombre;
  }

  /** The family whose chain it is; null when it is no chain. */
  @Nullable Familia familia() {
    return familia;
  }

  /** Whether its entries seal each other (ADR 6). */
  public boolean encadenado() {
    return familia != null;
  }

  /** Whether it tells who looked at data of persons. */
  public boolean anotaVistas() {
    return familia != null;
  }

  /** Whether only an administrator may read it. */
  public boolean reservado() {
    return this == TOKENS;
  }
}
