package co.satccf.reporting.consola.familias;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.EstadoReporte;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a report says: personal data, for one page and never kept. */
@RegisterForReflection
public record Cuerpo(
    String servicio,
    String radicado,
    EstadoReporte estado,
    int version,
    String cuerpo,
    List<Valor> campos) {

  /** A field and what it holds. */
  @RegisterForReflection
  public record Valor(String nombre, String etiqueta, @Nullable String valor, int longitud) {
    @Override
    public String toString() {
      return "Valor[%s]".formatted(nombre);
    }
  }

  /**
   * Asks the owning service, whose audit tells who looked and why.
   *
   * @throws FallaDeVecino when it refuses or does not answer
   */
  public static Cuerpo pedir(Vecino vecino, ServicioSat servicio, String radicado, String motivo) {
    return vecino.post(
        ReporteDeFamilia.donde(servicio, radicado, "consultas"),
        Map.of("motivo", motivo),
        Cuerpo.class);
  }

  @Override
  public String toString() {
    return "Cuerpo[%s]".formatted(servicio);
  }
}
