package co.satccf.reporting.cuadre;

import co.satccf.model.Familia;
import co.satccf.model.ServicioSat;
import co.satccf.reporting.cuadre.Cuadre.Diferencia;
import co.satccf.reporting.cuadre.Familias.SinRespuesta;
import co.satccf.reporting.documento.Formato;
import co.satccf.reporting.documento.NombreDeFamilia;
import co.satccf.reporting.resultados.Saltos;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Compares the counts of a cut-off: first the services', then, when all of it has come, ours. */
@Singleton
public class Cuadres {

  private final Familias familias;
  private final Lectura lectura;
  private final CuadreStatements nuestros;
  private final Saltos saltos;

  Cuadres(Familias familias, Lectura lectura, CuadreStatements nuestros, Saltos saltos) {
    this.familias = familias;
    this.lectura = lectura;
    this.nuestros = nuestros;
    this.saltos = saltos;
  }

  /**
   * @param corte a minute past at least: a transaction of a family service may end that much after
   *     the instant it writes down
   * @throws SQLException when our own database fails
   */
  public Cuadre comparar(Instant corte) throws SQLException {
    var suyos = new EnumMap<Familia, ConteosDeFamilia>(Familia.class);
    try {
      for (var familia : Familia.values()) {
        var conteos = familias.alCorte(familia, corte);
        if (conteos.salidaPendiente() > 0) {
          return new Cuadre.TodaviaNo(
              "el servicio de %s tiene %s sin llegar a Kafka todavía"
                  .formatted(
                      NombreDeFamilia.de(familia),
                      Formato.cuantos(conteos.salidaPendiente(), "resultado", "resultados")));
        }
        suyos.put(familia, conteos);
      }
      // All from before the cut-off was on the topic when they answered.
      if (!lectura.alDia()) {
        return new Cuadre.TodaviaNo("aquí aún no se han leído todos los resultados");
      }
    } catch (SinRespuesta away) {
      return new Cuadre.TodaviaNo(away.motivo());
    } catch (ExecutionException | TimeoutException away) {
      return new Cuadre.TodaviaNo("Kafka no responde");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return new Cuadre.TodaviaNo("el servicio se detiene");
    }
    return comparar(corte, suyos);
  }

  private Cuadre comparar(Instant corte, Map<Familia, ConteosDeFamilia> suyos) throws SQLException {
    var diferencias = new ArrayList<Diferencia>();
    var aqui = nuestros.alCorte(corte);
    for (var servicio : ServicioSat.values()) {
      var nombre = servicio.nombre();
      var alla = suyos.get(servicio.familia());
      diferencias.addAll(
          (alla == null
                  ? ConteosAlCorte.NADA
                  : alla.servicios().getOrDefault(nombre, ConteosAlCorte.NADA))
              .diferencias(nombre, aqui.getOrDefault(nombre, ConteosAlCorte.NADA)));
    }
    for (var uno : suyos.entrySet()) {
      var topico = uno.getKey().topic();
      var apartados = nuestros.cuarentena(topico, corte);
      if (uno.getValue().cuarentena() != apartados) {
        diferencias.add(
            new Diferencia(
                topico, "en cuarentena", String.valueOf(uno.getValue().cuarentena()), apartados));
      }
    }
    if (!diferencias.isEmpty()) {
      return new Cuadre.Descuadra(diferencias);
    }
    saltos.cuadra(corte);
    return new Cuadre.Cuadra();
  }
}
