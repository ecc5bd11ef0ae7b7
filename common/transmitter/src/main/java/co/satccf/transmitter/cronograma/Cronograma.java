package co.satccf.transmitter.cronograma;

import co.satccf.model.ServicioSat;
import co.satccf.transmitter.config.SatConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * When the Ministry takes the reports of each SAT service (rule 8; MinSalud, protocol of
 * 14-Jul-2021, "Cronograma de entrada a producción"). All times are of Bogotá; a service that
 * configuration does not name is closed.
 */
@Singleton
public class Cronograma {

  private static final Logger LOG = Logger.getLogger(Cronograma.class);
  private static final int BEFORE_THE_MACHINERY = 1;

  public static final ZoneId BOGOTA = ZoneId.of("America/Bogota");

  /** What is waited after an opening, for our clock may run ahead; closings are kept exactly. */
  public static final Duration MARGEN = Duration.ofSeconds(5);

  private static final int DEL_DIA = 4;

  private final Map<ServicioSat, Apertura> aperturas = new EnumMap<>(ServicioSat.class);

  /** One service's openings. */
  public record Apertura(
      LocalDateTime desde,
      @Nullable LocalDateTime hasta,
      @Nullable LocalTime ventanaDesde,
      @Nullable LocalTime ventanaHasta,
      Map<Integer, LocalDateTime> rezago) {

    private boolean abierta(LocalDateTime momento, int clase) {
      LocalDateTime apertura = rezago.getOrDefault(clase, desde);
      LocalDateTime prudente = momento.minus(MARGEN);
      return !prudente.isBefore(apertura)
          && (hasta == null || momento.isBefore(hasta))
          && enVentana(prudente)
          && enVentana(momento);
    }

    private boolean enVentana(LocalDateTime momento) {
      if (ventanaDesde == null || ventanaHasta == null) {
        return true;
      }
      LocalTime hora = momento.toLocalTime();
      return ventanaDesde.isBefore(ventanaHasta)
          ? !hora.isBefore(ventanaDesde) && hora.isBefore(ventanaHasta)
          : !hora.isBefore(ventanaDesde) || hora.isBefore(ventanaHasta);
    }
  }

  @Inject
  Cronograma(SatConfig config) {
    this(config.cronograma());
  }

  private Cronograma(Map<String, SatConfig.Cronograma> configured) {
    configured.forEach((nombre, valores) -> aperturas.put(servicio(nombre), read(nombre, valores)));
  }

  /**
   * @throws IllegalArgumentException when a value cannot be read; names the property and the value
   */
  static Cronograma de(Map<String, SatConfig.Cronograma> configured) {
    return new Cronograma(configured);
  }

  /**
   * The whole configuration is read when this is made: here, so that a wrong value stops the start.
   */
  void tell(@Observes @Priority(BEFORE_THE_MACHINERY) StartupEvent event) {
    LOG.infof("event=cronograma servicios=%d", aperturas.size());
  }

  /** Rezago classes (1 to 4) that may be sent at this instant; empty when the service is closed. */
  public List<Integer> clasesAbiertas(ServicioSat servicio, Instant ahora) {
    Apertura apertura = aperturas.get(servicio);
    if (apertura == null) {
      return List.of();
    }
    LocalDateTime momento = LocalDateTime.ofInstant(ahora, BOGOTA);
    List<Integer> clases = new ArrayList<>();
    for (int clase = 1; clase <= DEL_DIA; clase++) {
      if (apertura.abierta(momento, clase)) {
        clases.add(clase);
      }
    }
    return clases;
  }

  /** What configuration says of the service, or null when it is not in the cronograma. */
  public @Nullable Apertura apertura(ServicioSat servicio) {
    return aperturas.get(servicio);
  }

  private static Apertura read(String nombre, SatConfig.Cronograma valores) {
    String prefix = "sat.cronograma." + nombre;
    Map<Integer, LocalDateTime> rezago = new TreeMap<>();
    valores
        .rezago()
        .forEach((clase, texto) -> rezago.put(clase, dateTime(prefix + ".rezago." + clase, texto)));
    String ventana = valores.ventana().orElse(null);
    Apertura apertura =
        new Apertura(
            dateTime(prefix + ".apertura", valores.apertura()),
            valores.cierre().map(texto -> dateTime(prefix + ".cierre", texto)).orElse(null),
            ventana == null ? null : time(prefix + ".ventana", ventana, 0),
            ventana == null ? null : time(prefix + ".ventana", ventana, 1),
            rezago);
    check(prefix, valores, apertura);
    return apertura;
  }

  private static void check(String prefix, SatConfig.Cronograma valores, Apertura apertura) {
    for (int clase : apertura.rezago().keySet()) {
      if (clase < 1 || clase > DEL_DIA) {
        throw new IllegalArgumentException(
            "%s.rezago.%d: expected a class from 1 to %d".formatted(prefix, clase, DEL_DIA));
      }
    }
    if (apertura.hasta() != null && !apertura.hasta().isAfter(apertura.desde())) {
      throw new IllegalArgumentException(
          "%s.cierre = '%s': expected later than the opening '%s'"
              .formatted(prefix, apertura.hasta(), apertura.desde()));
    }
    if (apertura.ventanaDesde() != null
        && apertura.ventanaDesde().equals(apertura.ventanaHasta())) {
      throw new IllegalArgumentException(
          "%s.ventana = '%s': expected two different times"
              .formatted(prefix, valores.ventana().orElse("")));
    }
  }

  private static ServicioSat servicio(String nombre) {
    return ServicioSat.porNombre(nombre)
        .orElseThrow(
            () ->
                new IllegalArgumentException("sat.cronograma." + nombre + ": no such SAT service"));
  }

  private static LocalDateTime dateTime(String property, String texto) {
    try {
      return LocalDateTime.parse(texto);
    } catch (DateTimeParseException unreadable) {
      throw new IllegalArgumentException(
          property
              + " = '"
              + texto
              + "': expected local date and time of Bogotá such as 2021-07-29T08:00",
          unreadable);
    }
  }

  private static LocalTime time(String property, String texto, int part) {
    String[] ends = texto.split("-", -1);
    try {
      if (ends.length == 2) {
        return LocalTime.parse(ends[part].strip());
      }
    } catch (DateTimeParseException unreadable) {
      throw new IllegalArgumentException(
          property + " = '" + texto + "': expected 06:00-22:00", unreadable);
    }
    throw new IllegalArgumentException(property + " = '" + texto + "': expected 06:00-22:00");
  }
}
