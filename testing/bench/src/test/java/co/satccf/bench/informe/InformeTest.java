package co.satccf.bench.informe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class InformeTest {
  private final ByteArrayOutputStream impreso = new ByteArrayOutputStream();
  private final Informe informe =
      new Informe(new PrintStream(impreso, true, StandardCharsets.UTF_8));

  @Test
  void holdsWhenEveryGoalIsReached() {
    informe.anotar(Medida.conMeta("rapidez", 1_024, "reportes/s", Meta.alMenos(1_024), ""));
    informe.anotar(Medida.conMeta("memoria", 400, "MiB", Meta.aLoSumo(400), ""));
    informe.anotar(Medida.vista("solo se muestra", 1, "s", ""));

    assertThat(informe.cumple()).isTrue();
  }

  @Test
  void failsWhenOneGoalIsMissed() {
    informe.anotar(Medida.conMeta("rapidez", 1_025, "reportes/s", Meta.alMenos(1_024), ""));
    informe.anotar(Medida.conMeta("memoria", 400.5, "MiB", Meta.aLoSumo(400), ""));

    assertThat(informe.cumple()).isFalse();
    assertThat(informe.incumplidas()).extracting(Medida::nombre).containsExactly("memoria");
  }

  @Test
  void doesNotCountAFigureThatWasNotSustained() {
    informe.anotar(
        Medida.noSostenible("rapidez", 9_999, "reportes/s", Meta.alMenos(1), "crece 40/s"));

    assertThat(informe.cumple()).isFalse();
    assertThat(impreso.toString(StandardCharsets.UTF_8)).contains("no sostenible: crece 40/s");
  }

  @Test
  void provesNothingWithoutFigures() {
    assertThat(informe.cumple()).isFalse();
  }

  @Test
  void writesEachFigureWithItsGoal() {
    informe.anotar(
        Medida.conMeta("rapidez", 1_100.5, "reportes/s", Meta.alMenos(1_024), "a 50 ms"));
    informe.anotar(Medida.vista("par", 9.03, "reportes/s", ""));

    JsonNode json = informe.json();

    assertThat(json.get(0).toString())
        .isEqualTo(
            """
            {"nombre":"rapidez","valor":1100.5,"unidad":"reportes/s","meta":"≥ 1.024","cumple":true,\
            "detalle":"a 50 ms"}""");
    assertThat(json.get(1).get("meta").isNull()).isTrue();
    assertThat(json.get(1).get("cumple").isNull()).isTrue();
  }

  @Test
  void printsFiguresAsColombiansReadThem() {
    informe.anotar(Medida.vista("uno", 1_280.4, "u", ""));
    informe.anotar(Medida.vista("dos", 60.06, "u", ""));
    informe.anotar(Medida.vista("tres", 9.034, "u", ""));

    assertThat(impreso.toString(StandardCharsets.UTF_8)).contains("1.280 ", "60,1 ", "9,03 ");
  }
}
