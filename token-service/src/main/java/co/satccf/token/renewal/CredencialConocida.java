package co.satccf.token.renewal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the last look at the fleet said of this replica's user and password. */
@ApplicationScoped
public class CredencialConocida {

  private volatile @Nullable Instant rechazadaDesde;

  /** Since when the Ministry refuses them; empty while they are good or untried. */
  public Optional<Instant> rechazadaDesde() {
    return Optional.ofNullable(rechazadaDesde);
  }

  void vista(@Nullable Instant rechazada) {
    rechazadaDesde = rechazada;
  }
}
