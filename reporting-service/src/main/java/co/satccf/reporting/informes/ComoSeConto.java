package co.satccf.reporting.informes;

import co.satccf.model.ServicioSat;
import co.satccf.reporting.documento.Formato;
import co.satccf.reporting.documento.TipoInforme;
import co.satccf.reporting.plazos.Plazos;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What the numbers of a report mean, in the words that go out with it. */
@Singleton
final class ComoSeConto {

  private final Plazos plazos;
  private final Semana semana;

  ComoSeConto(Plazos plazos, Semana semana) {
    this.plazos = plazos;
    this.semana = semana;
  }

  List<String> de(TipoInforme tipo, Instant corte) {
    var frases = new ArrayList<String>();
    frases.add(
        "Cuenta lo ocurrido antes del corte; los totales de cada servicio al corte coinciden con"
            + " los del servicio que transmite.");
    switch (tipo) {
      case PENDIENTES -> {
        frases.add(
            "Por reportar está lo recibido que el SAT aún no ha aceptado y nadie ha retirado ni"
                + " sustituido, incluido lo glosado mientras no se corrija.");
        frases.add(
            "Empleadores: los distintos con alguna afiliación por reportar. Trabajadores: los"
                + " distintos con algún inicio o terminación de relación laboral por reportar.");
        frases.add(
            "Vencido: el que pasó su término en días hábiles desde el hecho; por servicio: "
                + terminos()
                + ".");
      }
      case EMPLEADORES_CARGADOS ->
          frases.add(
              "Empleadores cargados: los distintos con alguna afiliación que el SAT aceptó, aunque"
                  + " después se hayan desafiliado. Los que ya estaban en SAT y nunca se"
                  + " reportaron por este medio no se cuentan.");
      case TRABAJADORES_CARGADOS ->
          frases.add(
              "Trabajadores cargados: los distintos con algún inicio de relación laboral que el SAT"
                  + " aceptó, aunque después haya terminado.");
      case CONTEO_SEMANAL -> {
        frases.add("La semana va desde el " + Formato.instante(semana.inicio(corte)) + ".");
        frases.add(
            "Lo terminado cuenta en la semana de su respuesta o decisión. Glosados: los que se"
                + " glosaron en la semana y al corte siguen sin corregir.");
        frases.add(
            "Cargados por primera vez: los empleadores y trabajadores cuyo primer reporte aceptado"
                + " es de esta semana.");
      }
    }
    frases.add(
        "Quien tiene reportes en varias filas de una tabla cuenta una vez en cada una: sus filas"
            + " pueden sumar más que el total.");
    frases.add(
        "Ajuste del anterior: lo que la cifra del informe anterior sería hoy menos lo que fue; son"
            + " hechos que se conocieron después de hacerlo.");
    return frases;
  }

  private String terminos() {
    return Arrays.stream(ServicioSat.values())
        .map(
            servicio ->
                servicio.nombre()
                    + " "
                    + plazos.dias(servicio)
                    + (plazos.porConfirmar(servicio) ? " (por confirmar)" : ""))
        .collect(Collectors.joining(", "));
  }
}
