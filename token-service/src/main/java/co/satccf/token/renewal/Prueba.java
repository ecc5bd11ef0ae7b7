package co.satccf.token.renewal;

import co.satccf.model.ServicioSat;
import co.satccf.model.cifrado.ArchivoDeLlavero;
import co.satccf.token.auditoria.Solicitante;
import co.satccf.token.config.ClientIds;
import co.satccf.token.config.SatConfig;
import co.satccf.token.flota.Cliente;
import co.satccf.token.flota.EstadoDeCredencial;
import co.satccf.token.flota.Flota;
import co.satccf.token.flota.FlotaCaida;
import co.satccf.token.flota.Puerta;
import co.satccf.token.flota.Reclamo;
import co.satccf.token.ministerio.Respuesta;
import co.satccf.token.secretos.ArchivoDeCredencial;
import co.satccf.token.secretos.Credencial;
import co.satccf.token.secretos.CredencialIlegible;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A person looks at the mounted user and password, or tries them once. A trial goes through the
 * fleet's door like any renewal, and what it brings is kept: no token is spent on it. It is the one
 * way to use credentials again that the Ministry has refused, e.g. after it has unlocked the
 * account.
 */
@ApplicationScoped
public class Prueba {

  private static final Duration BASE_CAIDA = Duration.ofSeconds(5);

  /** The answer takes less; what is left is for storing it. */
  private static final Duration PACIENCIA = Puerta.ARRIENDO;

  private final SatConfig config;
  private final ArchivoDeCredencial archivo;
  private final ArchivoDeLlavero llaveros;
  private final Flota flota;
  private final Puerta puerta;
  private final Renovador renovador;
  private final EnVuelo enVuelo;

  Prueba(
      SatConfig config,
      ArchivoDeCredencial archivo,
      ArchivoDeLlavero llaveros,
      Flota flota,
      Puerta puerta,
      Renovador renovador,
      EnVuelo enVuelo) {
    this.config = config;
    this.archivo = archivo;
    this.llaveros = llaveros;
    this.flota = flota;
    this.puerta = puerta;
    this.renovador = renovador;
    this.enVuelo = enVuelo;
  }

  /** What came of asking for a trial. */
  public sealed interface Resultado {

    record Hecha(Respuesta respuesta) implements Resultado {}

    /** The Ministry is not called for this service until a person opens it. */
    record Cerrada(Codigo codigo) implements Resultado {}

    /** Another request uses the credentials at this moment. */
    record Ocupada() implements Resultado {}

    /** Somebody tried them not long ago. */
    record MuyPronto(Duration esperar) implements Resultado {}
  }

  /**
   * @param servicio whose ClientID the token is asked for with
   * @throws SinToken when the file or the database cannot be read, or what came of the trial cannot
   *     be stored yet
   */
  public Resultado probar(ServicioSat servicio, Solicitante quien) throws SinToken {
    Optional<String> clientId = ClientIds.de(config.clientes(), servicio);
    if (clientId.isEmpty()) {
      return new Resultado.Cerrada(Codigo.SERVICIO_NO_ASIGNADO);
    }
    Cliente cliente = new Cliente(servicio, clientId.get());
    Credencial credencial = credencial();
    try {
      Reclamo reclamo =
          puerta.reclamarPrueba(
              cliente,
              credencial.huellas(llaveros.llavero()),
              config.credencial().pausaDePrueba(),
              quien);
      return switch (reclamo) {
        case Reclamo.Dado dado -> new Resultado.Hecha(pedir(dado, credencial));
        case Reclamo.MuyPronto(Duration esperar) -> new Resultado.MuyPronto(esperar);
        case Reclamo.Cerrada(String cierre) -> new Resultado.Cerrada(Codigo.de(cierre));
        case Reclamo.Ocupada(), Reclamo.SinObjeto() -> new Resultado.Ocupada();
      };
    } catch (FlotaCaida away) {
      throw new SinToken(Codigo.BASE_DE_DATOS_NO_DISPONIBLE, BASE_CAIDA);
    }
  }

  /** Goes on by itself when the caller has waited long enough. */
  private Respuesta pedir(Reclamo.Dado reclamo, Credencial credencial) throws SinToken {
    try {
      return CompletableFuture.supplyAsync(() -> renovador.pedir(reclamo, credencial), enVuelo)
          .get(PACIENCIA.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new SinToken(Codigo.BASE_DE_DATOS_NO_DISPONIBLE, BASE_CAIDA);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new SinToken(Codigo.MINISTERIO_NO_DISPONIBLE, BASE_CAIDA);
    } catch (ExecutionException unexpected) {
      throw new IllegalStateException("a trial ends with an answer", unexpected.getCause());
    }
  }

  /**
   * What the fleet knows of the mounted credentials.
   *
   * @throws SinToken when the file or the database cannot be read
   */
  public EstadoDeCredencial estado() throws SinToken {
    try {
      return flota.credencial(credencial().huellas(llaveros.llavero()));
    } catch (FlotaCaida away) {
      throw new SinToken(Codigo.BASE_DE_DATOS_NO_DISPONIBLE, BASE_CAIDA);
    }
  }

  private Credencial credencial() throws SinToken {
    try {
      return archivo.leer();
    } catch (CredencialIlegible unreadable) {
      throw new SinToken(Codigo.CREDENCIAL_ILEGIBLE, Mirador.VOLVER_A_PREGUNTAR);
    }
  }
}
