package co.satccf.transmitter.config;

import co.satccf.model.ServicioSat;
import co.satccf.model.entorno.HostsDelSat;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Stops the start when a value is out of range, naming the property and the value. */
@ApplicationScoped
class ConfigCheck {

  private static final Logger LOG = Logger.getLogger(ConfigCheck.class);
  private static final int BEFORE_THE_MACHINERY = 1;
  private static final int CUPO_MAXIMO = 1_000;
  private static final int PLAZO_MAXIMO = 60;
  private static final Pattern GLOSA = Pattern.compile("(GE|GN)[0-9A-Z]+|HTTP-4[0-9]{2}");
  private static final int REENVIOS_MAXIMOS = 100;
  private static final Duration REENVIO_MINIMO = Duration.ofMinutes(1);
  private static final Duration REENVIO_MAXIMO = Duration.ofDays(30);
  private static final Duration POR_VENCER_MAXIMO = Duration.ofDays(30);

  private static final Duration RETENCION_MINIMA = Duration.ofDays(30);
  private static final Duration RETENCION_MAXIMA = Duration.ofDays(30 * 366);

  private final SatConfig config;

  ConfigCheck(SatConfig config) {
    this.config = config;
  }

  void check(@Observes @Priority(BEFORE_THE_MACHINERY) StartupEvent event) {
    between("sat.cupo.techo", config.cupo().techo(), 1, CUPO_MAXIMO);
    between("sat.cupo.piso", config.cupo().piso(), 1, config.cupo().techo());
    between("sat.intake.lote", config.intake().lote(), 1, 5_000);
    between("sat.ministerio.conexiones", config.ministerio().conexiones(), 1, 1_000);
    between(
        "sat.ministerio.respuesta-maxima",
        config.ministerio().respuestaMaxima(),
        1_024,
        10_485_760);
    between("sat.rezago.porcentaje", config.rezago().porcentaje(), 0, 100);
    between("sat.freno.ventana", config.freno().ventana(), 10, 10_000);
    between("sat.freno.umbral", config.freno().umbral(), 1, config.freno().ventana());
    config.plazo().forEach(ConfigCheck::plazo);
    config.codigos().reenviar().forEach(this::reenvio);
    if (config.retencion().compareTo(RETENCION_MINIMA) < 0
        || config.retencion().compareTo(RETENCION_MAXIMA) > 0) {
      throw new IllegalArgumentException(
          "sat.retencion = '%s': expected %s to %s"
              .formatted(config.retencion(), RETENCION_MINIMA, RETENCION_MAXIMA));
    }
    positive("sat.llavero-revision", config.llaveroRevision());
    positive("sat.recifrado", config.recifrado());
    positive("sat.topicos", config.topicos());
    positive("sat.depuracion", config.depuracion());
    positive("sat.reenvio.revision", config.reenvio().revision());
    positive("sat.por-vencer", config.porVencer());
    if (config.porVencer().compareTo(POR_VENCER_MAXIMO) > 0) {
      throw new IllegalArgumentException(
          "sat.por-vencer = '%s': expected at most %s"
              .formatted(config.porVencer(), POR_VENCER_MAXIMO));
    }
    positive("sat.ministerio.plazo", config.ministerio().plazo());
    positive("sat.ministerio.conexion", config.ministerio().conexion());
    positive("sat.espera.inicial", config.espera().inicial());
    positive("sat.espera.maxima", config.espera().maxima());
    if (config.espera().inicial().compareTo(config.espera().maxima()) > 0) {
      throw new IllegalArgumentException(
          "sat.espera.inicial = '%s': expected at most sat.espera.maxima = '%s'"
              .formatted(config.espera().inicial(), config.espera().maxima()));
    }
    positive("sat.puerta-espera", config.puertaEspera());
    positive("sat.incierto.espera", config.incierto().espera());
    positive("sat.sondeo", config.sondeo());
    url("sat.ministerio.url", config.ministerio().url());
    new HostsDelSat(config.ministerio().hosts())
        .exigir("sat.ministerio.url", config.ministerio().url());
    config
        .entorno()
        .revisar("sat.ministerio.url", config.ministerio().url())
        .ifPresent(aviso -> LOG.warnf("event=not_the_production %s", aviso));
    if (config.envio() == SatConfig.ModoDeEnvio.SIMULADO) {
      LOG.warn("event=sending_simulated sat.envio=simulado");
    }
    url("sat.token.url", config.token().url());
    if (!config.referencia().clave().matches("[0-9a-fA-F]{64}")) {
      throw new IllegalArgumentException(
          "sat.referencia.clave: expected 64 hexadecimal digits, got "
              + config.referencia().clave().length()
              + " characters");
    }
  }

  private static void between(String property, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s = '%d': expected %d to %d".formatted(property, value, least, most));
    }
  }

  private static void plazo(String servicio, int dias) {
    if (ServicioSat.porNombre(servicio).isEmpty()) {
      throw new IllegalArgumentException(
          "sat.plazo.%s: there is no such SAT service".formatted(servicio));
    }
    between("sat.plazo." + servicio, dias, 0, PLAZO_MAXIMO);
  }

  private void reenvio(String codigo, SatConfig.Codigos.Reenvio reenvio) {
    String property = "sat.codigos.reenviar." + codigo;
    String glosa = codigo.toUpperCase(Locale.ROOT);
    if (!GLOSA.matcher(glosa).matches()) {
      throw new IllegalArgumentException(
          "%s: expected the code of a refusal, GE…, GN… or HTTP-4nn".formatted(property));
    }
    if (config.codigos().yaReportado().contains(glosa)) {
      throw new IllegalArgumentException(
          "%s: sat.codigos.ya-reportado has it, too".formatted(property));
    }
    between(property + ".veces", reenvio.veces(), 1, REENVIOS_MAXIMOS);
    if (reenvio.espera().compareTo(REENVIO_MINIMO) < 0
        || reenvio.espera().compareTo(REENVIO_MAXIMO) > 0) {
      throw new IllegalArgumentException(
          "%s.espera = '%s': expected %s to %s"
              .formatted(property, reenvio.espera(), REENVIO_MINIMO, REENVIO_MAXIMO));
    }
  }

  private static void positive(String property, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          "%s = '%s': expected more than zero".formatted(property, value));
    }
  }

  private static void url(String property, URI value) {
    if (value.getHost() == null
        || !("http".equals(value.getScheme()) || "https".equals(value.getScheme()))) {
      throw new IllegalArgumentException(
          "%s = '%s': expected an http or https address".formatted(property, value));
    }
  }
}
