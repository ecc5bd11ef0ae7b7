package co.satccf.bench.carga;

import co.satccf.model.catalogo.Catalogos;
import co.satccf.model.contrato.Contratos;
import co.satccf.model.contrato.ReglasDeContrato;
import co.satccf.model.evento.LectorEventos;
import co.satccf.model.evento.Lectura;
import co.satccf.sandbox.erp.Empleador;
import co.satccf.sandbox.erp.Hechos;
import co.satccf.sandbox.erp.Hechos.Hecho;
import co.satccf.sandbox.ministerio.EmpleadorEnSat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Starts of labour relations, each of a worker of its own, with employers that are in SAT: reports
 * that need not wait for one another.
 */
public final class Feed {
  private static final Contratos CONTRATOS =
      new Contratos(Catalogos.predeterminados(), ReglasDeContrato.ninguna());
  private static final LectorEventos LECTOR = new LectorEventos();

  private final Hechos hechos;
  private final List<Empleador> empleadores;
  private int next;

  /**
   * @param semilla 0 to 9,999,999,999; feeds of two seeds never collide
   */
  Feed(long semilla, int empleadores) {
    this.hechos = Hechos.de(semilla);
    this.empleadores = IntStream.range(0, empleadores).mapToObj(i -> hechos.empleador()).toList();
  }

  List<EmpleadorEnSat> employers() {
    return empleadores.stream()
        .map(e -> new EmpleadorEnSat(e.tipo(), e.numero(), e.serial(), e.sede().departamento()))
        .toList();
  }

  /** The opening balance that the reports rest on. */
  List<Hecho> incorporados() {
    return empleadores.stream().map(hechos::incorporado).toList();
  }

  public List<Hecho> reports(int count) {
    return Stream.generate(this::report).limit(count).toList();
  }

  private Hecho report() {
    Empleador empleador = empleadores.get(next++ % empleadores.size());
    return hechos.inicio(empleador, hechos.trabajador());
  }

  /** What the suite sends to the Ministry for each of so many reports. */
  public List<String> bodies(int count) {
    return reports(count).stream().map(Feed::body).toList();
  }

  private static String body(Hecho hecho) {
    if (LECTOR.leer(hecho.valor(), Map.of()) instanceof Lectura.Reportable reportable) {
      return CONTRATOS.cuerpo(reportable.reporte());
    }
    throw new IllegalStateException("the feed made an event that is no report");
  }
}
