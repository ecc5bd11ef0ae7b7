package co.satccf.reporting.resultados;

import co.satccf.stream.Batch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * One batch, read and sorted by table.
 *
 * @param deReporte the newest outcome of each report in the batch, by service and radicado, so that
 *     two replicas that meet on the same rows take them in one order
 * @param pasos unfinished states that the rows forget when a newer outcome comes; also those that
 *     one of the same batch has overtaken
 * @param atrasados outcomes of the batch that a newer one of the same batch has overtaken
 */
record Lote(
    Collection<Resultado.DeReporte> deReporte,
    Collection<Resultado.DeReporte> pasos,
    List<Resultado.Cuarentena> cuarentena,
    List<Descartado> ilegibles,
    int atrasados) {

  record Llave(String servicio, String radicado) implements Comparable<Llave> {
    @Override
    public int compareTo(Llave otra) {
      var porServicio = servicio.compareTo(otra.servicio);
      return porServicio != 0 ? porServicio : radicado.compareTo(otra.radicado);
    }
  }

  private record Paso(Llave reporte, int revision) implements Comparable<Paso> {
    @Override
    public int compareTo(Paso otro) {
      var porReporte = reporte.compareTo(otro.reporte);
      return porReporte != 0 ? porReporte : Integer.compare(revision, otro.revision);
    }
  }

  /** A record of {@code sat.resultados} that stays out, and why, in Spanish. */
  record Descartado(String topico, int particion, long posicion, String motivo) {}

  static Lote de(Batch batch, LectorResultados lector) {
    var deReporte = new TreeMap<Llave, Resultado.DeReporte>();
    var pasos = new TreeMap<Paso, Resultado.DeReporte>();
    var cuarentena = new ArrayList<Resultado.Cuarentena>();
    var ilegibles = new ArrayList<Descartado>();
    var leidos = 0;
    for (var record : batch.records()) {
      switch (lector.leer(record.value())) {
        case Resultado.DeReporte uno -> {
          leidos++;
          var llave = new Llave(uno.servicio().nombre(), uno.radicado());
          if (!uno.seRecuerdaSolo()) {
            pasos.putIfAbsent(new Paso(llave, uno.revision()), uno);
          }
          deReporte.merge(
              llave, uno, (antes, ahora) -> ahora.revision() > antes.revision() ? ahora : antes);
        }
        case Resultado.Cuarentena uno -> cuarentena.add(uno);
        case Resultado.Ilegible(var motivo) ->
            ilegibles.add(
                new Descartado(record.topic(), record.partition(), record.offset(), motivo));
      }
    }
    return new Lote(
        List.copyOf(deReporte.values()),
        List.copyOf(pasos.values()),
        cuarentena,
        ilegibles,
        leidos - deReporte.size());
  }
}
