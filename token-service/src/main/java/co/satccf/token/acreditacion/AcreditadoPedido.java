package co.satccf.token.acreditacion;

import co.satccf.token.acreditacion.RolDeAcreditacion.Paso;
import co.satccf.token.solicitud.Campos;
import co.satccf.token.solicitud.Objecion;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person in a role, and the days of the steps that are done. */
@Schema(description = "Una persona en un rol, y cuándo hizo cada paso; sin día, falta")
record AcreditadoPedido(
    @Schema(
            description = "Al agregarla; después no cambia",
            implementation = RolDeAcreditacion.class)
        @Nullable String rol,
    @Schema(required = true) @Nullable Persona persona,
    @Schema(description = "Día en que se registró como ciudadano", examples = "2026-11-20")
        @Nullable String ciudadanoRegistrado,
    @Schema(description = "Representante legal y delegado: día en que se registró el rol")
        @Nullable String rolRegistrado,
    @Schema(description = "Autorizado: día en que se le designó") @Nullable String autorizado) {

  /** Who it is, known to be right. */
  Persona leerPersona() {
    return Campos.exigido("persona", persona).leer();
  }

  /** When each step of the role was done. */
  Map<Paso, LocalDate> leerPasos(RolDeAcreditacion suyo, Clock clock) {
    Map<Paso, LocalDate> pasos = new EnumMap<>(Paso.class);
    for (Paso paso : Paso.values()) {
      @Nullable LocalDate dia = Campos.dia(paso.campo(), escrito(paso), clock);
      if (dia != null) {
        revisar(suyo, paso, dia, pasos);
        pasos.put(paso, dia);
      }
    }
    return pasos;
  }

  private @Nullable String escrito(Paso paso) {
    return switch (paso) {
      case CIUDADANO_REGISTRADO -> ciudadanoRegistrado;
      case ROL_REGISTRADO -> rolRegistrado;
      case AUTORIZADO -> autorizado;
    };
  }

  private static void revisar(
      RolDeAcreditacion rol, Paso paso, LocalDate dia, Map<Paso, LocalDate> antes) {
    if (!rol.pasos().contains(paso)) {
      throw Objecion.dato(paso.campo(), "no es un paso del " + rol.titulo());
    }
    for (Paso previo : rol.pasos().stream().takeWhile(otro -> otro != paso).toList()) {
      @Nullable LocalDate suyo = antes.get(previo);
      if (suyo == null) {
        throw Objecion.dato(paso.campo(), "antes falta " + previo.campo());
      }
      if (dia.isBefore(suyo)) {
        throw Objecion.dato(
            paso.campo(), "%s es anterior a %s, %s".formatted(dia, previo.campo(), suyo));
      }
    }
  }
}
