package co.satccf.token.flota;

import co.satccf.token.auditoria.Solicitante;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of asking for the right to make one request with the credentials. */
public sealed interface Reclamo {

  /**
   * Given, for {@link Puerta#ARRIENDO}.
   *
   * @param portador fences what is settled
   * @param pedido on the database's clock, before the request: the token's life counts from here
   * @param credencial the hashes the credentials are known by
   * @param prueba who asked, when it is a person's trial
   * @param desde {@link System#nanoTime} before the claim
   */
  record Dado(
      Cliente cliente,
      UUID portador,
      OffsetDateTime pedido,
      List<String> credencial,
      @Nullable Solicitante prueba,
      long desde)
      implements Reclamo {}

  /** Somebody else uses the credentials now. */
  record Ocupada() implements Reclamo {}

  /** The Ministry is not called for this service at all, and why. */
  record Cerrada(String cierre) implements Reclamo {}

  /**
   * Nothing to do: closed, renewed since it was looked at, in a pause, or the credentials are
   * refused.
   */
  record SinObjeto() implements Reclamo {}

  /** A person tried them not long ago. */
  record MuyPronto(Duration esperar) implements Reclamo {}
}
