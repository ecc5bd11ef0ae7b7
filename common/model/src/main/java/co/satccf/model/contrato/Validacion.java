package co.satccf.model.contrato;

import java.util.List;

/**
 * What a report's contract says of it, at most one finding per field, in the order of the table.
 *
 * @param glosas breaches: the report must not be sent
 * @param advertencias doubts: the report is sent
 */
public record Validacion(List<Glosa> glosas, List<Glosa> advertencias) {
  public Validacion {
    glosas = List.copyOf(glosas);
    advertencias = List.copyOf(advertencias);
  }

  /** Whether the report may be sent. */
  public boolean cumple() {
    return glosas.isEmpty();
  }
}
