package co.satccf.identidad;

import co.satccf.model.Familia;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller may do. The three of a person include the ones before them. */
public enum Rol {
  /** Reads; personal data only where a door says so, and audited. */
  CONSULTA,
  /** Moves reports, with a reason. */
  OPERADOR,
  /** Moves what concerns a whole service: pauses, limits, the register of employers. */
  ADMINISTRADOR,
  /** Gets the Ministry's tokens of one family (rule 19); never a person's. */
  TOKENS_DE_AFILIACION,
  TOKENS_DE_RELACION_LABORAL,
  TOKENS_DE_NOVEDADES;

  /** The role that gets the tokens of a family's services. */
  public static Rol tokensDe(Familia familia) {
    return switch (familia) {
      case AFILIACION -> TOKENS_DE_AFILIACION;
      case RELACION_LABORAL -> TOKENS_DE_RELACION_LABORAL;
      case NOVEDADES -> TOKENS_DE_NOVEDADES;
    };
  }

  /** The role of a person by the name a token writes it with, e.g. {@code operador}. */
  static Optional<Rol> dePersona(String nombre) {
    return Arrays.stream(values())
        .filter(rol -> rol.esDePersona() && rol.nombre().equals(nombre))
        .findFirst();
  }

  /** As tokens write it. */
  String nombre() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean incluye(Rol otro) {
    return this == otro || (esDePersona() && otro.compareTo(this) < 0);
  }

  private boolean esDePersona() {
    return compareTo(ADMINISTRADOR) <= 0;
  }
}
