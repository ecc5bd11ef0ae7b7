package co.satccf.bench;

import co.satccf.bench.carga.Stretch;
import co.satccf.bench.carga.TestBed;
import co.satccf.bench.informe.Informe;
import co.satccf.bench.informe.Medida;
import co.satccf.bench.informe.Meta;
import co.satccf.sandbox.local.ServicioSuite;
import java.util.EnumSet;

/**
 * Events per second from a filled topic into the store. Nothing is sent meanwhile: the service is
 * paused, and starts when the topic is full.
 */
final class Intake implements Scenario {
  private static final double PER_SECOND = 5_000;

  @Override
  public String nombre() {
    return "entrada";
  }

  @Override
  public String titulo() {
    return "De un tópico lleno al almacén";
  }

  @Override
  public void measure(Extent extent, Informe informe) {
    var opciones =
        extent
            .opciones()
            .soloCon(EnumSet.of(ServicioSuite.TOKEN, ServicioSuite.AFILIACION, TestBed.SUBJECT));
    try (TestBed bed = TestBed.open(opciones, extent.profile(this), 2, informe::aviso)) {
      int events = extent.of(200_000, 80_000);
      informe.aviso("se llena el tópico con " + events + " hechos");
      bed.pause();
      Stretch stored = bed.takeIn(events);
      informe.anotar(
          Medida.conMeta(
              "entrada",
              stored.perSecond(),
              "hechos/s",
              Meta.alMenos(PER_SECOND),
              stored.cpuByProcess()));
    }
  }
}
