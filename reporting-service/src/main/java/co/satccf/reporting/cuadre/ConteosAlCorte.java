package co.satccf.reporting.cuadre;

import co.satccf.reporting.cuadre.Cuadre.Diferencia;
import java.util.ArrayList;
import java.util.List;

/**
 * The reports of one SAT service that had been received before a cut-off, by what they were then.
 *
 * @param enCamino pending, in flight or uncertain: which of these, is not told by every outcome
 * @param cambiados unfinished ones that have moved since, so that their service cannot tell any
 *     more what they were; this service can: 0
 */
record ConteosAlCorte(
    long recibidos,
    long aceptados,
    long aceptadosConAlerta,
    long retirados,
    long sustituidos,
    long enCamino,
    long glosados,
    long porConfirmar,
    long cambiados) {

  static final ConteosAlCorte NADA = new ConteosAlCorte(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /**
   * Where these, a family service's, are not ours. What is final never changes and is compared
   * exactly; of the rest there must be at least those that have not moved, and not more than with
   * those that have.
   */
  List<Diferencia> diferencias(String servicio, ConteosAlCorte nuestros) {
    var diferencias = new ArrayList<Diferencia>();
    exacto(diferencias, servicio, "recibidos", recibidos, nuestros.recibidos);
    exacto(diferencias, servicio, "aceptados", aceptados, nuestros.aceptados);
    exacto(
        diferencias,
        servicio,
        "aceptados con alerta",
        aceptadosConAlerta,
        nuestros.aceptadosConAlerta);
    exacto(diferencias, servicio, "retirados", retirados, nuestros.retirados);
    exacto(diferencias, servicio, "sustituidos", sustituidos, nuestros.sustituidos);
    entre(diferencias, servicio, "en camino", enCamino, nuestros.enCamino);
    entre(diferencias, servicio, "glosados", glosados, nuestros.glosados);
    entre(diferencias, servicio, "por confirmar", porConfirmar, nuestros.porConfirmar);
    return diferencias;
  }

  private static void exacto(
      List<Diferencia> diferencias, String servicio, String que, long suyos, long nuestros) {
    if (suyos != nuestros) {
      diferencias.add(new Diferencia(servicio, que, String.valueOf(suyos), nuestros));
    }
  }

  private void entre(
      List<Diferencia> diferencias, String servicio, String que, long quietos, long nuestros) {
    if (nuestros < quietos || nuestros > quietos + cambiados) {
      var suyos =
          cambiados == 0
              ? String.valueOf(quietos)
              : "de %d a %d".formatted(quietos, quietos + cambiados);
      diferencias.add(new Diferencia(servicio, que, suyos, nuestros));
    }
  }
}
