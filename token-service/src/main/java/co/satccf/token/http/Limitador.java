package co.satccf.token.http;

import co.satccf.model.ServicioSat;
import co.satccf.token.auditoria.Solicitante;
import co.satccf.token.config.SatConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * So many questions a minute for each caller and SAT service, on this replica: one that has lost
 * its way does not take the tokens from the others, also when a proxy gives all the same address.
 */
@ApplicationScoped
class Limitador {

  private static final Duration MINUTO = Duration.ofMinutes(1);
  private static final int MUCHOS = 10_000;

  private final Clock clock;
  private final int porMinuto;
  private final Map<Clave, Instant> libreDesde = new ConcurrentHashMap<>();

  /** Whose questions about what. */
  private record Clave(Solicitante quien, ServicioSat servicio) {}

  Limitador(SatConfig config, Clock clock) {
    this.clock = clock;
    this.porMinuto = config.limite().porMinuto();
  }

  /**
   * Counts a question. Each takes its share of a minute; as many as the minute holds may come at
   * once.
   *
   * @throws DemasiadasSolicitudes when this minute's are used up
   */
  void admitir(Solicitante quien, ServicioSat servicio) {
    Instant ahora = clock.instant();
    Duration cadaUna = MINUTO.dividedBy(porMinuto);
    if (libreDesde.size() > MUCHOS) {
      libreDesde.values().removeIf(desde -> !desde.isAfter(ahora));
    }
    Instant lleno = ahora.plus(MINUTO);
    libreDesde.compute(
        new Clave(quien, servicio),
        (clave, antes) -> {
          Instant desde = antes == null || antes.isBefore(ahora) ? ahora : antes;
          Instant hasta = desde.plus(cadaUna);
          if (hasta.isAfter(lleno)) {
            throw new DemasiadasSolicitudes(Duration.between(lleno, hasta));
          }
          return hasta;
        });
  }
}
