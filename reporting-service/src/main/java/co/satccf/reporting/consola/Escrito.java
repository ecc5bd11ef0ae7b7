package co.satccf.reporting.consola;

import co.satccf.model.calendario.Vencimientos;
import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.reporting.consola.familias.Direccion;
import co.satccf.reporting.documento.Formato;
import io.quarkus.qute.TemplateExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** How pages write what they show: in Spanish, with the numbers and dates of Colombia. */
@TemplateExtension
public final class Escrito {

  private static final ZoneId BOGOTA = Vencimientos.BOGOTA;
  private static final String[] MESES = {
    "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"
  };

  private Escrito() {}

  /** E.g. 1.621.106 */
  public static String numero(Number numero) {
    return Formato.numero(numero.longValue());
  }

  /** E.g. 1 línea, 2.200 líneas */
  public static String cuantos(Number numero, String uno, String muchos) {
    return Formato.cuantos(numero.longValue(), uno, muchos);
  }

  /** E.g. 5 ago 2021, 14:05 */
  public static String cuando(Instant instante) {
    var enBogota = instante.atZone(BOGOTA);
    return "%s, %02d:%02d"
        .formatted(fecha(enBogota.toLocalDate()), enBogota.getHour(), enBogota.getMinute());
  }

  /** E.g. 5 ago 2021 */
  public static String fecha(LocalDate dia) {
    return "%d %s %d".formatted(dia.getDayOfMonth(), MESES[dia.getMonthValue() - 1], dia.getYear());
  }

  /** The greatest unit is enough, e.g. 3 días */
  public static String largo(Duration duracion) {
    if (duracion.toDays() > 0) {
      return Formato.cuantos(duracion.toDays(), "día", "días");
    }
    if (duracion.toHours() > 0) {
      return Formato.cuantos(duracion.toHours(), "hora", "horas");
    }
    return duracion.toMinutes() > 0
        ? Formato.cuantos(duracion.toMinutes(), "minuto", "minutos")
        : Formato.cuantos(Math.max(0, duracion.toSeconds()), "segundo", "segundos");
  }

  public static String rotulo(EstadoReporte estado) {
    return switch (estado) {
      case PENDIENTE -> "Pendiente";
      case EN_VUELO -> "En vuelo";
      case INCIERTO -> "Incierto";
      case GLOSADO -> "Glosado";
      case POR_CONFIRMAR -> "Por confirmar";
      case ACEPTADO -> "Aceptado";
      case ACEPTADO_CON_ALERTA -> "Aceptado con alerta";
      case RETIRADO -> "Retirado";
      case SUSTITUIDO -> "Sustituido";
    };
  }

  /** How the style sheet colours it; the word beside it says the same. */
  public static String clase(EstadoReporte estado) {
    return switch (estado) {
      case ACEPTADO -> "bueno";
      case GLOSADO -> "malo";
      case INCIERTO, POR_CONFIRMAR, ACEPTADO_CON_ALERTA -> "ojo";
      case PENDIENTE, EN_VUELO -> "info";
      case RETIRADO, SUSTITUIDO -> "";
    };
  }

  /** For a step of an address. */
  public static String enRuta(String texto) {
    return Direccion.de(texto).valor().substring(1);
  }

  /** The steps of an address, between which it may break: each but the last ends with its slash. */
  public static List<String> tramos(String direccion) {
    return List.of(direccion.split("(?<=[^/]/)(?=[^/])", -1));
  }

  public static String rotulo(Bloqueo bloqueo) {
    return switch (bloqueo) {
      case REPORTE_ANTERIOR -> "Espera el reporte anterior";
      case ANTERIOR_RETIRADO -> "Se retiró el anterior";
      case POSIBLE_DUPLICADO -> "Posible duplicado";
      case EMPLEADOR_NO_INCORPORADO -> "El empleador no está en el SAT";
    };
  }
}
