package co.satccf.sandbox.caos;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.ministerio.EntradaDelLibro;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrdenTest {

  private static byte[] evento(String radicado, String mas) {
    return """
        {"type":"co.satccf.novedades.estado-pago.v1","radicado":"%s"%s}"""
        .formatted(radicado, mas)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static EntradaDelLibro llamada(String empleador, String radicado) {
    String cuerpo =
        """
        {"tipoDocumentoEmpleador":"NI","numeroDocumentoEmpleador":"%s","serialSAT":"0"}"""
            .formatted(empleador);
    return new EntradaDelLibro(
        0,
        "EstadoPagoEmpleador",
        "",
        radicado,
        cuerpo,
        "200",
        "200",
        200,
        true,
        true,
        "",
        "",
        "",
        "");
  }

  private static final List<byte[]> LINEAS = List.of(evento("R1", ""), evento("R2", ""));

  @Test
  void namesTheReportThatCameAfterALaterOneOfItsKey() {
    assertThat(new Orden(LINEAS).adelantados(Stream.of(llamada("1", "R2"), llamada("1", "R1"))))
        .containsExactly("EstadoPagoEmpleador R1");
  }

  @Test
  void keysGoInAnyOrderAndARepeatIsNoNewFact() {
    assertThat(
            new Orden(LINEAS)
                .adelantados(
                    Stream.of(
                        llamada("2", "R2"),
                        llamada("1", "R1"),
                        llamada("2", "R2"),
                        llamada("1", "R1"))))
        .isEmpty();
    assertThat(
            new Orden(LINEAS)
                .adelantados(Stream.of(llamada("1", "R1"), llamada("1", "R2"), llamada("1", "R1"))))
        .isEmpty();
  }

  @Test
  void leavesOutWhatACorrectionNames() {
    // Given R3, which takes the place of R1
    List<byte[]> lineas =
        List.of(evento("R1", ""), evento("R2", ""), evento("R3", ",\"corrige\":\"R1\""));
    // Then
    assertThat(new Orden(lineas).adelantados(Stream.of(llamada("1", "R3"), llamada("1", "R2"))))
        .isEmpty();
  }
}
