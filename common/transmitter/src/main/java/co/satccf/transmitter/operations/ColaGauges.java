package co.satccf.transmitter.operations;

import co.satccf.model.estado.Bloqueo;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.terminos.Terminos;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;

/**
 * The queue as gauges, the same for every replica. One statement every {@code sat.medidores} feeds
 * them all, for it counts everything unfinished; in between, and while the database is away, they
 * keep their last values.
 */
@ApplicationScoped
class ColaGauges {

  private static final Logger LOG = Logger.getLogger(ColaGauges.class);

  private final FamiliaDeServicios familia;
  private final Terminos terminos;
  private final Database database;
  private final MultiGauge listos;
  private final MultiGauge bloqueados;
  private final MultiGauge enVuelo;
  private final MultiGauge edadListo;
  private final MultiGauge puertaCerrada;
  private final MultiGauge pausado;
  private final MultiGauge vencidos;
  private final MultiGauge porVencer;
  private final MultiGauge cupo;
  private final MultiGauge porDecidir;
  private final AtomicLong salidaPendiente = new AtomicLong();
  private final AtomicLong cuarentenaAbierta = new AtomicLong();
  private final AtomicLong enBandeja = new AtomicLong();
  private final AtomicLong sinOriginal = new AtomicLong();
  private final AtomicLong aceptadosSinEfecto = new AtomicLong();
  private final AtomicBoolean waiting = new AtomicBoolean();

  ColaGauges(
      FamiliaDeServicios familia, Terminos terminos, Database database, MeterRegistry registry) {
    this.familia = familia;
    this.terminos = terminos;
    this.database = database;
    this.listos = gauge(registry, "sat.listos", "Reportes pendientes que nada detiene");
    this.bloqueados = gauge(registry, "sat.bloqueados", "Reportes pendientes detenidos, por causa");
    this.enVuelo =
        gauge(registry, "sat.en.vuelo", "Reportes enviados cuya respuesta no se ha guardado");
    this.edadListo =
        gauge(
            registry, "sat.edad.listo.segundos", "Edad del reporte listo más antiguo; 0 si no hay");
    this.puertaCerrada = gauge(registry, "sat.puerta.cerrada", "1 si la puerta está cerrada");
    this.pausado = gauge(registry, "sat.pausado", "1 si el servicio está en pausa");
    this.vencidos = gauge(registry, "sat.vencidos", "Reportes sin terminar que ya vencieron");
    this.porVencer =
        gauge(registry, "sat.por.vencer", "Reportes sin terminar que vencen en sat.por-vencer");
    this.cupo =
        gauge(registry, "sat.cupo", "Reportes en vuelo que se permiten a la vez, en toda la flota");
    this.porDecidir =
        gauge(
            registry,
            "sat.por.decidir",
            "Reportes que solo una persona puede mover, por su estado");
    registry.gauge("sat.salida.pendiente", salidaPendiente);
    registry.gauge("sat.cuarentena.abierta", cuarentenaAbierta);
    registry.gauge("sat.correcciones", Tags.of("estado", "EN_BANDEJA"), enBandeja);
    registry.gauge("sat.correcciones", Tags.of("estado", "SIN_ORIGINAL"), sinOriginal);
    registry.gauge("sat.aceptados.sin.efecto", aceptadosSinEfecto);
  }

  private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
    return MultiGauge.builder(name).description(description).register(registry);
  }

  @Scheduled(every = "${sat.medidores}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void refresh() {
    try {
      show(
          database.transaction(
              connection -> ColaStatements.read(connection, terminos.porVencer())));
      waiting.set(false);
    } catch (SQLException | RuntimeException away) {
      if (waiting.compareAndSet(false, true)) {
        LOG.warnf("event=gauges_wait cause=%s", away.getClass().getSimpleName());
      }
    }
  }

  private void show(ColaStatements.Cola cola) {
    List<ColaStatements.DelServicio> servicios =
        cola.servicios().stream().filter(s -> familia.servicios().contains(s.servicio())).toList();
    register(listos, servicios, ColaStatements.DelServicio::listos);
    register(enVuelo, servicios, ColaStatements.DelServicio::enVuelo);
    register(edadListo, servicios, ColaStatements.DelServicio::edadListo);
    register(puertaCerrada, servicios, s -> s.puertaCerrada() ? 1 : 0);
    register(pausado, servicios, s -> s.pausado() ? 1 : 0);
    register(vencidos, servicios, ColaStatements.DelServicio::vencidos);
    register(porVencer, servicios, ColaStatements.DelServicio::porVencer);
    register(cupo, servicios, ColaStatements.DelServicio::cupo);
    List<MultiGauge.Row<?>> causas = new ArrayList<>();
    for (ColaStatements.DelServicio servicio : servicios) {
      for (Bloqueo bloqueo : Bloqueo.values()) {
        causas.add(
            MultiGauge.Row.of(
                Tags.of("servicio", servicio.servicio().nombre(), "causa", bloqueo.name()),
                servicio.bloqueados().getOrDefault(bloqueo, 0L)));
      }
    }
    bloqueados.register(causas, true);
    List<MultiGauge.Row<?>> decisiones = new ArrayList<>();
    for (ColaStatements.DelServicio servicio : servicios) {
      servicio
          .porDecidir()
          .forEach(
              (estado, cuantos) ->
                  decisiones.add(
                      MultiGauge.Row.of(
                          Tags.of(
                              "servicio", servicio.servicio().nombre(), "estado", estado.name()),
                          cuantos)));
    }
    porDecidir.register(decisiones, true);
    salidaPendiente.set(cola.salidaPendiente());
    cuarentenaAbierta.set(cola.porVer().cuarentenaAbierta());
    enBandeja.set(cola.porVer().enBandeja());
    sinOriginal.set(cola.porVer().sinOriginal());
    aceptadosSinEfecto.set(cola.porVer().aceptadosSinEfecto());
  }

  private static void register(
      MultiGauge gauge,
      List<ColaStatements.DelServicio> servicios,
      ToDoubleFunction<ColaStatements.DelServicio> value) {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    for (ColaStatements.DelServicio servicio : servicios) {
      rows.add(
          MultiGauge.Row.of(
              Tags.of("servicio", servicio.servicio().nombre()), value.applyAsDouble(servicio)));
    }
    gauge.register(rows, true);
  }
}
