package co.satccf.token.solicitud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a request; what cannot be right is an {@link Objecion} that names the field.
 */
public final class Campos {

  private static final ZoneId COLOMBIA = ZoneId.of("America/Bogota");
  private static final int LARGO_DE_DIRECCION = 500;
  private static final String NOMBRE = "[A-Za-z0-9][A-Za-z0-9._-]{0,79}";

  private Campos() {}

  /** One line of 1 to so many characters, without the blanks around it. */
  public static String linea(String campo, @Nullable String valor, int maximo) {
    String linea = texto(campo, valor, maximo).strip();
    if (linea.codePoints().anyMatch(Campos::invisible)) {
      throw Objecion.dato(campo, "se espera una sola línea, sin caracteres de control");
    }
    return linea;
  }

  /** The same, or null when it is missing or blank. */
  public static @Nullable String lineaOpcional(String campo, @Nullable String valor, int maximo) {
    return valor == null || valor.isBlank() ? null : linea(campo, valor, maximo);
  }

  /** 1 to so many characters as they stand, of any number of lines. */
  public static String texto(String campo, @Nullable String valor, int maximo) {
    if (valor == null || valor.isBlank()) {
      throw Objecion.dato(campo, "falta");
    }
    if (valor.length() > maximo) {
      throw Objecion.dato(campo, "tiene %d caracteres; caben %d".formatted(valor.length(), maximo));
    }
    // PostgreSQL has no NUL, and half a surrogate is no character.
    if (valor.indexOf('\0') >= 0 || !UTF_8.newEncoder().canEncode(valor)) {
      throw Objecion.dato(campo, "trae un carácter que no se puede guardar");
    }
    return valor;
  }

  /** What must be there. */
  public static <T> T exigido(String campo, @Nullable T valor) {
    if (valor == null) {
      throw Objecion.dato(campo, "falta");
    }
    return valor;
  }

  /** What may be part of a path: letters, digits, full stops, hyphens and underscores. */
  public static String nombre(String campo, @Nullable String valor) {
    String nombre = texto(campo, valor, Integer.MAX_VALUE);
    if (!nombre.matches(NOMBRE)) {
      throw Objecion.dato(
          campo, "se esperan de 1 a 80 letras sin tilde, dígitos, puntos, guiones o guiones bajos");
    }
    return nombre;
  }

  /** The name of a thing in a path; what cannot be one is not there. */
  public static String deLaRuta(String nombre) {
    if (!nombre.matches(NOMBRE)) {
      throw Objecion.noEncontrado("Aquí no hay nada con ese nombre");
    }
    return nombre;
  }

  /** An https address that holds no password. */
  public static URI https(String campo, @Nullable String valor) {
    String texto = linea(campo, valor, LARGO_DE_DIRECCION);
    URI direccion;
    try {
      direccion = new URI(texto);
    } catch (URISyntaxException malformed) {
      throw Objecion.dato(campo, "se espera una dirección como https://servicios.ccf.example/ruta");
    }
    if (!"https".equals(direccion.getScheme()) || direccion.getHost() == null) {
      throw Objecion.dato(campo, "se espera una dirección como https://servicios.ccf.example/ruta");
    }
    if (direccion.getRawUserInfo() != null || direccion.getRawFragment() != null) {
      throw Objecion.dato(campo, "la dirección no lleva usuario, contraseña ni fragmento");
    }
    if (direccion.getPort() == 0 || direccion.getPort() > 65_535) {
      throw Objecion.dato(campo, "el puerto va de 1 a 65535");
    }
    return direccion;
  }

  /** A constant by its name. */
  public static <E extends Enum<E>> E uno(String campo, Class<E> tipo, @Nullable String valor) {
    E[] todos = tipo.getEnumConstants();
    return Arrays.stream(todos)
        .filter(cual -> cual.name().equals(valor))
        .findFirst()
        .orElseThrow(
            () ->
                Objecion.dato(
                    campo,
                    "se espera uno de "
                        + Arrays.stream(todos).map(Enum::name).collect(Collectors.joining(", "))));
  }

  /** A day that has come, in Colombia; null when there is none. */
  public static @Nullable LocalDate dia(String campo, @Nullable String valor, Clock clock) {
    if (valor == null || valor.isBlank()) {
      return null;
    }
    LocalDate dia;
    try {
      dia = LocalDate.parse(valor.strip());
    } catch (DateTimeParseException malformed) {
      throw Objecion.dato(campo, "se espera un día como 2026-11-21");
    }
    if (dia.isAfter(LocalDate.ofInstant(clock.instant(), COLOMBIA)) || dia.getYear() < 2000) {
      throw Objecion.dato(campo, "%s no es un día entre 2000-01-01 y hoy".formatted(dia));
    }
    return dia;
  }

  private static boolean invisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
