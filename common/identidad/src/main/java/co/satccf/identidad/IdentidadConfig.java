package co.satccf.identidad;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whose tokens open the doors of this service; {@link ConfigCheck} holds what must be true. */
@ConfigMapping(prefix = "sat.identidad")
public interface IdentidadConfig {

  /** What {@code aud} must name: a token for another service opens nothing here. */
  @WithDefault("${quarkus.application.name}")
  String audiencia();

  /** By a name of one's own, e.g. {@code cluster} and {@code personas}; at least one. */
  Map<String, Emisor> emisores();

  /** One issuer: of services, which are allowed by subject, or of persons, who have roles. */
  interface Emisor {

    /** What {@code iss} must say, letter by letter. */
    String nombre();

    /**
     * Its public keys, a JSON Web Key Set: an https address (http to this machine only), or a file.
     * Read again every 5 minutes, and when a token names a key not seen yet.
     */
    String llaves();

    /**
     * File with a bearer token to get the keys with, as the Kubernetes API asks; read each time.
     */
    Optional<Path> llavesToken();

    /** Name of the {@code quarkus.tls.*} configuration to get the keys with. */
    Optional<String> llavesTls();

    /**
     * Of services: which subjects have which role, e.g. {@code
     * sujetos.tokens-de-afiliacion=system:serviceaccount:sat:afiliacion-service}.
     */
    Map<Rol, Set<String>> sujetos();

    /**
     * Of persons: path of the claim with their roles, e.g. {@code realm_access/roles}; the roles
     * are called {@code consulta}, {@code operador} and {@code administrador} there.
     */
    Optional<String> roles();
  }
}
