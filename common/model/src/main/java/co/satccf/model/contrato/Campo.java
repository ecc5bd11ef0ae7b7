package co.satccf.model.contrato;

import co.satccf.model.catalogo.Catalogos;
import java.util.List;
import java.util.function.Function;

/**
 * One field of a SAT service.
 *
 * @param nombre on the wire
 * @param ruta of its value in the data of the ERP's event, with dots; the radicado's is the extension attribute
 * @param codigo the glosa that a breach earns
 * @param lee its value in the report, "" when absent
 */
public record Campo<R>(
    String nombre, String ruta, String codigo, Exigencia<R> exigencia, Formato<R> formato, Function<R, String> lee) {

  /** Adds what is wrong with this field to the two lists. */
  void revisar(R reporte, Catalogos catalogos, List<Glosa> glosas, List<Glosa> advertencias) {
    String valor = lee.apply(reporte);
    if (valor.isEmpty()) {
      if (falta(reporte)) {
        glosas.add(glosa("El campo es obligatorio" + condicion()));
      }
      return;
    }
    if (sobra(reporte)) {
      glosas.add(glosa("El campo debe ir vacío: solo se informa" + condicion()));
    } else if (valor.indexOf('\u0000') >= 0 || !formato.cumple(valor, reporte, catalogos)) {
      glosas.add(glosa("Se espera " + formato.espera(catalogos)));
    } else if (formato instanceof Formato.Municipio<R> municipio
        && municipio.desconocido(valor, reporte, catalogos)) {
      advertencias.add(glosa("El municipio no está en el catálogo del departamento"));
    }
  }

  private boolean falta(R reporte) {
    return switch (exigencia) {
      case Exigencia.Obligatorio<R> _ -> true;
      case Exigencia.Opcional<R> _, Exigencia.SoloSi<R> _ -> false;
      case Exigencia.Condicional<R> condicional -> condicional.cuando().test(reporte);
    };
  }

  private boolean sobra(R reporte) {
    return switch (exigencia) {
      case Exigencia.Obligatorio<R> _, Exigencia.Opcional<R> _ -> false;
      case Exigencia.SoloSi<R> soloSi -> !soloSi.cuando().test(reporte);
      case Exigencia.Condicional<R> condicional ->
          condicional.vacioSiNo() && !condicional.cuando().test(reporte);
    };
  }

  private String condicion() {
    return switch (exigencia) {
      case Exigencia.Obligatorio<R> _, Exigencia.Opcional<R> _ -> "";
      case Exigencia.SoloSi<R> soloSi -> " si " + soloSi.condicion();
      case Exigencia.Condicional<R> condicional -> " si " + condicional.condicion();
    };
  }

  private Glosa glosa(String mensaje) {
    return new Glosa(nombre, codigo, mensaje);
  }

  Campo<R> conNombre(String otro) {
    return new Campo<>(otro, ruta, codigo, exigencia, formato, lee);
  }

  Campo<R> conExigencia(Exigencia<R> otra) {
    return new Campo<>(nombre, ruta, codigo, otra, formato, lee);
  }

  Campo<R> conFormato(Formato<R> otro) {
    return new Campo<>(nombre, ruta, codigo, exigencia, otro, lee);
  }
}
