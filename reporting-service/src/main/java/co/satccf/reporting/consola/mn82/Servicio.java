package co.satccf.reporting.consola.mn82;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service of the catalogue.
 *
 * @param transmitido whether it is one of the seven, whose address and ClientID are configuration
 */
@RegisterForReflection
public record Servicio(
    String nombre,
    @Nullable String operacion,
    @Nullable String direccion,
    @Nullable String clientId,
    boolean asignado,
    boolean transmitido,
    @Nullable String documentacion,
    @Nullable UltimoToken ultimoToken,
    @Nullable Instant ultimoUso,
    int version) {

  /** What may be known of a token. */
  @RegisterForReflection
  public record UltimoToken(Instant pedido, String huella) {}

  /** The whole catalogue. */
  @RegisterForReflection
  public record Todos(List<Servicio> servicios) {}

  /** What somebody wants it to be. */
  @RegisterForReflection
  record Pedido(
      @Nullable String nombre,
      @Nullable String operacion,
      @Nullable String direccion,
      @Nullable String clientId,
      boolean asignado,
      @Nullable String documentacion) {}
}
