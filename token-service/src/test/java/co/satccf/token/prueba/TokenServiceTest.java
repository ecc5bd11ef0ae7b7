package co.satccf.token.prueba;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** The running service, its Ministry, its database and the clock of both. */
@WithTestResource(value = MinisterioResource.class, scope = TestResourceScope.GLOBAL)
public abstract class TokenServiceTest {

  @Inject protected RelojDePrueba reloj;
  @Inject protected DataSource base;

  /** Set by {@link MinisterioResource}. */
  protected @Nullable MinisterioDePrueba ministerioDePrueba;

  /** Each test begins a week after the last one, with a fleet that has never asked. */
  @BeforeEach
  protected void empezarDeNuevo() {
    filas().vaciar();
    reloj.mandar(base);
    reloj.avanzar(Duration.ofDays(7));
    Montaje.DEL_SERVICIO.restaurar();
    ministerio().reiniciar();
  }

  protected MinisterioDePrueba ministerio() {
    return requireNonNull(ministerioDePrueba);
  }

  protected Filas filas() {
    return new Filas(base);
  }

  protected int peticiones() {
    return ministerio().peticiones().size();
  }

  /** Waits until so many requests have come and what became of them is stored. */
  protected void asentadas(int cuantas) {
    await().until(() -> peticiones() == cuantas && filas().puertaLibre());
  }
}
