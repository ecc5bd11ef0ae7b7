package co.satccf.sandbox.identidad;

import co.satccf.model.Familia;
import co.satccf.model.entorno.Entorno;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The identities of the local platform, as files: what Kubernetes projects into pods and an OIDC
 * provider gives to persons in production. Tokens live some minutes and are replaced long before;
 * the keys that sign them are made once by this process and leave it never.
 */
public final class Identidades implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Identidades.class.getName());
  private static final Duration VIDA = Duration.ofMinutes(10);
  private static final Duration RENOVACION = Duration.ofMinutes(2);
  static final List<String> TRANSMISORES =
      Arrays.stream(Familia.values()).map(Arena::transmisor).toList();

  /** One for all platforms of this process: making its keys takes seconds with one compiler. */
  private static final Arena ARENA = Arena.nueva();

  private final Path carpeta;
  private final List<String> audiencias;
  private final ProveedorOidc proveedor;
  private final ScheduledExecutorService renovacion =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("identidades").daemon().factory());

  private Identidades(Entorno entorno, Path carpeta, List<String> audiencias) {
    this.carpeta = carpeta;
    this.audiencias = audiencias;
    this.proveedor = ProveedorOidc.iniciar(entorno, ARENA, audiencias, Clock.systemUTC());
  }

  /**
   * @param carpeta made by this call; nobody else may read it
   * @param audiencias the services that persons may ask
   * @throws IllegalStateException in production: there, nobody may make identities
   */
  public static Identidades iniciar(Entorno entorno, Path carpeta, List<String> audiencias) {
    soloFueraDeProduccion(entorno);
    try {
      Files.createDirectory(carpeta);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Identidades identidades = new Identidades(entorno, carpeta, audiencias);
    ARENA.publicar(carpeta);
    identidades.renovar();
    identidades.renovacion.scheduleAtFixedRate(
        identidades::insistir, RENOVACION.toSeconds(), RENOVACION.toSeconds(), TimeUnit.SECONDS);
    return identidades;
  }

  static void soloFueraDeProduccion(Entorno entorno) {
    if (entorno == Entorno.PRODUCCION) {
      throw new IllegalStateException(
          "%s = '%s': las identidades y los usuarios de la plataforma local no existen en producción"
              .formatted(Entorno.PROPIEDAD, entorno.valor()));
    }
  }

  /** A full disk, say, must not be the end of all renewals: tokens outlive four of them. */
  private void insistir() {
    try {
      renovar();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "event=identities_not_renewed", e);
    }
  }

  private void renovar() {
    for (String transmisor : TRANSMISORES) {
      Archivos.escribir(
          archivo(carpeta, transmisor),
          ARENA.deServicio(Arena.sujeto(transmisor), List.of(Arena.TOKEN_SERVICE), VIDA));
    }
    Archivos.escribir(
        archivo(carpeta, Arena.REPORTING_SERVICE),
        ARENA.deServicio(Arena.sujeto(Arena.REPORTING_SERVICE), TRANSMISORES, VIDA));
    Archivos.escribir(archivo(carpeta, "erp"), ARENA.deServicio(Arena.ERP, TRANSMISORES, VIDA));
    for (UsuarioDeArena usuario : UsuarioDeArena.values()) {
      Archivos.escribir(
          archivo(carpeta, usuario.rol()),
          ARENA.dePersona(usuario.sujeto(), List.of(usuario.rol()), audiencias, VIDA));
    }
  }

  /** What a service is configured with to know who may come in, and to be let in by others. */
  public Map<String, String> propiedades(String servicio) {
    Map<String, String> propiedades = Arena.propiedades(servicio, carpeta);
    if (TRANSMISORES.contains(servicio)) {
      propiedades.put("sat.token.archivo", archivo(carpeta, servicio).toString());
    }
    if (servicio.equals(Arena.REPORTING_SERVICE)) {
      for (Familia familia : Familia.values()) {
        propiedades.put(
            "sat.familias." + Arena.enMinusculas(familia) + ".archivo",
            archivo(carpeta, servicio).toString());
      }
      propiedades.put("quarkus.oidc.auth-server-url", proveedor.url());
      propiedades.put("quarkus.oidc.client-id", ClienteDeArena.ID);
      propiedades.put("quarkus.oidc.credentials.secret", ClienteDeArena.SECRETO);
      propiedades.put("quarkus.oidc.token-state-manager.encryption-secret", ClienteDeArena.SECRETO);
      // There is no TLS here.
      propiedades.put("quarkus.oidc.authentication.cookie-force-secure", "false");
    }
    return propiedades;
  }

  /** A person's token as it is now. */
  public String token(UsuarioDeArena usuario) {
    return token(carpeta, usuario);
  }

  /** A transmitter's own token as it is now, which opens token-service. */
  public String token(String transmisor) {
    return leer(archivo(carpeta, transmisor));
  }

  /** A person's token for another process, which knows the folder only. */
  public static String token(Path carpeta, UsuarioDeArena usuario) {
    return leer(archivo(carpeta, usuario.rol()));
  }

  private static String leer(Path archivo) {
    try {
      return Files.readString(archivo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path carpeta() {
    return carpeta;
  }

  private static Path archivo(Path carpeta, String nombre) {
    return carpeta.resolve(nombre + ".token");
  }

  @Override
  public void close() {
    renovacion.shutdownNow();
    proveedor.close();
  }
}
