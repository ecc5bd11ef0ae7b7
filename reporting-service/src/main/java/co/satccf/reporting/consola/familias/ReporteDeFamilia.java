package co.satccf.reporting.consola.familias;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as its family tells it; no personal data.
 *
 * @param intentos newest first; null in lists
 */
@RegisterForReflection
public record ReporteDeFamilia(
    String servicio,
    String radicado,
    EstadoReporte estado,
    @Nullable Bloqueo bloqueo,
    @Nullable String origen,
    @Nullable String codigo,
    @Nullable String departamento,
    int tipoRezago,
    int version,
    int intento,
    @Nullable Instant noAntes,
    Instant instanteEvento,
    @Nullable Instant vence,
    Instant recibido,
    Instant desde,
    @Nullable List<Intento> intentos) {

  /** One attempt; number 0 is our own validation. */
  @RegisterForReflection
  public record Intento(
      int numero,
      int version,
      Instant instante,
      @Nullable Integer duracion,
      String veredicto,
      @Nullable Integer http,
      @Nullable String codigo,
      @Nullable String mensaje,
      List<GlosaDicha> glosas,
      boolean aplicado) {

    /** How the answer was read, in words. */
    public String leido() {
      return switch (veredicto) {
        case "ACEPTADO" -> "Aceptado";
        case "ACEPTADO_CON_ALERTA" -> "Aceptado con alerta";
        case "YA_REPORTADO" -> "Ya lo tenía";
        case "GLOSADO" -> "Glosado";
        case "POR_CONFIRMAR" -> "Por confirmar";
        case "REINTENTABLE" -> "Se intenta de nuevo";
        case "INCIERTO" -> "Incierto";
        case "PUERTA_CERRADA" -> "No dejó entrar";
        default -> veredicto;
      };
    }
  }

  /** Some of them. */
  @RegisterForReflection
  public record Pagina(List<ReporteDeFamilia> reportes, @Nullable Long siguiente) {}

  public static Direccion donde(ServicioSat servicio, String radicado) {
    return Direccion.de("reportes", servicio.nombre(), radicado);
  }

  /** Something people may do with it, e.g. {@code retirar}. */
  public static Direccion donde(ServicioSat servicio, String radicado, String que) {
    return Direccion.de("reportes", servicio.nombre(), radicado, que);
  }
}
