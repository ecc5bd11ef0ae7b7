package co.satccf.reporting.consola.familias;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What token-service tells of the tokens of each service: its {@code GET /catalogo}. */
@RegisterForReflection
public record CatalogoDeTokens(List<DelServicio> servicios) {

  public static final Direccion DONDE = Direccion.de("catalogo");

  @RegisterForReflection
  public record DelServicio(
      String nombre, boolean asignado, boolean transmitido, @Nullable UltimoToken ultimoToken) {}

  @RegisterForReflection
  public record UltimoToken(Instant pedido, String huella) {}
}
