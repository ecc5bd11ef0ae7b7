package co.satccf.transmitter.operations;

import co.satccf.model.ServicioSat;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Rechazo;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what callers write in paths and queries; what cannot be read is named in the answer. */
final class Parametros {

  private static final int ECHO = 60;
  private static final int LIMITE = 50;
  private static final int LIMITE_MAXIMO = 500;

  private Parametros() {}

  /** A service of this family that the path names. */
  static ServicioSat servicioDeLaRuta(FamiliaDeServicios familia, String nombre) {
    return propio(familia, nombre)
        .orElseThrow(() -> new Rechazo(Falla.NO_ENCONTRADO, noEsDeAqui(familia, nombre)));
  }

  /** A service of this family that the query names, or null when it names none. */
  static @Nullable ServicioSat servicio(FamiliaDeServicios familia, @Nullable String nombre) {
    if (nombre == null || nombre.isBlank()) {
      return null;
    }
    return propio(familia, nombre)
        .orElseThrow(() -> new Rechazo(Falla.SOLICITUD_INCORRECTA, noEsDeAqui(familia, nombre)));
  }

  /**
   * A service of this family that a body names, or null when it names none. What stands in a body
   * may be anything, a person's data too: it is not repeated.
   */
  static @Nullable ServicioSat servicioDelCuerpo(
      FamiliaDeServicios familia, @Nullable String nombre) {
    if (nombre == null || nombre.isBlank()) {
      return null;
    }
    return propio(familia, nombre)
        .orElseThrow(
            () ->
                new Rechazo(Falla.SOLICITUD_INCORRECTA, "'servicio' ha de ser " + deAqui(familia)));
  }

  /** A constant of the enum, or null when the query names none. */
  static <E extends Enum<E>> @Nullable E constante(
      String parametro, Class<E> type, @Nullable String valor) {
    if (valor == null || valor.isBlank()) {
      return null;
    }
    E[] constants = type.getEnumConstants();
    for (E constant : constants) {
      if (constant.name().equals(valor)) {
        return constant;
      }
    }
    throw new Rechazo(
        Falla.SOLICITUD_INCORRECTA,
        "'%s' no es un valor de '%s'; valen %s"
            .formatted(
                brief(valor),
                parametro,
                Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "))));
  }

  /** The first condition of a list: which page of it. */
  static Filtro pagina(@Nullable String despues, @Nullable String limite) {
    return Filtro.pagina(
        entero("despues", despues, 0, Long.MAX_VALUE, 0),
        (int) entero("limite", limite, 1, LIMITE_MAXIMO, LIMITE));
  }

  /** A whole number within limits, or the default when the query has none. */
  static long entero(
      String parametro, @Nullable String valor, long least, long most, long otherwise) {
    if (valor == null || valor.isBlank()) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(valor);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException unreadable) {
      // Told below, in the same words as a number out of range.
    }
    throw new Rechazo(
        Falla.SOLICITUD_INCORRECTA,
        "'%s' no sirve como '%s'; se espera un entero de %d a %d"
            .formatted(brief(valor), parametro, least, most));
  }

  /**
   * A length of time such as {@code PT4H}, above zero, or null when the query names none.
   *
   * @param propio the one that {@code true} stands for
   */
  static @Nullable Duration plazo(
      String parametro, @Nullable String valor, Duration propio, Duration most) {
    if (valor == null || valor.isBlank()) {
      return null;
    }
    if (valor.equals("true")) {
      return propio;
    }
    try {
      Duration duracion = Duration.parse(valor);
      if (duracion.isPositive() && duracion.compareTo(most) <= 0) {
        return duracion;
      }
    } catch (DateTimeParseException unreadable) {
      // Told below, in the same words as a length out of range.
    }
    throw new Rechazo(
        Falla.SOLICITUD_INCORRECTA,
        "'%s' no es un valor de '%s'; vale true, o una duración ISO 8601, p. ej. PT4H, de a lo sumo P%dD"
            .formatted(brief(valor), parametro, most.toDays()));
  }

  /** Whether a condition is asked for; it can be asked for, not refused. */
  static boolean marca(String parametro, @Nullable String valor) {
    if (valor == null || valor.isBlank()) {
      return false;
    }
    if (valor.equals("true")) {
      return true;
    }
    throw new Rechazo(
        Falla.SOLICITUD_INCORRECTA,
        "'%s' no es un valor de '%s'; solo vale true".formatted(brief(valor), parametro));
  }

  /** An instant with its offset, or null when the query has none. */
  static @Nullable Instant instante(String parametro, @Nullable String valor) {
    if (valor == null || valor.isBlank()) {
      return null;
    }
    try {
      // A plus sign that nobody escaped comes as a blank.
      return OffsetDateTime.parse(valor.strip().replace(' ', '+')).toInstant();
    } catch (DateTimeParseException unreadable) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA,
          "'%s' no sirve como '%s'; se espera un instante como 2026-11-21T00:00:00-05:00"
              .formatted(brief(valor), parametro));
    }
  }

  /** A text, or null when there is none; PostgreSQL has no NUL. */
  static @Nullable String texto(@Nullable String valor) {
    if (valor != null && valor.indexOf('\0') >= 0) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA, "Un valor de la solicitud trae un carácter nulo");
    }
    return valor == null || valor.isBlank() ? null : valor;
  }

  private static Optional<ServicioSat> propio(FamiliaDeServicios familia, String nombre) {
    return ServicioSat.porNombre(nombre).filter(familia.servicios()::contains);
  }

  private static String noEsDeAqui(FamiliaDeServicios familia, String nombre) {
    return "'%s' no es un servicio de esta familia; son %s"
        .formatted(brief(nombre), deAqui(familia));
  }

  private static String deAqui(FamiliaDeServicios familia) {
    return familia.servicios().stream()
        .sorted()
        .map(ServicioSat::nombre)
        .collect(Collectors.joining(", "));
  }

  private static String brief(String valor) {
    return valor.length() <= ECHO ? valor : valor.substring(0, ECHO) + "…";
  }
}
