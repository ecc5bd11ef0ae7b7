package co.satccf.reporting.informes;

import co.satccf.reporting.documento.TipoInforme;
import co.satccf.reporting.problema.NoHay;
import co.satccf.reporting.problema.SolicitudIncorrecta;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what callers write; what cannot be read is named in the answer. */
public final class Parametros {

  private Parametros() {}

  static long id(String valor) {
    if (!valor.matches("\\d{1,18}")) {
      throw new NoHay("No hay un informe con ese número");
    }
    return Long.parseLong(valor);
  }

  static List<TipoInforme> tipos(@Nullable String valor) {
    return todosSiFalta("tipo", valor, TipoInforme.values());
  }

  static List<EstadoInforme> estados(@Nullable String valor) {
    return todosSiFalta("estado", valor, EstadoInforme.values());
  }

  /** From 1 to the greatest, or the usual one when the query has none. */
  public static long entero(String parametro, @Nullable String valor, long mayor, long usual) {
    if (valor == null || valor.isBlank()) {
      return usual;
    }
    var numero = valor.matches("\\d{1,18}") ? Long.parseLong(valor) : 0;
    if (numero < 1 || numero > mayor) {
      throw new SolicitudIncorrecta(parametro, valor, "va de 1 a " + mayor);
    }
    return numero;
  }

  private static <E extends Enum<E>> List<E> todosSiFalta(
      String parametro, @Nullable String valor, E[] constantes) {
    if (valor == null || valor.isBlank()) {
      return List.of(constantes);
    }
    return List.of(
        constante(valor, constantes)
            .orElseThrow(() -> new SolicitudIncorrecta(parametro, valor, sePuede(constantes))));
  }

  static <E extends Enum<E>> Optional<E> constante(String valor, E[] constantes) {
    return Arrays.stream(constantes).filter(una -> una.name().equals(valor.strip())).findFirst();
  }

  static <E extends Enum<E>> String sePuede(E[] constantes) {
    return Arrays.stream(constantes)
        .map(Enum::name)
        .collect(Collectors.joining(", ", "se puede: ", ""));
  }
}
