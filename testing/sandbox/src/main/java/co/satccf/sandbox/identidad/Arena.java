package co.satccf.sandbox.identidad;

import co.satccf.model.Familia;
import co.satccf.model.entorno.Entorno;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The two issuers, of services and of persons: what their tokens say, and how a service is told
 * whom to let in.
 *
 * @param servicios issues what the cluster issues in production
 * @param personas issues what the OIDC provider issues in production
 */
record Arena(Emisora servicios, Emisora personas) {

  /** The ERP, which asks the family services. */
  static final String ERP = "system:serviceaccount:erp:erp";

  static final String TOKEN_SERVICE = "token-service";
  static final String REPORTING_SERVICE = "reporting-service";

  private static final String CUENTA = "system:serviceaccount:sat:";
  private static final String DE_SERVICIOS = Entorno.EMISOR_DE_ARENA + "servicios";
  private static final String DE_PERSONAS = Entorno.EMISOR_DE_ARENA + "personas";
  private static final String LLAVES = ".jwks.json";

  static Arena nueva() {
    return new Arena(Emisora.nueva(DE_SERVICIOS), Emisora.nueva(DE_PERSONAS));
  }

  /** The same in another class loader. */
  static Arena con(String secretaDeServicios, String secretaDePersonas) {
    return new Arena(
        Emisora.con(DE_SERVICIOS, secretaDeServicios), Emisora.con(DE_PERSONAS, secretaDePersonas));
  }

  /** Subject of a service of the suite. */
  static String sujeto(String servicio) {
    return CUENTA + servicio;
  }

  static String transmisor(Familia familia) {
    return enMinusculas(familia) + "-service";
  }

  /** As properties and addresses write it. */
  static String enMinusculas(Familia familia) {
    return familia.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Puts the public keys where {@link #propiedades} says they are. */
  void publicar(Path carpeta) {
    Archivos.escribir(carpeta.resolve("servicios" + LLAVES), servicios.llaves());
    Archivos.escribir(carpeta.resolve("personas" + LLAVES), personas.llaves());
  }

  /** What a service is configured with to know who may come in. */
  static Map<String, String> propiedades(String servicio, Path carpeta) {
    Map<String, String> propiedades = new HashMap<>();
    String cluster = "sat.identidad.emisores.cluster.";
    propiedades.put(cluster + "nombre", DE_SERVICIOS);
    propiedades.put(cluster + "llaves", carpeta.resolve("servicios" + LLAVES).toString());
    if (servicio.equals(TOKEN_SERVICE)) {
      for (Familia familia : Familia.values()) {
        propiedades.put(
            cluster + "sujetos.tokens-de-" + enMinusculas(familia), sujeto(transmisor(familia)));
      }
    } else {
      // Reports are checked against the counts of the family services.
      propiedades.put(
          cluster + "sujetos.consulta",
          servicio.equals(REPORTING_SERVICE) ? ERP : ERP + "," + sujeto(REPORTING_SERVICE));
    }
    String personas = "sat.identidad.emisores.personas.";
    propiedades.put(personas + "nombre", DE_PERSONAS);
    propiedades.put(personas + "llaves", carpeta.resolve("personas" + LLAVES).toString());
    propiedades.put(personas + "roles", "realm_access/roles");
    return propiedades;
  }

  String deServicio(String sujeto, List<String> audiencias, Duration vida) {
    return servicios.firmar(claims(servicios, sujeto, audiencias, vida));
  }

  String dePersona(String sujeto, List<String> roles, List<String> audiencias, Duration vida) {
    Map<String, Object> claims = claims(personas, sujeto, audiencias, vida);
    claims.put("realm_access", Map.of("roles", roles));
    return personas.firmar(claims);
  }

  /** A good token's claims; whoever wants a bad one changes them. */
  static Map<String, Object> claims(
      Emisora emisora, String sujeto, List<String> audiencias, Duration vida) {
    Instant ahora = Instant.now();
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", emisora.nombre());
    claims.put("sub", sujeto);
    claims.put("aud", audiencias);
    claims.put("iat", ahora.getEpochSecond());
    claims.put("nbf", ahora.getEpochSecond());
    claims.put("exp", ahora.plus(vida).getEpochSecond());
    return claims;
  }
}
