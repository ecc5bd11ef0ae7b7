package co.satccf.token.renewal;

import co.satccf.model.ServicioSat;
import co.satccf.token.config.SatConfig;
import co.satccf.token.medidas.Medidas;
import co.satccf.token.ministerio.PuntoDeTokens;
import co.satccf.token.ministerio.Respuesta;
import co.satccf.token.vigente.TokenVigente;
import co.satccf.token.vigente.TokensVigentes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The tokens of the seven services. The Ministry is asked only for a service somebody asks for. */
@ApplicationScoped
public class Tokens {

  private final Map<ServicioSat, Turno> turnos = new EnumMap<>(ServicioSat.class);
  private final Medidas medidas;

  Tokens(
      SatConfig config,
      PuertaCredencial puerta,
      TokensVigentes vigentes,
      PuntoDeTokens punto,
      Medidas medidas,
      Clock clock) {
    this.medidas = medidas;
    for (ServicioSat servicio : ServicioSat.values()) {
      turnos.put(
          servicio,
          new Turno(
              servicio,
              config.renovacion(),
              puerta,
              vigentes,
              () -> contada(servicio, punto.pedir(servicio)),
              clock));
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

  /** Why and until when the Ministry is not asked for this service, if so. */
  public Optional<Pausa> pausa(ServicioSat servicio) {
    return turno(servicio).pausa();
  }

  private Respuesta contada(ServicioSat servicio, Respuesta respuesta) {
    medidas.pedido(servicio, respuesta);
    return respuesta;
  }

  private Turno turno(ServicioSat servicio) {
    return Optional.ofNullable(turnos.get(servicio)).orElseThrow();
  }
}
