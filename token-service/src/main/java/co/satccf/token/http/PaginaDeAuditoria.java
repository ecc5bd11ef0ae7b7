package co.satccf.token.http;

import co.satccf.token.auditoria.Auditoria.Asiento;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Entries of the audit, in the order they were written or the newest first. */
@Schema(description = "Una página de la auditoría")
record PaginaDeAuditoria(
    List<AsientoEntregado> asientos,
    @Schema(
            description =
                "Valor de 'despues', o de 'antes', para la página siguiente; nulo en la última")
        @Nullable Long siguiente) {

  @Schema(name = "Asiento", description = "Quién hizo qué, cuándo y desde dónde")
  record AsientoEntregado(
      long id,
      Instant instante,
      @Schema(description = "La persona, o 'sistema'") String quien,
      @Schema(examples = "PRUEBA_PEDIDA") String que,
      @Schema(description = "Dirección de la que vino la solicitud") String desde,
      @Schema(description = "Sobre qué; nunca un secreto ni un dato personal") String detalle) {

    static AsientoEntregado de(Asiento asiento) {
      return new AsientoEntregado(
          asiento.id(),
          asiento.instante(),
          asiento.quien(),
          asiento.que(),
          asiento.desde(),
          asiento.detalle());
    }
  }

  /** Takes up to one entry more than the limit: it tells that a page follows. */
  static PaginaDeAuditoria de(List<Asiento> asientos, int limite) {
    List<AsientoEntregado> entregados =
        asientos.stream().limit(limite).map(AsientoEntregado::de).toList();
    return new PaginaDeAuditoria(
        entregados, asientos.size() > limite ? entregados.getLast().id() : null);
  }
}
