package co.satccf.reporting.consola.cargas;

import co.satccf.model.ServicioSat;
import co.satccf.model.evento.LectorEventos;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a sheet may be of.
 *
 * @param tipo CloudEvents type of its lines
 * @param nombre as people call it
 */
public record ClaseDeHecho(String tipo, String nombre) {

  static List<ClaseDeHecho> todas() {
    return Stream.concat(
            Arrays.stream(ServicioSat.values())
                .map(servicio -> new ClaseDeHecho(servicio.tipoEvento(), nombre(servicio))),
            Stream.of(
                new ClaseDeHecho(
                    LectorEventos.EMPLEADOR_INCORPORADO, "Empleador que ya está en el SAT")))
        .toList();
  }

  private static String nombre(ServicioSat servicio) {
    return switch (servicio) {
      case AFILIACION_PRIMERA_VEZ -> "Afiliación por primera vez";
      case AFILIACION_NO_PRIMERA_VEZ -> "Afiliación que no es la primera";
      case DESAFILIACION -> "Desafiliación";
      case INICIO_RELACION_LABORAL -> "Inicio de relación laboral";
      case TERMINACION_RELACION_LABORAL -> "Terminación de relación laboral";
      case PERDIDA_AFILIACION_CAUSA_GRAVE -> "Pérdida de la afiliación por causa grave";
      case ESTADO_PAGO_EMPLEADOR -> "Estado de pago del empleador";
    };
  }
}
