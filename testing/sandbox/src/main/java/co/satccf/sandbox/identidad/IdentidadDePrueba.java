package co.satccf.sandbox.identidad;

import co.satccf.model.entorno.Entorno;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Who asks in a module's tests. The issuers are made once per JVM; what they say works from any
 * class loader.
 */
public final class IdentidadDePrueba {

  /** Who asks when a test does not say; an administrator, who may do everything. */
  public static final String QUIEN = "Ana Ruiz";

  /** A caller that may have the tokens of every family, for tests that are not about who asks. */
  private static final String TODAS = "system:serviceaccount:prueba:todas";

  private static final Duration VIDA = Duration.ofHours(1);
  private static final String SERVICIOS = "arena.identidad.servicios";
  private static final String PERSONAS = "arena.identidad.personas";

  private IdentidadDePrueba() {}

  /**
   * Makes the issuers, if there are none yet, and puts their public keys into the folder.
   *
   * @return what a service under test is configured with
   */
  public static Map<String, String> iniciar(String servicio, Path carpeta) {
    crear();
    arena().publicar(carpeta);
    Map<String, String> propiedades = Arena.propiedades(servicio, carpeta.toAbsolutePath());
    propiedades.replaceAll(
        (nombre, valor) -> nombre.contains(".tokens-de-") ? valor + "," + TODAS : valor);
    return propiedades;
  }

  /** The provider that the persons of the tests sign in at; the caller closes it. */
  public static ProveedorOidc proveedor() {
    crear();
    return ProveedorOidc.iniciar(Entorno.DESARROLLO, arena(), audiencias(), Clock.systemUTC());
  }

  private static synchronized void crear() {
    if (System.getProperty(SERVICIOS) == null) {
      Arena nueva = Arena.nueva();
      System.setProperty(PERSONAS, nueva.personas().secreta());
      System.setProperty(SERVICIOS, nueva.servicios().secreta());
    }
  }

  /** A person's token for every service. */
  public static String persona(String sujeto, UsuarioDeArena... roles) {
    List<String> nombres = Arrays.stream(roles).map(UsuarioDeArena::rol).toList();
    return arena().dePersona(sujeto, nombres, audiencias(), VIDA);
  }

  /** The token of {@link #QUIEN}. */
  public static String administrador() {
    return persona(QUIEN, UsuarioDeArena.ADMINISTRADOR);
  }

  /** The token of a service of the suite. */
  public static String servicio(String nombre) {
    return deServicio(Arena.sujeto(nombre));
  }

  /** The token of a service that transmits all families. */
  public static String deTodasLasFamilias() {
    return deServicio(TODAS);
  }

  /** The token of the ERP. */
  public static String erp() {
    return deServicio(Arena.ERP);
  }

  /** A token of the services' issuer for any subject. */
  public static String deServicio(String sujeto) {
    return arena().deServicio(sujeto, audiencias(), VIDA);
  }

  /** A token of the services' issuer that says it is from a person. */
  public static String servicioComoPersona(String sujeto) {
    Map<String, Object> claims = Arena.claims(arena().servicios(), sujeto, audiencias(), VIDA);
    claims.put("realm_access", Map.of("roles", List.of("administrador")));
    return arena().servicios().firmar(claims);
  }

  /**
   * Values of {@code Authorization} that open no door with 401, each by its name.
   *
   * @param audiencia of the service under test
   * @param sujeto a service that it lets in
   */
  public static Map<String, String> torcidosDeServicio(String audiencia, String sujeto) {
    Emisora emisora = arena().servicios();
    return TokensTorcidos.de(emisora, Arena.claims(emisora, sujeto, List.of(audiencia), VIDA));
  }

  /** The same, made from a person's token. */
  public static Map<String, String> torcidosDePersona(String audiencia) {
    Emisora emisora = arena().personas();
    Map<String, Object> claims = Arena.claims(emisora, QUIEN, List.of(audiencia), VIDA);
    claims.put("realm_access", Map.of("roles", List.of("administrador")));
    return TokensTorcidos.de(emisora, claims);
  }

  /** Puts the token of a service of the suite where it reads its own. */
  public static void escribir(Path archivo, String nombre) {
    Archivos.escribir(archivo, servicio(nombre));
  }

  private static List<String> audiencias() {
    List<String> todas =
        new ArrayList<>(List.of(Arena.TOKEN_SERVICE, "reporting-service", "transmitter-prueba"));
    Identidades.TRANSMISORES.forEach(todas::add);
    return todas;
  }

  private static Arena arena() {
    return Arena.con(secreta(SERVICIOS), secreta(PERSONAS));
  }

  private static String secreta(String propiedad) {
    return Objects.requireNonNull(System.getProperty(propiedad), "the issuers are not made");
  }
}
