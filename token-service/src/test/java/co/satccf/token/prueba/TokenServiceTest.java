package co.satccf.token.prueba;

import static java.util.Objects.requireNonNull;

import co.satccf.model.ServicioSat;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** The running service, its Ministry and its clock; each test begins a week after the last one. */
@WithTestResource(value = MinisterioResource.class, scope = TestResourceScope.GLOBAL)
public abstract class TokenServiceTest {

  @Inject protected RelojDePrueba reloj;

  /** Set by {@link MinisterioResource}. */
  protected @Nullable MinisterioDePrueba ministerioDePrueba;

  /**
   * So long after the last test no token lives and no pause lasts; a good token ends its troubles.
   */
  @BeforeEach
  void empezarDeNuevo() {
    reloj.avanzar(Duration.ofDays(7));
    ministerio().reiniciar();
    Llamada.token(ServicioSat.DESAFILIACION);
    reloj.avanzar(Duration.ofDays(7));
    ministerio().reiniciar();
  }

  protected MinisterioDePrueba ministerio() {
    return requireNonNull(ministerioDePrueba);
  }

  protected int peticiones() {
    return ministerio().peticiones().size();
  }
}
