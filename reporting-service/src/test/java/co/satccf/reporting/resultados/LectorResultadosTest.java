package co.satccf.reporting.resultados;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.EstadoReporte;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LectorResultadosTest {

  private static final co.satccf.reporting.Resultado BUENO =
      co.satccf.reporting.Resultado.de("InicioRelacionLaboral", "R1", 7, "GLOSADO");

  private final LectorResultados lector = new LectorResultados();

  @Test
  void readsAReportsOutcome() {
    var json =
        BUENO
            .json()
            .replace("\"origen\":null", "\"origen\":\"LOCAL\"")
            .replace("\"bloqueo\":null", "\"bloqueo\":\"POSIBLE_DUPLICADO\"")
            .replace("\"codigo\":null", "\"codigo\":\"GE01\"")
            .replace(
                "\"glosas\":[]",
                "\"glosas\":[{\"campo\":\"sexo\",\"codigo\":\"GE25\",\"mensaje\":\"x\"},{\"codigo\":\"GN03\"}]");
    var leido = (Resultado.DeReporte) leer(json);
    assertThat(leido.servicio()).isEqualTo(ServicioSat.INICIO_RELACION_LABORAL);
    assertThat(leido.radicado()).isEqualTo("R1");
    assertThat(leido.revision()).isEqualTo(7);
    assertThat(leido.estado()).isEqualTo(EstadoReporte.GLOSADO);
    assertThat(leido.bloqueo()).hasToString("POSIBLE_DUPLICADO");
    assertThat(leido.origen()).hasToString("LOCAL");
    assertThat(leido.codigo()).isEqualTo("GE01");
    assertThat(leido.glosas())
        .containsExactly(new Resultado.Glosa("GE25", "sexo"), new Resultado.Glosa("GN03", ""));
    assertThat(leido.trabajador()).isEqualTo("k1:tra-R1");
    assertThat(leido.instante()).isEqualTo(Instant.parse("2021-08-03T15:00:00Z"));
  }

  @ParameterizedTest
  @EnumSource(EstadoReporte.class)
  void knowsEveryState(EstadoReporte estado) {
    var json = BUENO.json().replace("\"GLOSADO\"", "\"" + estado + "\"");
    assertThat(leer(json)).isInstanceOf(Resultado.DeReporte.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recibido",
        "aceptado",
        "glosado",
        "incierto",
        "por-confirmar",
        "corregido",
        "retirado",
        "sustituido"
      })
  void knowsEveryKind(String kind) {
    var json = BUENO.json().replace("resultado.glosado", "resultado." + kind);
    assertThat(leer(json)).isInstanceOf(Resultado.DeReporte.class);
  }

  @Test
  void readsAQuarantine() {
    var leido = (Resultado.Cuarentena) leer(co.satccf.reporting.Resultado.cuarentena(12));
    assertThat(leido.topico()).isEqualTo("sat.afiliacion");
    assertThat(leido.posicion()).isEqualTo(12);
    assertThat(leido.motivos()).containsExactly("JSON");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"servicio\":\"InicioRelacionLaboral\"|\"servicio\":\"X\"|servicio: valor desconocido",
        "\"radicado\":\"R1\"|\"radicado\":\"\"|radicado: falta",
        "\"radicado\":\"R1\"|\"radicado\":5|radicado: debe ser un texto",
        "\"revision\":7|\"revision\":-1|revision: debe ser un entero entre 0 y 2147483647",
        "\"revision\":7|\"revision\":\"7\"|revision: debe ser un entero entre 0 y 2147483647",
        "\"revision\":7|\"revision\":99999999999|revision: debe ser un entero entre 0 y 2147483647",
        "\"tipoRezago\":4|\"tipoRezago\":0|tipoRezago: debe ser un entero entre 1 y 4",
        "\"bloqueo\":null|\"bloqueo\":\"X\"|bloqueo: valor desconocido",
        "\"glosas\":[]|\"glosas\":7|glosas: debe ser una lista",
        "\"glosas\":[]|\"glosas\":[{}]|codigo: falta",
        "\"empleador\":\"k1:emp-R1\"|\"empleador\":null|empleador: falta",
        "\"instante\":\"2021-08-03T15:00:00Z\"|\"instante\":\"ayer\"|instante: debe ser un instante RFC 3339",
        "\"data\":|\"otro\":|data: debe ser un objeto"
      })
  void namesTheFieldThatIsNotWhatItMustBe(String bueno, String malo, String motivo) {
    assertThat(BUENO.json()).contains(bueno);
    assertThat(leer(BUENO.json().replace(bueno, malo))).isEqualTo(new Resultado.Ilegible(motivo));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "7",
        "\"texto\"",
        "{\"type\":[]}",
        "{\"type\":\"co.satccf.resultado.cuarentena.v1\",\"data\":{}}"
      })
  void takesAnyOtherJsonAsUnreadable(String json) {
    assertThat(leer(json)).isInstanceOf(Resultado.Ilegible.class);
  }

  @Test
  void takesNestingWithoutEndAsUnreadable() {
    assertThat(leer("[".repeat(100_000))).isInstanceOf(Resultado.Ilegible.class);
    assertThat(lector.leer(new byte[] {(byte) 0xff, (byte) 0xfe, 0}))
        .isInstanceOf(Resultado.Ilegible.class);
    assertThat(lector.leer(null)).isInstanceOf(Resultado.Ilegible.class);
  }

  private Resultado leer(String json) {
    return lector.leer(json.getBytes(UTF_8));
  }
}
