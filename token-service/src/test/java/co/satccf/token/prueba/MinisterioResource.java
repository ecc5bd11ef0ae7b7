package co.satccf.token.prueba;

import co.satccf.model.ServicioSat;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts the token endpoint before the application and hands it to the tests. */
public final class MinisterioResource implements QuarkusTestResourceLifecycleManager {

  public static final String USUARIO = "900000001-usuario";
  public static final String CLAVE = "s3cr+eta & única";

  private @Nullable MinisterioDePrueba ministerio;

  @Override
  public Map<String, String> start() {
    MinisterioDePrueba nuevo = new MinisterioDePrueba();
    ministerio = nuevo;
    Map<String, String> config = new HashMap<>();
    config.put("sat.ministerio.url", nuevo.url());
    config.put("sat.ministerio.hosts", "127.0.0.1");
    Montaje.DEL_SERVICIO.restaurar();
    config.putAll(Montaje.DEL_SERVICIO.propiedades());
    for (ServicioSat servicio : ServicioSat.values()) {
      config.put("sat.clientes." + servicio.nombre(), clientId(servicio));
    }
    return config;
  }

  public static String clientId(ServicioSat servicio) {
    return "cliente-de-" + servicio.nombre();
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(ministerio, new TestInjector.MatchesType(MinisterioDePrueba.class));
  }

  @Override
  public void stop() {
    if (ministerio != null) {
      ministerio.close();
    }
  }
}
