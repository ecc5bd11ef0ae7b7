package co.satccf.reporting.informes;

import co.satccf.model.catalogo.Catalogos;
import co.satccf.model.catalogo.Municipio;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.reporting.documento.Formato;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** What the rows of a table are about, and how it is written in Spanish. */
enum Rotulo {
  REZAGO("Rezago") {
    @Override
    String de(String valor) {
      // MinSalud, SAT protocol of 14-Jul-2021, "Tipo de rezago".
      return switch (valor) {
        case "1" -> "1 · No reportados a PISIS";
        case "2" -> "2 · Glosados en Incorporación";
        case "3" -> "3 · Represados";
        default -> "4 · Del día a día";
      };
    }
  },
  SERVICIO("Servicio") {
    @Override
    String de(String valor) {
      return valor;
    }
  },
  ESTADO("Estado") {
    @Override
    String de(String valor) {
      return switch (EstadoReporte.valueOf(valor)) {
        case PENDIENTE, EN_VUELO -> "Pendiente de envío";
        case INCIERTO -> "Enviado sin respuesta";
        case GLOSADO -> "Glosado";
        case POR_CONFIRMAR -> "Por confirmar";
        case ACEPTADO -> "Aceptado";
        case ACEPTADO_CON_ALERTA -> "Aceptado con alerta";
        case RETIRADO -> "Retirado";
        case SUSTITUIDO -> "Sustituido";
      };
    }
  },
  DEPARTAMENTO("Departamento") {
    @Override
    String de(String valor) {
      if (valor.isEmpty()) {
        return "No lo lleva el reporte";
      }
      var nombre = DEPARTAMENTOS.get(valor);
      return nombre == null ? valor : valor + " · " + nombre;
    }
  },
  DIA("Día") {
    @Override
    String de(String valor) {
      return Formato.fecha(LocalDate.parse(valor));
    }
  },
  CODIGO("Código") {
    @Override
    String de(String valor) {
      return valor.isEmpty() ? "Sin código" : valor;
    }
  };

  private static final Map<String, String> DEPARTAMENTOS =
      Catalogos.predeterminados().municipios().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Municipio::departamento, Municipio::nombreDepartamento, (uno, otro) -> uno));

  private final String nombre;

  Rotulo(String nombre) {
    this.nombre = nombre;
  }

  String nombre() {
    return nombre;
  }

  abstract String de(String valor);
}
