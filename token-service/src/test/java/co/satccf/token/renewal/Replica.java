package co.satccf.token.renewal;

import co.satccf.model.ServicioSat;
import co.satccf.model.cifrado.ArchivoDeLlavero;
import co.satccf.token.config.SatConfig;
import co.satccf.token.flota.Cierre;
import co.satccf.token.flota.Database;
import co.satccf.token.flota.Flota;
import co.satccf.token.flota.Puerta;
import co.satccf.token.medidas.Medidas;
import co.satccf.token.ministerio.Respuesta;
import co.satccf.token.secretos.ArchivoDeCredencial;
import co.satccf.token.secretos.Credencial;
import co.satccf.token.vigente.TokenVigente;
import co.satccf.token.vigente.TokensVigentes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.function.BiFunction;
import javax.sql.DataSource;

/** One replica in this process: memory and clock of its own, the database and Ministry of all. */
final class Replica {

  final Tokens tokens;
  final Prueba prueba;
  final Puerta puerta;
  final Renovador renovador;
  final CredencialConocida credencial = new CredencialConocida();

  Replica(
      SatConfig config,
      DataSource base,
      Clock clock,
      BiFunction<ServicioSat, Credencial, Respuesta> ministerio,
      EnVuelo enVuelo) {
    Database database = new Database(base);
    TokensVigentes memoria = new TokensVigentes();
    ArchivoDeLlavero llavero = new ArchivoDeLlavero(config.llavero(), wrong -> {});
    ArchivoDeCredencial archivo = new ArchivoDeCredencial(config);
    Flota flota = new Flota(database);
    puerta = new Puerta(database);
    Mirador mirador = new Mirador(flota, llavero, archivo, memoria, credencial, clock);
    renovador =
        new Renovador(
            config,
            new Cierre(database),
            llavero,
            memoria,
            new Medidas(new SimpleMeterRegistry(), memoria, clock),
            ministerio,
            clock);
    tokens = new Tokens(config, mirador, flota, puerta, renovador, enVuelo);
    prueba = new Prueba(config, archivo, llavero, flota, puerta, renovador, enVuelo);
  }

  TokenVigente token(ServicioSat servicio) throws SinToken {
    return tokens.vigente(servicio);
  }

  /** The code of the refusal, or "" when it hands out a token. */
  String codigo(ServicioSat servicio) {
    try {
      tokens.vigente(servicio);
      return "";
    } catch (SinToken refusal) {
      return refusal.codigo().name();
    }
  }
}
