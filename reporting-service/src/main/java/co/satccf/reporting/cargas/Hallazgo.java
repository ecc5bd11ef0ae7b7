package co.satccf.reporting.cargas;

import co.satccf.model.evento.Motivo;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of one line: names, codes and messages, never a value of it.
 *
 * @param linea in the file, from 1
 * @param errada whether the line is kept from being published
 */
@RegisterForReflection
@Schema(description = "Qué se encontró en una línea; nunca trae valores de sus datos")
public record Hallazgo(
    int linea,
    @Schema(
            description =
                "Lo que pasaría con ella, como en POST /validaciones de los servicios de familia")
        String resultado,
    @Nullable String servicio,
    @Nullable String radicado,
    @Schema(description = "Si por esto no se publica") boolean errada,
    List<Nota> notas) {

  static final String CUARENTENA = "CUARENTENA";

  /** What a note tells of. */
  public enum Clase {
    /** The contract is broken. */
    GLOSA,
    ADVERTENCIA,
    /** The report would wait. */
    BLOQUEO,
    /** About the line as a whole. */
    MOTIVO
  }

  /** One thing found. */
  @RegisterForReflection
  @Schema(description = "Una de las cosas que se encontraron")
  public record Nota(Clase clase, @Nullable String campo, String codigo, String mensaje) {}

  static Hallazgo ilegible(int linea, List<Motivo> motivos) {
    return new Hallazgo(
        linea,
        CUARENTENA,
        null,
        null,
        true,
        motivos.stream().map(m -> new Nota(Clase.MOTIVO, null, m.codigo(), m.mensaje())).toList());
  }
}
