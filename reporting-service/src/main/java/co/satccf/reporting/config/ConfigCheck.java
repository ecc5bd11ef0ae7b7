package co.satccf.reporting.config;

import co.satccf.model.ServicioSat;
import co.satccf.model.entorno.Entorno;
import co.satccf.reporting.documento.TipoInforme;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stops the start when a value is out of range, naming the property and the value. */
@ApplicationScoped
class ConfigCheck {

  private static final int BEFORE_THE_READER = 1;

  /** Business days. */
  private static final int PLAZO_MAXIMO = 60;

  private static final Pattern BUZON = Pattern.compile("[^@\\s,;<>]+@[^@\\s,;<>]+");

  private static final String REMITENTE = "quarkus.mailer.from";

  private final ReportingConfig config;
  private final Optional<String> remitente;

  ConfigCheck(
      ReportingConfig config, @ConfigProperty(name = REMITENTE) Optional<String> remitente) {
    this.config = config;
    this.remitente = remitente;
  }

  void check(@Observes @Priority(BEFORE_THE_READER) StartupEvent event) {
    check(config);
    if (!config.informes().destinatarios().isEmpty() && remitente.isEmpty()) {
      throw new IllegalArgumentException(
          REMITENTE + ": it must be set when sat.informes.destinatarios is");
    }
  }

  /**
   * @throws IllegalArgumentException naming the property, its value and what is allowed
   */
  static void check(ReportingConfig config) {
    between("sat.lector.registros", config.lector().registros(), 1, 100_000);
    between("sat.lector.bytes", config.lector().bytes(), 1_024, 268_435_456);
    if (config.lector().grupo().isBlank()) {
      throw new IllegalArgumentException("sat.lector.grupo = \"\": it must not be blank");
    }
    config.plazo().forEach(ConfigCheck::plazo);
    between(
        "sat.consola.plazo",
        config.consola().plazo(),
        Duration.ofSeconds(1),
        Duration.ofMinutes(1));
    informes(config.informes());
    cargas(config.cargas());
    if (config.entorno() == Entorno.PRODUCCION) {
      between(
          "sat.informes.reposo",
          config.informes().reposo(),
          Duration.ofMinutes(1),
          Duration.ofDays(1));
    }
  }

  private static void cargas(ReportingConfig.Cargas cargas) {
    between("sat.cargas.bytes", cargas.bytes(), 1_024, 536_870_912);
    between("sat.cargas.lineas", cargas.lineas(), 1, 1_000_000);
    between("sat.cargas.retencion", cargas.retencion(), Duration.ofMinutes(1), Duration.ofDays(90));
    between("sat.cargas.mirada", cargas.mirada(), Duration.ofSeconds(1), Duration.ofMinutes(1));
  }

  private static void informes(ReportingConfig.Informes informes) {
    informes.programa().forEach(ConfigCheck::cron);
    informes
        .destinatarios()
        .forEach((tipo, buzones) -> buzones.forEach(buzon -> destinatario(tipo, buzon)));
    between("sat.informes.reposo", informes.reposo(), Duration.ofSeconds(1), Duration.ofDays(1));
    between(
        "sat.informes.paciencia", informes.paciencia(), Duration.ofMinutes(1), Duration.ofDays(7));
    between(
        "sat.informes.revision", informes.revision(), Duration.ofSeconds(1), Duration.ofHours(1));
    between(
        "sat.informes.arriendo", informes.arriendo(), Duration.ofMinutes(5), Duration.ofHours(1));
    between("sat.informes.espera", informes.espera(), Duration.ofSeconds(1), Duration.ofHours(1));
    between("sat.informes.intentos", informes.intentos(), 1, 100);
  }

  private static void cron(TipoInforme tipo, String cron) {
    try {
      Cron.de(cron);
    } catch (IllegalArgumentException bad) {
      throw new IllegalArgumentException(
          "sat.informes.programa.%s = '%s': %s"
              .formatted(tipo.enMinusculas(), cron, bad.getMessage()));
    }
  }

  private static void destinatario(TipoInforme tipo, String buzon) {
    if (!BUZON.matcher(buzon).matches()) {
      throw new IllegalArgumentException(
          "sat.informes.destinatarios.%s = '%s': no e-mail address"
              .formatted(tipo.enMinusculas(), buzon));
    }
  }

  private static void between(String property, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s = %s: it must be between %s and %s".formatted(property, value, least, most));
    }
  }

  private static void plazo(String servicio, int dias) {
    if (ServicioSat.porNombre(servicio).isEmpty()) {
      throw new IllegalArgumentException(
          "sat.plazo.%s = %d: there is no such SAT service".formatted(servicio, dias));
    }
    between("sat.plazo." + servicio, dias, 0, PLAZO_MAXIMO);
  }

  private static void between(String property, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s = %d: it must be between %d and %d".formatted(property, value, least, most));
    }
  }
}
