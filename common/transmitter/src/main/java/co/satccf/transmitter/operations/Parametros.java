package co.satccf.transmitter.operations;

import co.satccf.model.ServicioSat;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Rechazo;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what callers write in paths and queries; what cannot be read is named in the answer. */
final class Parametros {

  private static final int ECHO = 60;

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

  static @Nullable String texto(@Nullable String valor) {
    return valor == null || valor.isBlank() ? null : valor;
  }

  private static Optional<ServicioSat> propio(FamiliaDeServicios familia, String nombre) {
    return ServicioSat.porNombre(nombre).filter(familia.servicios()::contains);
  }

  private static String noEsDeAqui(FamiliaDeServicios familia, String nombre) {
    return "'%s' no es un servicio de esta familia; son %s"
        .formatted(
            brief(nombre),
            familia.servicios().stream()
                .sorted()
                .map(ServicioSat::nombre)
                .collect(Collectors.joining(", ")));
  }

  private static String brief(String valor) {
    return valor.length() <= ECHO ? valor : valor.substring(0, ECHO) + "…";
  }
}
