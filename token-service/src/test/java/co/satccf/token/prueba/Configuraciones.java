package co.satccf.token.prueba;

import co.satccf.model.ServicioSat;
import co.satccf.token.config.SatConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** The service's configuration read as it reads it, without starting it. */
public final class Configuraciones {

  private Configuraciones() {}

  /** A complete, valid configuration. */
  public static Map<String, String> valida() {
    Map<String, String> propiedades = new HashMap<>();
    propiedades.put("sat.ministerio.url", "https://ministerio.example:8062");
    propiedades.putAll(Montaje.DEL_SERVICIO.propiedades());
    for (ServicioSat servicio : ServicioSat.values()) {
      propiedades.put("sat.clientes." + servicio.nombre(), MinisterioResource.clientId(servicio));
    }
    return propiedades;
  }

  public static SatConfig leer(Map<String, String> propiedades) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(SatConfig.class)
        .withSources(new PropertiesConfigSource(propiedades, "test", 100))
        .build()
        .getConfigMapping(SatConfig.class);
  }
}
