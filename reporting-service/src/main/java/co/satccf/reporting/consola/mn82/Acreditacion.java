package co.satccf.reporting.consola.mn82;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is who, who is missing, and what is still to be done. */
@RegisterForReflection
public record Acreditacion(
    boolean completa, List<Acreditado> personas, List<Falta> faltan, @Nullable Cambio cambio) {

  /** Somebody in a role; its text form tells nothing. */
  @RegisterForReflection
  public record Persona(
      @Nullable String tipoDocumento,
      @Nullable String numeroDocumento,
      @Nullable String nombres,
      @Nullable String apellidos,
      @Nullable String correo) {

    @Override
    public String toString() {
      return "Persona[***]";
    }
  }

  /** A person of the accreditation. */
  @RegisterForReflection
  public record Acreditado(
      String id, String rol, Persona persona, List<Paso> pasos, boolean completo, int version) {}

  /** One step of a role; without a day it is missing. */
  @RegisterForReflection
  public record Paso(String paso, String descripcion, @Nullable LocalDate dia) {

    /** Its field in forms. */
    public String campo() {
      return switch (paso) {
        case "CIUDADANO_REGISTRADO" -> "ciudadanoRegistrado";
        case "ROL_REGISTRADO" -> "rolRegistrado";
        default -> "autorizado";
      };
    }
  }

  /** What is missing. */
  @RegisterForReflection
  public record Falta(String rol, String descripcion) {}

  /** The change of the representante legal that is under way. */
  @RegisterForReflection
  public record Cambio(
      Persona persona, Instant iniciado, List<PasoDelCambio> pasos, boolean completo, int version) {

    /** The one to be done next; null when all are done. */
    public @Nullable PasoDelCambio siguiente() {
      return pasos.stream().filter(paso -> paso.dia() == null).findFirst().orElse(null);
    }
  }

  /** One step of the procedure. */
  @RegisterForReflection
  public record PasoDelCambio(
      String paso, String descripcion, List<String> lleva, @Nullable LocalDate dia) {}

  /** A person in a role, as a form says it. */
  @RegisterForReflection
  record Pedido(
      @Nullable String rol,
      Persona persona,
      @Nullable String ciudadanoRegistrado,
      @Nullable String rolRegistrado,
      @Nullable String autorizado) {}

  /** Who will be the representante legal. */
  @RegisterForReflection
  record CambioPedido(Persona persona) {}

  /** When a step was done. */
  @RegisterForReflection
  record PasoHecho(@Nullable String dia) {}
}
