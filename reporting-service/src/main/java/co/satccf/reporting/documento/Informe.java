package co.satccf.reporting.documento;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up report as it was made. It has numbers only: nobody is named in it, not even by a
 * reference.
 *
 * @param entidad whose report it is
 * @param corte everything before this instant counts
 * @param corteAnterior of the last report of its kind, null for the first one
 * @param comoSeConto what each number means, a sentence each
 */
@RegisterForReflection
@Schema(description = "Un informe de seguimiento, tal como se hizo; solo lleva números")
public record Informe(
    TipoInforme tipo,
    String entidad,
    Instant corte,
    @Nullable Instant corteAnterior,
    List<Cifra> cifras,
    List<Tabla> tablas,
    List<String> comoSeConto) {

  /**
   * One of the numbers that the report is about.
   *
   * @param anterior in the last report of this kind, null for the first one
   * @param ajuste what that number would be today less what it was: facts that became known later
   */
  @RegisterForReflection
  @Schema(description = "Una cifra del informe y la del anterior")
  public record Cifra(
      String nombre,
      long valor,
      @Schema(description = "En el último informe de su clase") @Nullable Long anterior,
      @Schema(description = "Lo que esa cifra sería hoy menos lo que fue") long ajuste) {

    /** Null for the first report of its kind. */
    public @Nullable Long diferencia() {
      return anterior == null ? null : valor - anterior;
    }
  }

  /**
   * Numbers by one or more labels.
   *
   * @param rotulos names of the columns with labels
   * @param medidas names of the columns with numbers
   */
  @RegisterForReflection
  @Schema(name = "TablaDelInforme", description = "Números por uno o más rótulos")
  public record Tabla(
      String titulo, List<String> rotulos, List<String> medidas, List<Fila> filas) {}

  /** One label and one number for each column. */
  @RegisterForReflection
  @Schema(name = "FilaDelInforme", description = "Un rótulo y un número por columna")
  public record Fila(List<String> rotulos, List<Long> numeros) {}

  /** Without extension: the kind and the day of the cut-off. */
  public String nombreDeArchivo() {
    return tipo.enMinusculas() + "-" + Formato.dia(corte);
  }
}
