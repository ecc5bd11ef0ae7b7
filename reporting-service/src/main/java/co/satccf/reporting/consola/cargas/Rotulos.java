package co.satccf.reporting.consola.cargas;

import co.satccf.reporting.cargas.Carga;
import co.satccf.reporting.cargas.Cargas;
import co.satccf.reporting.cargas.EstadoCarga;
import co.satccf.reporting.cargas.Hallazgo.Clase;
import io.quarkus.qute.TemplateExtension;
import java.util.List;

/** How the page of uploads names what it shows. */
@TemplateExtension
final class Rotulos {

  private Rotulos() {}

  /** Colour of its seal. */
  static String tono(EstadoCarga estado) {
    return switch (estado) {
      case RECIBIENDO, REVISANDO, PUBLICANDO -> "info";
      case POR_REVISAR, REVISADA -> "ojo";
      case PUBLICADA -> "bueno";
      case CANCELADA, VENCIDA -> "";
    };
  }

  /** What a note begins with; empty when its message says all. */
  static String rotulo(Clase clase) {
    return switch (clase) {
      case GLOSA -> "Error";
      case ADVERTENCIA -> "Advertencia";
      case BLOQUEO, MOTIVO -> "";
    };
  }

  /** What would become of a line, in words. */
  static String resultado(String resultado) {
    return switch (resultado) {
      case "SE_ENVIARIA" -> "Se enviaría";
      case "BLOQUEADO" -> "Esperaría su turno";
      case "GLOSADO" -> "Incumple el contrato";
      case "SUSTITUIDO" -> "Hay uno más nuevo";
      case "REPETIDO" -> "Ya se conoce";
      case "CORRECCION" -> "Corrige otro reporte";
      case "REGISTRO" -> "Declara un empleador";
      case "CUARENTENA" -> "No se puede ubicar";
      default -> resultado;
    };
  }

  /** Whether it goes on by itself. */
  static boolean andando(Carga carga) {
    return carga.estado() == EstadoCarga.REVISANDO || carga.estado() == EstadoCarga.PUBLICANDO;
  }

  static boolean seRevisa(Carga carga) {
    return switch (carga.estado()) {
      case POR_REVISAR, REVISANDO, REVISADA -> true;
      case RECIBIENDO, PUBLICANDO, PUBLICADA, CANCELADA, VENCIDA -> false;
    };
  }

  static boolean sePublica(Carga carga) {
    return carga.estado() == EstadoCarga.REVISADA && carga.porPublicar() > 0;
  }

  static boolean seCancela(Carga carga) {
    return seRevisa(carga) || carga.estado() == EstadoCarga.PUBLICANDO;
  }

  static boolean publico(Carga carga) {
    return carga.estado() == EstadoCarga.PUBLICANDO || carga.publicadas() > 0;
  }

  /** How many lines there are of one outcome. */
  public record Cuenta(String resultado, int lineas) {}

  static List<Cuenta> cuentas(Cargas.Detalle detalle) {
    return detalle.resultados().entrySet().stream()
        .map(uno -> new Cuenta(uno.getKey(), uno.getValue()))
        .toList();
  }
}
