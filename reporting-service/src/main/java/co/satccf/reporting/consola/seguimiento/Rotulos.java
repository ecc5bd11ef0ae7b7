package co.satccf.reporting.consola.seguimiento;

import co.satccf.reporting.documento.Formato;
import co.satccf.reporting.documento.Informe.Cifra;
import co.satccf.reporting.informes.EstadoInforme;
import co.satccf.reporting.informes.Expediente;
import io.quarkus.qute.TemplateExtension;

/** How the page of reports names what it shows, and what can be done in each state. */
@TemplateExtension
final class Rotulos {

  private Rotulos() {}

  static String rotulo(EstadoInforme estado) {
    return switch (estado) {
      case POR_HACER -> "Por hacer";
      case DESCUADRADO -> "Descuadrado";
      case POR_APROBAR -> "Por aprobar";
      case APROBADO -> "Aprobado";
      case ENVIANDO -> "Enviándose";
      case ENVIADO -> "Enviado";
      case FALLIDO -> "No salió";
      case INCIERTO -> "Incierto";
      case DESCARTADO -> "Descartado";
    };
  }

  /** Colour of its seal. */
  static String tono(EstadoInforme estado) {
    return switch (estado) {
      case POR_HACER, APROBADO, ENVIANDO -> "info";
      case POR_APROBAR -> "ojo";
      case DESCUADRADO, FALLIDO, INCIERTO -> "malo";
      case ENVIADO -> "bueno";
      case DESCARTADO -> "";
    };
  }

  /** What a person should do about it; empty when nothing. */
  static String queHacer(EstadoInforme estado) {
    return switch (estado) {
      case POR_HACER ->
          "Se hace solo en cuanto los conteos cuadren con los de los servicios de familia";
      case DESCUADRADO ->
          "Averigüe de dónde viene la diferencia; después cuádrelo otra vez, o descártelo";
      case POR_APROBAR -> "Mírelo y apruébelo para que salga, o descártelo";
      case APROBADO, ENVIANDO -> "Sale solo";
      case FALLIDO -> "No salió: corrija la causa y envíelo otra vez, o descártelo";
      case INCIERTO ->
          "No se sabe si salió: busque su Message-ID en el servidor de correo o pregunte a un"
              + " destinatario, y diga qué averiguó";
      case ENVIADO, DESCARTADO -> "";
    };
  }

  /** Whether it goes on by itself. */
  static boolean andando(EstadoInforme estado) {
    return switch (estado) {
      case POR_HACER, APROBADO, ENVIANDO -> true;
      case DESCUADRADO, POR_APROBAR, ENVIADO, FALLIDO, INCIERTO, DESCARTADO -> false;
    };
  }

  static boolean seDescarta(Expediente expediente) {
    return expediente.estado().puedeIrA(EstadoInforme.DESCARTADO);
  }

  static String contraElAnterior(Cifra cifra) {
    return Formato.diferencia(cifra.diferencia());
  }
}
