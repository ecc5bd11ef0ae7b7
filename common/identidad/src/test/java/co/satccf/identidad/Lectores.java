package co.satccf.identidad;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The reader of tokens as a service configures it, without the service. */
final class Lectores {

  private Lectores() {}

  static LectorDeTokens con(String audiencia, Map<String, String> propiedades) {
    return con(audiencia, propiedades, System::nanoTime);
  }

  static LectorDeTokens con(String audiencia, Map<String, String> propiedades, LongSupplier nanos) {
    return new LectorDeTokens(config(audiencia, propiedades), new SinTls(), nanos);
  }

  static LectorDeTokens nadie() {
    return con("nadie", Map.of());
  }

  static IdentidadConfig config(String audiencia, Map<String, String> propiedades) {
    Map<String, String> todas = new HashMap<>(propiedades);
    todas.put("quarkus.application.name", audiencia);
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withMapping(IdentidadConfig.class)
        .withDefaultValues(todas)
        .build()
        .getConfigMapping(IdentidadConfig.class);
  }

  /** No TLS configuration under any name. */
  private static final class SinTls implements TlsConfigurationRegistry {
    @Override
    public Optional<TlsConfiguration> get(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<TlsConfiguration> getDefault() {
      return Optional.empty();
    }

    @Override
    public void register(String name, TlsConfiguration configuration) {
      throw new UnsupportedOperationException(name);
    }
  }
}
