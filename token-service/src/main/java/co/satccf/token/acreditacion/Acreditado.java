package co.satccf.token.acreditacion;

import co.satccf.token.acreditacion.RolDeAcreditacion.Paso;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person of the accreditation, as an administrator sees it. */
@Schema(description = "Una persona de la acreditación, y hasta dónde va")
record Acreditado(
    UUID id,
    RolDeAcreditacion rol,
    @Schema(description = ILEGIBLE) @Nullable Persona persona,
    List<PasoDado> pasos,
    @Schema(description = "Si hizo todos los pasos de su rol") boolean completo,
    @Schema(description = "Crece con cada cambio; es el ETag") int version) {

  private static final String ILEGIBLE =
      "Nula si lo guardado no se puede descifrar con el llavero de esta réplica; se puede escribir"
          + " de nuevo o quitar";

  @Schema(description = "Un paso de un rol; sin día, falta")
  record PasoDado(Paso paso, String descripcion, @Nullable LocalDate dia) {}

  static Acreditado de(
      UUID id,
      RolDeAcreditacion rol,
      @Nullable Persona persona,
      Map<Paso, LocalDate> dias,
      int version) {
    List<PasoDado> pasos =
        rol.pasos().stream()
            .map(paso -> new PasoDado(paso, rol.descripcion(paso), dias.get(paso)))
            .toList();
    return new Acreditado(
        id, rol, persona, pasos, pasos.stream().allMatch(paso -> paso.dia() != null), version);
  }

  /** What is still to be done. */
  @Schema(description = "Lo que falta: una persona de un rol, o un paso de una persona")
  record Falta(
      RolDeAcreditacion rol,
      @Schema(description = "Nula si falta quien tenga el rol") @Nullable UUID persona,
      @Schema(description = "Nulo si falta quien tenga el rol") @Nullable Paso paso,
      String descripcion) {

    static Stream<Falta> de(RolDeAcreditacion rol, List<Acreditado> todos) {
      List<Acreditado> suyos = todos.stream().filter(uno -> uno.rol() == rol).toList();
      return suyos.isEmpty()
          ? Stream.of(new Falta(rol, null, null, "Falta quien sea " + rol.titulo()))
          : suyos.stream()
              .flatMap(
                  uno ->
                      uno.pasos().stream()
                          .filter(paso -> paso.dia() == null)
                          .map(paso -> new Falta(rol, uno.id(), paso.paso(), paso.descripcion())));
    }
  }

  /** The change of the representante legal that is under way. */
  @Schema(
      description =
          "El cambio del representante legal en curso, según el procedimiento de SISPRO, sección 7")
  record Cambio(
      @Schema(description = ILEGIBLE + ", y el cambio no se puede cerrar")
          @Nullable Persona persona,
      Instant iniciado,
      @Schema(description = "En su orden; el primero sin día es el siguiente")
          List<PasoDelCambioDado> pasos,
      @Schema(description = "Si ya puede cerrarse") boolean completo,
      @Schema(description = "Crece con cada paso; es el ETag de /acreditacion/cambio")
          int version) {

    @Schema(description = "Un paso del procedimiento; sin día, falta")
    record PasoDelCambioDado(
        PasoDelCambio paso, String descripcion, List<String> lleva, @Nullable LocalDate dia) {}
  }

  /** All of it. */
  @Schema(name = "Acreditacion", description = "Quién es quién, quién falta y qué falta")
  record Todo(
      boolean completa,
      List<Acreditado> personas,
      List<Falta> faltan,
      @Schema(description = "Nulo si no hay uno en curso") @Nullable Cambio cambio) {}
}
