package co.satccf.transmitter.operations;

import co.satccf.transmitter.auditoria.AuditoriaStatements.Fila;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Entries of the audit, in the order that was asked for. */
@Schema(description = "Una página de la auditoría")
record PaginaDeAuditoria(
    List<AsientoDetalle> asientos,
    @Schema(
            description =
                "Valor de 'despues', o de 'antes' entre las recientes, para la página siguiente; nulo en la última")
        @Nullable Long siguiente) {

  /** One entry, with its link. */
  @Schema(name = "Asiento", description = "Un asiento: quién hizo qué, cuándo y por qué")
  record AsientoDetalle(
      long numero,
      Instant instante,
      @Schema(description = "La persona, o 'sistema'") String quien,
      @Schema(examples = "PAUSA") String accion,
      @Schema(examples = "servicio/Desafiliacion") String objeto,
      String motivo,
      @Schema(
              description = "Qué cambió; nunca un dato personal",
              implementation = Object.class,
              type = SchemaType.OBJECT)
          JsonNode detalle,
      @Schema(description = "SHA-256 del asiento anterior, en hexadecimal") String anterior,
      @Schema(description = "SHA-256 de este asiento, en hexadecimal") String hash) {

    static AsientoDetalle de(Fila fila, ObjectMapper json) {
      return new AsientoDetalle(
          fila.numero(),
          fila.instante(),
          fila.quien(),
          fila.accion(),
          fila.objeto(),
          fila.motivo(),
          detalle(fila.detalle(), json),
          HexFormat.of().formatHex(fila.anterior()),
          HexFormat.of().formatHex(fila.hash()));
    }

    /** An entry that somebody tampered with is shown as it is. */
    private static JsonNode detalle(String texto, ObjectMapper json) {
      try {
        return json.readTree(texto);
      } catch (JsonProcessingException tampered) {
        return TextNode.valueOf(texto);
      }
    }
  }

  /** Takes up to one entry more than the limit: it tells that a page follows. */
  static PaginaDeAuditoria de(List<Fila> filas, int limite, ObjectMapper json) {
    List<AsientoDetalle> asientos =
        filas.stream().limit(limite).map(fila -> AsientoDetalle.de(fila, json)).toList();
    return new PaginaDeAuditoria(
        asientos, filas.size() > limite ? asientos.getLast().numero() : null);
  }
}
