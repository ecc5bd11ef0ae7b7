package co.satccf.transmitter.token;

import co.satccf.sandbox.infra.Puertos;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Says where {@link TokenServiceDePrueba} is going to listen. */
public class PuertoDeTokens implements QuarkusTestResourceLifecycleManager {

  static final String PUERTO = "prueba.token.puerto";

  @Override
  public Map<String, String> start() {
    return Map.of(PUERTO, Integer.toString(Puertos.libre()));
  }

  @Override
  public void stop() {}
}
