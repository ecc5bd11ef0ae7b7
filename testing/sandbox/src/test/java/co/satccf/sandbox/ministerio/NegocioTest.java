package co.satccf.sandbox.ministerio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NegocioTest extends EscenarioDelMinisterio {
  private static final Servicio ALTA = Servicio.AFILIACION_PRIMERA_VEZ;
  private static final Servicio BAJA = Servicio.DESAFILIACION;
  private static final Servicio INICIO = Servicio.INICIO_RELACION_LABORAL;
  private static final Servicio FIN = Servicio.TERMINACION_RELACION_LABORAL;
  private static final Servicio GRAVE = Servicio.PERDIDA_AFILIACION_CAUSA_GRAVE;
  private static final Servicio PAGO = Servicio.ESTADO_PAGO_EMPLEADOR;

  @ParameterizedTest
  @EnumSource(Servicio.class)
  void answersAValidReportWith200(Servicio servicio) throws IOException {
    // Given
    control.incorporar(Cuerpos.EMPLEADOR);

    // When
    Caja.Vuelta vuelta = caja.reportar(servicio, Cuerpos.json(servicio, "1"));

    // Then
    assertThat(vuelta.estado()).isEqualTo(200);
    assertThat(vuelta.campos()).containsExactly("resultado", "mensaje", "codigo");
    assertThat(vuelta.json().path("resultado").isTextual()).isTrue();
    assertThat(vuelta.json().path("resultado").asText()).isEqualTo("200");
    assertThat(vuelta.codigo()).isEqualTo("200");
    assertThat(cuenta(servicio).aceptados()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Servicio.class)
  void refusesARepeatedRadicadoOfTheSameService(Servicio servicio) throws IOException {
    // Given
    control.incorporar(Cuerpos.EMPLEADOR);
    control.modo(Map.of("exigeEmpleador", false));
    caja.reportar(servicio, Cuerpos.json(servicio, "1"));

    // When / Then
    assertThat(codigo(servicio, "1")).isEqualTo("GN01");
    assertThat(cuenta(servicio))
        .satisfies(
            suya -> {
              assertThat(suya.repetidos()).isEqualTo(1);
              assertThat(suya.aceptados()).isEqualTo(1);
              assertThat(suya.dobles()).isZero();
              assertThat(suya.glosados()).isZero();
            });
  }

  @Test
  void takesTheSameRadicadoOfAnotherService() throws IOException {
    control.incorporar(Cuerpos.EMPLEADOR);
    assertThat(codigo(PAGO, "1")).isEqualTo("200");
    assertThat(codigo(INICIO, "1")).isEqualTo("200");
  }

  @Test
  void countsADoubleWhenItAcceptsRepeats() throws IOException {
    // Given
    control.incorporar(Cuerpos.EMPLEADOR);
    control.modo(Map.of("modo", "ACEPTA_REPETIDOS"));

    // When
    for (int i = 0; i < 3; i++) {
      assertThat(codigo(PAGO, "1")).isEqualTo("200");
    }

    // Then: one radicado was doubled, however often.
    assertThat(control.resumen().dobles()).isEqualTo(1);
    assertThat(cuenta(PAGO).aceptados()).isEqualTo(1);
    assertThat(control.libro()).hasSize(3).allMatch(EntradaDelLibro::aceptado);
  }

  @Test
  void doesNotRememberARadicadoItRefused() throws IOException {
    assertThat(codigo(PAGO, "1")).isEqualTo("GN02");
    control.incorporar(Cuerpos.EMPLEADOR);
    assertThat(codigo(PAGO, "1")).isEqualTo("200");
  }

  @ParameterizedTest
  @EnumSource(
      value = Servicio.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"AFILIACION_PRIMERA_VEZ", "AFILIACION_NO_PRIMERA_VEZ"})
  void holdsBackWhatNeedsItsEmployer(Servicio servicio) throws IOException {
    assertThat(codigo(servicio, "1")).isEqualTo("GN02");
    assertThat(codigo(ALTA, "2")).isEqualTo("200");
    assertThat(codigo(servicio, "1")).isEqualTo("200");
  }

  @Test
  void asksForTheSameDepartamentoExceptForEstadoPagoAndTerminacion() throws IOException {
    // Given: in SAT, but in another departamento
    control.incorporar(new EmpleadorEnSat("NI", "900123456", "0", "11"));

    // When / Then
    assertThat(codigo(INICIO, "1")).isEqualTo("GN02");
    assertThat(codigo(BAJA, "1")).isEqualTo("GN02");
    assertThat(codigo(GRAVE, "1")).isEqualTo("GN02");
    assertThat(codigo(PAGO, "1")).isEqualTo("200");
    assertThat(codigo(FIN, "1")).isEqualTo("200");
  }

  @Test
  void tellsEmployersApartByTheirSerial() throws IOException {
    control.incorporar(new EmpleadorEnSat("NI", "900123456", "1", Cuerpos.DEPARTAMENTO));
    assertThat(codigo(PAGO, "1")).isEqualTo("GN02");
  }

  @Test
  void takesAnEmployerOutWithItsDesafiliacionAndStillTakesTerminaciones() throws IOException {
    // Given
    control.incorporar(Cuerpos.EMPLEADOR);
    assertThat(control.resumen().empleadoresEnSat()).isEqualTo(1);

    // When
    assertThat(codigo(BAJA, "1")).isEqualTo("200");

    // Then
    assertThat(control.resumen().empleadoresEnSat()).isZero();
    assertThat(codigo(INICIO, "2")).isEqualTo("GN02");
    assertThat(codigo(PAGO, "2")).isEqualTo("GN02");
    assertThat(codigo(FIN, "2")).isEqualTo("200");
    assertThat(codigo(Servicio.AFILIACION_NO_PRIMERA_VEZ, "3")).isEqualTo("200");
    assertThat(codigo(INICIO, "2")).isEqualTo("200");
  }

  @Test
  void takesAnEmployerOutWithACausaGraveAndNotWithItsCorrection() throws IOException {
    // Given
    control.incorporar(Cuerpos.EMPLEADOR);
    Map<String, String> levantada = Cuerpos.de(GRAVE, "1");
    levantada.put("estadoReporte", "2");

    // When / Then
    assertThat(caja.reportar(GRAVE, Cuerpos.json(levantada)).codigo()).isEqualTo("200");
    assertThat(codigo(INICIO, "2")).isEqualTo("200");
    assertThat(codigo(GRAVE, "2")).isEqualTo("200");
    assertThat(codigo(INICIO, "3")).isEqualTo("GN02");
  }

  @Test
  void judgesStructureBeforeBusiness() throws IOException {
    Map<String, String> cuerpo = Cuerpos.de(PAGO, "1");
    cuerpo.put("estadoPago", "9");
    Caja.Vuelta vuelta = caja.reportar(PAGO, Cuerpos.json(cuerpo));
    assertThat(vuelta.codigo()).isEqualTo("GE36");
    assertThat(vuelta.json().path("mensaje").asText()).contains("estadoPago");
    assertThat(cuenta(PAGO).glosados()).isEqualTo(1);
  }

  @Test
  void answersTheSameShareOfAlertsInEveryRun() throws IOException {
    // Given
    control.incorporar(Cuerpos.EMPLEADOR);
    control.modo(Map.of("proporcionAlertas", 0.3));

    // When
    List<String> primera = codigos(200);
    control.reiniciar();
    control.incorporar(Cuerpos.EMPLEADOR);
    control.modo(Map.of("proporcionAlertas", 0.3));

    // Then
    assertThat(codigos(200)).isEqualTo(primera).containsOnly("200", "AN01");
    assertThat(primera.stream().filter("AN01"::equals).count()).isBetween(35L, 85L);
    assertThat(cuenta(PAGO).aceptadosConAlerta())
        .isEqualTo(primera.stream().filter("AN01"::equals).count());
    assertThat(cuenta(PAGO).aceptados()).isEqualTo(200);
  }

  @Test
  void refusesAShareForOtherBusinessReasonsAndAnswersAShareWithAnUnknownCode() throws IOException {
    // Given
    control.incorporar(Cuerpos.EMPLEADOR);
    control.modo(Map.of("proporcionGlosas", 0.3, "proporcionCodigoDesconocido", 0.3));

    // When
    List<String> codigos = codigos(200);

    // Then
    assertThat(codigos).contains("GN03", "ZZ99", "200");
    assertThat(cuenta(PAGO).aceptados()).isEqualTo(codigos.stream().filter("200"::equals).count());
    assertThat(control.libro())
        .allMatch(entrada -> entrada.aceptado() == entrada.codigo().equals("200"));
  }

  @Test
  void writesResultadoAsTextNumberOrInTurn() throws IOException {
    control.incorporar(Cuerpos.EMPLEADOR);
    control.modo(Map.of("resultado", "NUMERO"));
    assertThat(resultado("1").isIntegralNumber()).isTrue();
    control.modo(Map.of("resultado", "ALTERNO"));
    assertThat(resultado("2").isTextual()).isNotEqualTo(resultado("3").isTextual());
  }

  @Test
  void answersGlosasWithTheStatusOfTheMode() throws IOException {
    assertThat(caja.reportar(PAGO, Cuerpos.json(PAGO, "1")).estado()).isEqualTo(200);
    control.modo(Map.of("estadoDeGlosa", 400));
    Caja.Vuelta vuelta = caja.reportar(PAGO, Cuerpos.json(PAGO, "1"));
    assertThat(vuelta.estado()).isEqualTo(400);
    assertThat(vuelta.codigo()).isEqualTo("GN02");
  }

  @ParameterizedTest
  @EnumSource(Ilegible.class)
  void refusesWhatIsNoFlatJsonInUtf8(Ilegible ilegible) throws IOException {
    // When
    Caja.Vuelta vuelta = caja.reportar(PAGO, "bearer " + caja.token(PAGO), ilegible.bytes);

    // Then
    assertThat(vuelta.estado()).isEqualTo(400);
    assertThat(vuelta.campos()).containsExactly("Message");
    assertThat(control.libro())
        .singleElement()
        .satisfies(entrada -> assertThat(entrada.procesado()).isFalse());
  }

  /** Bodies that are not one flat JSON object in UTF-8. */
  enum Ilegible {
    LATIN1("{\"numeroRadicado\":\"ñ\"}".getBytes(StandardCharsets.ISO_8859_1)),
    VACIO(new byte[0]),
    TEXTO("hola".getBytes(StandardCharsets.UTF_8)),
    LISTA("[{}]".getBytes(StandardCharsets.UTF_8)),
    CORTADO("{\"numeroRadicado\":\"1\"".getBytes(StandardCharsets.UTF_8)),
    ANIDADO("{\"numeroRadicado\":{\"a\":\"1\"}}".getBytes(StandardCharsets.UTF_8)),
    SOBRANTE("{\"numeroRadicado\":\"1\"}{}".getBytes(StandardCharsets.UTF_8));

    private final byte[] bytes;

    Ilegible(byte[] bytes) {
      this.bytes = bytes;
    }
  }

  private List<String> codigos(int cuantos) throws IOException {
    String token = "bearer " + caja.token(PAGO);
    List<String> codigos = new ArrayList<>();
    for (int i = 1; i <= cuantos; i++) {
      byte[] cuerpo = Cuerpos.json(PAGO, "" + i).getBytes(StandardCharsets.UTF_8);
      codigos.add(caja.reportar(PAGO, token, cuerpo).codigo());
    }
    return codigos;
  }

  private String codigo(Servicio servicio, String radicado) throws IOException {
    return caja.reportar(servicio, Cuerpos.json(servicio, radicado)).codigo();
  }

  private JsonNode resultado(String radicado) throws IOException {
    return caja.reportar(PAGO, Cuerpos.json(PAGO, radicado)).json().path("resultado");
  }

  private ResumenDelMinisterio.DelServicio cuenta(Servicio servicio) {
    return Objects.requireNonNull(control.resumen().servicios().get(servicio.nombre()));
  }
}
