package co.satccf.model.contrato;

import java.util.List;

/**
 * What a contract says of a report.
 *
 * @param glosas breaches; with one the report must not be sent
 * @param advertencias doubts; the report may be sent
 */
public record Validacion(List<Glosa> glosas, List<Glosa> advertencias) {

  public Validacion {
    glosas = List.copyOf(glosas);
    advertencias = List.copyOf(advertencias);
  }

  public boolean cumple() {
    return glosas.isEmpty();
  }
}
