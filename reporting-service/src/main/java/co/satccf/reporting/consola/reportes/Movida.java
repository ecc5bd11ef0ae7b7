package co.satccf.reporting.consola.reportes;

import co.satccf.model.estado.Bloqueo;
import co.satccf.reporting.consola.familias.ReporteDeFamilia;
import co.satccf.reporting.problema.NoHay;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a person may do to one report; the owning service decides whether it may be done now. */
public enum Movida {
  REINTENTAR(
      "Reintentar ahora",
      "No espera más la pausa tras una falla: sale en cuanto haya cupo.",
      "El reporte sale en cuanto haya cupo"),
  REENVIAR(
      "Reenviar sin cambios",
      "Para lo que se arregló en otra parte: en el Ministerio o en un catálogo.",
      "El reporte está otra vez pendiente de envío"),
  LIBERAR(
      "Liberar",
      "Deja seguir un posible duplicado, o uno cuyo anterior se retiró.",
      "El reporte ya no está detenido por eso"),
  DECIDIR(
      "Decidir qué pasó",
      "Diga qué tiene el Ministerio y en qué se apoya: nadie más lo puede saber.",
      "La decisión quedó registrada"),
  RETIRAR(
      "Retirar",
      "No se enviará. El SAT no admite anular lo que ya aceptó.",
      "El reporte quedó retirado");

  private final String titulo;
  private final String explicacion;
  private final String hecho;

  Movida(String titulo, String explicacion, String hecho) {
    this.titulo = titulo;
    this.explicacion = explicacion;
    this.hecho = hecho;
  }

  public String titulo() {
    return titulo;
  }

  public String explicacion() {
    return explicacion;
  }

  /** What is told when it is done. */
  public String hecho() {
    return hecho;
  }

  /** As the owning service calls it. */
  public String ruta() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws NoHay when there is no such move
   */
  static Movida porRuta(String ruta) {
    return Arrays.stream(values())
        .filter(una -> una.ruta().equals(ruta))
        .findFirst()
        .orElseThrow(() -> new NoHay("No hay tal movimiento"));
  }

  /** Those that make sense for a report as it stands. */
  static List<Movida> de(ReporteDeFamilia reporte) {
    return switch (reporte.estado()) {
      case PENDIENTE -> {
        var bloqueo = reporte.bloqueo();
        if (bloqueo == Bloqueo.POSIBLE_DUPLICADO || bloqueo == Bloqueo.ANTERIOR_RETIRADO) {
          yield List.of(LIBERAR, RETIRAR);
        }
        yield bloqueo == null ? List.of(REINTENTAR, RETIRAR) : List.of(RETIRAR);
      }
      case GLOSADO -> List.of(REENVIAR, RETIRAR);
      case INCIERTO, POR_CONFIRMAR -> List.of(DECIDIR);
      case EN_VUELO, ACEPTADO, ACEPTADO_CON_ALERTA, RETIRADO, SUSTITUIDO -> List.of();
    };
  }
}
