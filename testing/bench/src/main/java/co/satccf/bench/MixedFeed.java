package co.satccf.bench;

import co.satccf.bench.informe.Informe;
import co.satccf.bench.informe.Medida;
import co.satccf.sandbox.erp.ErpSintetico;
import co.satccf.sandbox.local.Corrida;
import co.satccf.sandbox.local.Plataforma;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * All seven services at once, as the synthetic ERP tells its histories: chains of reports that wait
 * for one another, repeats, broken records. Shown apart, for what bounds it is the histories.
 */
final class MixedFeed implements Scenario {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Override
  public String nombre() {
    return "mezcla";
  }

  @Override
  public String titulo() {
    return "Los hechos mezclados del ERP, con los siete servicios";
  }

  @Override
  public void measure(Extent extent, Informe informe) {
    int events = extent.of(30_000, 4_000);
    List<byte[]> lines = ErpSintetico.lineas(events, 1);
    try (Plataforma plataforma = Plataforma.iniciar(extent.opciones(), informe::aviso)) {
      PrintStream nobody =
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
      Corrida.Veredicto veredicto = new Corrida(plataforma, nobody, false, PATIENCE).correr(lines);
      double perSecond = events / veredicto.resumen().path("segundos").asDouble();
      String name = "hechos mezclados hasta su desenlace";
      informe.anotar(
          veredicto.bien()
              ? Medida.vista(name, perSecond, "hechos/s", events + " hechos, arranque en frío")
              : Medida.noSostenible(name, perSecond, "hechos/s", null, "la corrida no cuadra"));
    }
  }
}
