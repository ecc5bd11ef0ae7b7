package co.satccf.identidad;

import co.satccf.model.entorno.Entorno;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stops the start when the lock would not lock, naming the property and the value. */
@ApplicationScoped
class ConfigCheck {

  private static final int BEFORE_THE_DOORS = 1;
  private static final String EMISORES = "sat.identidad.emisores";

  private final IdentidadConfig config;
  private final Entorno entorno;

  ConfigCheck(
      IdentidadConfig config,
      @ConfigProperty(name = Entorno.PROPIEDAD, defaultValue = "desarrollo") Entorno entorno) {
    this.config = config;
    this.entorno = entorno;
  }

  void check(@Observes @Priority(BEFORE_THE_DOORS) StartupEvent event) {
    check(config, entorno);
  }

  /**
   * @throws IllegalArgumentException for the first thing that must not be
   */
  static void check(IdentidadConfig config, Entorno entorno) {
    if (config.emisores().isEmpty()) {
      throw new IllegalArgumentException(
          EMISORES + ": expected at least one; without an issuer nobody can come in");
    }
    Map<String, String> propiedades = new HashMap<>();
    config
        .emisores()
        .forEach(
            (clave, emisor) -> {
              String propiedad = EMISORES + "." + clave;
              check(propiedad, emisor, entorno);
              String otra = propiedades.put(emisor.nombre(), propiedad);
              if (otra != null) {
                throw new IllegalArgumentException(
                    "%s.nombre = '%s': the same as %s.nombre"
                        .formatted(propiedad, emisor.nombre(), otra));
              }
            });
    long dePersonas =
        config.emisores().values().stream().filter(emisor -> emisor.roles().isPresent()).count();
    if (dePersonas > 1) {
      throw new IllegalArgumentException(
          EMISORES
              + ".*.roles: expected one issuer of persons; with two, a name in the audit could be"
              + " either's");
    }
  }

  private static void check(String propiedad, IdentidadConfig.Emisor emisor, Entorno entorno) {
    entorno.revisarEmisor(propiedad + ".nombre", emisor.nombre());
    Llaves.direccion(propiedad + ".llaves", emisor.llaves());
    if (emisor.roles().isPresent() != emisor.sujetos().isEmpty()) {
      throw new IllegalArgumentException(
          "%s: expected either sujetos (an issuer of services) or roles (of persons)"
              .formatted(propiedad));
    }
    emisor.sujetos().forEach((rol, sujetos) -> check(propiedad + ".sujetos." + rol, sujetos));
  }

  private static void check(String propiedad, Set<String> sujetos) {
    sujetos.stream()
        .filter(sujeto -> !Emisor.esSujeto(sujeto))
        .findFirst()
        .ifPresent(
            sujeto -> {
              throw new IllegalArgumentException(
                  "%s = '%s': no subject of a token".formatted(propiedad, sujeto));
            });
  }
}
