package co.satccf.token.renewal;

import co.satccf.model.ServicioSat;
import co.satccf.token.config.ClientIds;
import co.satccf.token.config.SatConfig;
import co.satccf.token.flota.Cliente;
import co.satccf.token.flota.Flota;
import co.satccf.token.flota.Puerta;
import co.satccf.token.vigente.TokenVigente;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The tokens of the seven services. The Ministry is asked only for a service somebody asks for. */
@ApplicationScoped
public class Tokens {

  private final Map<ServicioSat, Turno> turnos = new EnumMap<>(ServicioSat.class);

  Tokens(
      SatConfig config,
      Mirador mirador,
      Flota flota,
      Puerta puerta,
      Renovador renovador,
      EnVuelo enVuelo) {
    for (ServicioSat servicio : ServicioSat.values()) {
      ClientIds.de(config.clientes(), servicio)
          .map(clientId -> new Cliente(servicio, clientId))
          .map(
              cliente ->
                  new Turno(
                      cliente, config.renovacion(), mirador, flota, puerta, renovador, enVuelo))
          .ifPresent(turno -> turnos.put(servicio, turno));
    }
  }

  /**
   * A live token of this service.
   *
   * @throws SinToken when none can be had within {@code sat.renovacion.espera}
   */
  public TokenVigente vigente(ServicioSat servicio) throws SinToken {
    return turno(servicio).vigente();
  }

  /**
   * A live token in place of the one SAT answered with 401 (rule 18).
   *
   * @param huella of the refused token
   * @throws SinToken when none can be had, or SAT refused the renewed one as well
   */
  public TokenVigente enLugarDe(ServicioSat servicio, String huella) throws SinToken {
    return turno(servicio).enLugarDe(huella);
  }

  /** Why and for how much longer the Ministry is not asked for this service, if so. */
  public Optional<Pausa> pausa(ServicioSat servicio) {
    Turno turno = turnos.get(servicio);
    return turno == null
        ? Optional.of(new Pausa(Codigo.SERVICIO_NO_ASIGNADO, Duration.ZERO))
        : turno.pausa();
  }

  /** A service without a ClientID is none that the Ministry has assigned. */
  private Turno turno(ServicioSat servicio) throws SinToken {
    Turno turno = turnos.get(servicio);
    if (turno == null) {
      throw SinToken.hastaQueSeAbra(Codigo.SERVICIO_NO_ASIGNADO);
    }
    return turno;
  }
}
