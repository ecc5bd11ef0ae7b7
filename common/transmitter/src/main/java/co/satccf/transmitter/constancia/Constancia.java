package co.satccf.transmitter.constancia;

import co.satccf.transmitter.auditoria.Verificacion.Cabeza;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of a report at one instant, for an auditor: names of things, references,
 * codes and hashes; neither bodies nor documents.
 *
 * @param cadena the last entry of the audit when this was put together, or null when there was none
 */
@Schema(description = "Todo lo que se sabe de un reporte en un instante, sin datos personales")
public record Constancia(
    @Schema(description = "Instante de la base de datos en que se reunió") Instant instante,
    @Schema(description = "Quien la pidió") String solicitante,
    Reporte reporte,
    @Schema(description = "Los eventos del ERP de que salió cada versión") List<Evento> eventos,
    List<Version> versiones,
    @Schema(description = "Cada llamada y cada silencio; el intento 0 es la validación propia")
        List<Intento> intentos,
    List<Correccion> correcciones,
    @Schema(description = "Los asientos de auditoría sobre este reporte") List<Asiento> auditoria,
    @Schema(
            description =
                "La cabeza de toda la cadena de auditoría en ese instante; nula si no había")
        @Nullable Cabeza cadena) {

  /** The report as it stood. */
  @Schema(name = "ReporteEnConstancia")
  public record Reporte(
      @Schema(examples = "Desafiliacion") String servicio,
      String radicado,
      String estado,
      @Schema(description = "Qué lo detiene ahora") @Nullable String bloqueo,
      @Schema(description = "Qué debe levantar un operador") @Nullable String retencion,
      @Schema(description = "Quién decidió el estado") @Nullable String origen,
      @Nullable String codigo,
      @Schema(description = "Resultados publicados hasta ahora") int revision,
      int version,
      int intento,
      @Schema(description = "Referencia (HMAC), nunca el documento") String empleador,
      @Schema(description = "Referencia (HMAC), nunca el documento") @Nullable String trabajador,
      @Nullable String departamento,
      int tipoRezago,
      Instant instanteEvento,
      Instant recibido,
      @Schema(description = "Desde cuándo está en ese estado") Instant desde,
      @Schema(description = "Fin del plazo para reportarlo; nulo si no tiene")
          @Nullable Instant vence) {}

  /** An event that told this report, or a correction of it. */
  @Schema(name = "EventoEnConstancia")
  public record Evento(
      String source,
      String id,
      @Schema(description = "Instante del hecho según el ERP; solo el de la versión actual")
          @Nullable Instant instante,
      @Schema(description = "Veces que llegó otra vez, idéntico") int repeticiones,
      @Schema(description = "Huella con clave (HMAC-SHA-256) de lo que el evento dice")
          @Nullable String huella) {}

  /** A wire body, exactly as it was sent or is to be sent. */
  @Schema(name = "VersionEnConstancia")
  public record Version(
      int version,
      String eventoSource,
      String eventoId,
      @Schema(description = "Instante en que se guardó") Instant guardada,
      @Schema(description = "Huella con clave (HMAC-SHA-256) del cuerpo; queda tras la depuración")
          String huella,
      @Schema(description = "SHA-256 del cuerpo; nulo si ya se depuró o no abre con su clave")
          @Nullable String sha256) {}

  /** One attempt and what came back. */
  @Schema(name = "IntentoEnConstancia")
  public record Intento(
      int numero,
      int version,
      Instant instante,
      @Schema(description = "Milisegundos") @Nullable Integer duracion,
      String veredicto,
      @Nullable Integer http,
      @Nullable String codigo,
      @Nullable String mensaje,
      List<Glosa> glosas,
      @Schema(
              description =
                  "SHA-256 de la respuesta tal como llegó; nulo si no hubo, ya se depuró o no abre")
          @Nullable String respuestaSha256,
      @Schema(description = "Si este intento decidió el estado") boolean aplicado) {}

  /** One breach of the contract. */
  @Schema(name = "GlosaEnConstancia")
  public record Glosa(String campo, String codigo, String mensaje) {}

  /** A correction that was asked for, whatever became of it. */
  @Schema(name = "CorreccionEnConstancia")
  public record Correccion(
      long id,
      String eventoSource,
      String eventoId,
      String quien,
      String estado,
      @Nullable String motivo,
      Instant instante,
      Instant desde,
      @Schema(description = "Huella con clave (HMAC-SHA-256) del evento tal como llegó")
          String huella) {}

  /** An entry of the audit about this report. */
  @Schema(name = "AsientoEnConstancia")
  public record Asiento(
      long numero,
      Instant instante,
      String quien,
      String accion,
      String motivo,
      @Schema(description = "El JSON tal como lo sella el hash") String detalle,
      String anterior,
      String hash) {}
}
