package co.satccf.model.contrato;

import co.satccf.model.reporte.Reporte;
import org.jspecify.annotations.Nullable;

/**
 * When a field must, may or must not be informed.
 *
 * @param exigencia whether it is demanded wherever its condition does not forbid it
 * @param condicion what another field decides, if it does
 * @param porDefecto what the reader puts when the ERP says nothing, {@code ""} for nothing
 */
public record Presencia<R extends Reporte>(
    Exigencia exigencia, @Nullable Condicion<R> condicion, String porDefecto) {

  /** How strongly a field is demanded. */
  public enum Exigencia {
    SIEMPRE,
    SEGUN_CONDICION,
    NUNCA
  }

  enum Situacion {
    EXIGIDO,
    ADMITIDO,
    PROHIBIDO
  }

  static <R extends Reporte> Presencia<R> opcional() {
    return new Presencia<>(Exigencia.NUNCA, null, "");
  }

  static <R extends Reporte> Presencia<R> obligatoria(String porDefecto) {
    return new Presencia<>(Exigencia.SIEMPRE, null, porDefecto);
  }

  static <R extends Reporte> Presencia<R> segun(Condicion<R> condicion) {
    return new Presencia<>(Exigencia.SEGUN_CONDICION, condicion, "");
  }

  Presencia<R> con(Exigencia nueva) {
    return new Presencia<>(nueva, condicion, porDefecto);
  }

  Situacion de(R reporte) {
    var otro = condicion == null ? "" : condicion.lector().apply(reporte);
    if (condicion != null && condicion.prohibe().contains(otro)) {
      return Situacion.PROHIBIDO;
    }
    return switch (exigencia) {
      case SIEMPRE -> Situacion.EXIGIDO;
      case NUNCA -> Situacion.ADMITIDO;
      case SEGUN_CONDICION ->
          condicion != null && condicion.exige().contains(otro)
              ? Situacion.EXIGIDO
              : Situacion.ADMITIDO;
    };
  }
}
