package co.satccf.token.renewal;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.satccf.model.ServicioSat;
import co.satccf.model.cifrado.ArchivoDeLlavero;
import co.satccf.model.cifrado.Llavero;
import co.satccf.model.cifrado.NoDescifrableException;
import co.satccf.token.flota.Cliente;
import co.satccf.token.flota.Flota;
import co.satccf.token.flota.FlotaCaida;
import co.satccf.token.flota.Guardado;
import co.satccf.token.flota.Mirada;
import co.satccf.token.renewal.Vista.Renovacion;
import co.satccf.token.secretos.ArchivoDeCredencial;
import co.satccf.token.secretos.Credencial;
import co.satccf.token.secretos.CredencialIlegible;
import co.satccf.token.vigente.TokenVigente;
import co.satccf.token.vigente.TokensVigentes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the fleet's rows with this replica's ring and credentials, and keeps in memory what it
 * may need when the database is away.
 */
@ApplicationScoped
public class Mirador {

  private static final Logger LOG = Logger.getLogger(Mirador.class);
  private static final Duration RENOVACION_EN_CURSO = Duration.ofSeconds(2);
  private static final Duration BASE_CAIDA = Duration.ofSeconds(5);

  /** Nobody outside is called meanwhile, so asking us again costs nothing. */
  static final Duration VOLVER_A_PREGUNTAR = Duration.ofMinutes(1);

  private final Flota flota;
  private final ArchivoDeLlavero llaveros;
  private final ArchivoDeCredencial credenciales;
  private final TokensVigentes memoria;
  private final CredencialConocida conocida;
  private final Clock clock;

  /** What was told already, and is not told again at each look. */
  private final Map<ServicioSat, String> ilegibles = new ConcurrentHashMap<>();

  private volatile boolean sinCredencial;

  Mirador(
      Flota flota,
      ArchivoDeLlavero llaveros,
      ArchivoDeCredencial credenciales,
      TokensVigentes memoria,
      CredencialConocida conocida,
      Clock clock) {
    this.flota = flota;
    this.llaveros = llaveros;
    this.credenciales = credenciales;
    this.memoria = memoria;
    this.conocida = conocida;
    this.clock = clock;
  }

  Vista mirar(Cliente cliente) {
    // Before the question: what the database says of later counts from here.
    Instant ahora = clock.instant();
    Llavero llavero = llaveros.llavero();
    @Nullable Credencial credencial = credencial();
    List<String> huellas = credencial == null ? List.of() : credencial.huellas(llavero);
    Mirada mirada;
    try {
      mirada = flota.mirar(cliente, huellas);
    } catch (FlotaCaida away) {
      return deMemoria(cliente, ahora);
    }
    if (credencial != null) {
      conocida.vista(mirada.rechazadaDesde());
    }
    return ver(cliente, mirada, credencial, huellas, llavero, ahora);
  }

  /** SAT has refused this token: it is not to be handed out from memory either. */
  void olvidar(Cliente cliente, String huella) {
    memoria.olvidar(cliente.servicio(), huella);
  }

  private Vista ver(
      Cliente cliente,
      Mirada mirada,
      @Nullable Credencial credencial,
      List<String> huellas,
      Llavero llavero,
      Instant ahora) {
    @Nullable String cierre = mirada.cierre();
    if (cierre != null) {
      memoria.olvidar(cliente.servicio());
      return Vista.cerrada(Codigo.de(cierre));
    }
    @Nullable Pausa pausa = pausa(mirada);
    if (mirada.rechazadaDesde() != null) {
      return Vista.sin(new SinToken(Codigo.CREDENCIAL_RECHAZADA, VOLVER_A_PREGUNTAR), pausa);
    }
    @Nullable Guardado guardado = mirada.token();
    boolean viva = guardado != null && guardado.hastaFin().isPositive();
    @Nullable TokenVigente token =
        guardado != null && viva ? leer(cliente, guardado, llavero, ahora) : null;
    if (token != null) {
      memoria.guardar(token);
    } else if (guardado == null && mirada.huella() != null) {
      memoria.olvidar(cliente.servicio(), mirada.huella());
    }
    boolean porRenovar = guardado == null || !guardado.hastaRenovar().isPositive();
    @Nullable Renovacion renovacion =
        porRenovar && pausa == null && credencial != null
            ? new Renovacion(mirada.huella(), credencial, huellas)
            : null;
    return new Vista(token, falta(guardado, viva, pausa, credencial), pausa, renovacion);
  }

  /** Why there is no token, if there is none. */
  private static SinToken falta(
      @Nullable Guardado guardado,
      boolean viva,
      @Nullable Pausa pausa,
      @Nullable Credencial credencial) {
    if (guardado != null && viva && guardado.hastaRenovar().isPositive()) {
      return new SinToken(Codigo.TOKEN_ILEGIBLE, guardado.hastaRenovar());
    }
    if (pausa != null) {
      return pausa.sinToken();
    }
    return credencial == null
        ? new SinToken(Codigo.CREDENCIAL_ILEGIBLE, VOLVER_A_PREGUNTAR)
        : new SinToken(Codigo.MINISTERIO_NO_DISPONIBLE, RENOVACION_EN_CURSO);
  }

  private static @Nullable Pausa pausa(Mirada mirada) {
    @Nullable String codigo = mirada.pausa();
    if (mirada.dudaPor().compareTo(mirada.hastaFinDeLaPausa()) > 0) {
      return new Pausa(Codigo.MINISTERIO_NO_DISPONIBLE, mirada.dudaPor());
    }
    return codigo == null ? null : new Pausa(Codigo.de(codigo), mirada.hastaFinDeLaPausa());
  }

  private @Nullable TokenVigente leer(
      Cliente cliente, Guardado guardado, Llavero llavero, Instant ahora) {
    try {
      byte[] claro = llavero.descifrar(guardado.cifrado(), cliente.clientId());
      ilegibles.remove(cliente.servicio());
      return new TokenVigente(
          cliente.servicio(),
          new String(claro, UTF_8),
          guardado.huella(),
          ahora.minus(guardado.edad()),
          ahora.plus(guardado.hastaRenovar()),
          ahora.plus(guardado.hastaFin()));
    } catch (NoDescifrableException unreadable) {
      if (!guardado.huella().equals(ilegibles.put(cliente.servicio(), guardado.huella()))) {
        LOG.errorf(
            "event=token_unreadable alert=true servicio=%s huella=%s cause=\"%s\"",
            cliente.servicio().nombre(), guardado.huella(), unreadable.getMessage());
      }
      return null;
    }
  }

  private Vista deMemoria(Cliente cliente, Instant ahora) {
    @Nullable TokenVigente token = memoria.de(cliente.servicio());
    boolean sirve = token != null && token.vive(ahora) && conocida.rechazadaDesde().isEmpty();
    SinToken falta = new SinToken(Codigo.BASE_DE_DATOS_NO_DISPONIBLE, BASE_CAIDA);
    return new Vista(sirve ? token : null, falta, null, null);
  }

  private @Nullable Credencial credencial() {
    try {
      Credencial leida = credenciales.leer();
      sinCredencial = false;
      return leida;
    } catch (CredencialIlegible unreadable) {
      if (!sinCredencial) {
        sinCredencial = true;
        LOG.errorf("event=credential_unreadable alert=true cause=\"%s\"", unreadable.getMessage());
      }
      return null;
    }
  }
}
