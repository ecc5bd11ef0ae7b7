package co.satccf.model.contrato;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.satccf.model.Eventos;
import co.satccf.model.ServicioSat;
import co.satccf.model.catalogo.Catalogos;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReglasDeContratoTest {
  private static final ServicioSat PAGO = ServicioSat.ESTADO_PAGO_EMPLEADOR;
  private static final ServicioSat PRIMERA = ServicioSat.AFILIACION_PRIMERA_VEZ;

  @Test
  void sendsAFieldUnderItsConfiguredName() {
    // Given
    var contratos =
        con(Map.of("EstadoPagoEmpleador.numeroRadicado.nombre", "numeroRadicadoSolicitud"));
    var evento = Eventos.valido(PAGO);

    // When
    var cuerpo = contratos.cuerpo(Eventos.reporte(evento));
    var glosas = contratos.validar(Eventos.reporte(evento.put("radicado", "X1"))).glosas();

    // Then
    assertThat(cuerpo).startsWith("{\"numeroRadicadoSolicitud\":\"20261002000001\",");
    assertThat(glosas).extracting(Glosa::campo).containsExactly("numeroRadicadoSolicitud");
  }

  @Test
  void changesTheNameInOneServiceOnly() {
    // Given
    var contratos = con(Map.of("AfiliacionNoPrimeraVez.pazYSalvo.nombre", "pazSalvo"));

    // When / Then
    assertThat(
            contratos.cuerpo(
                Eventos.reporte(Eventos.valido(ServicioSat.AFILIACION_NO_PRIMERA_VEZ))))
        .contains("\"pazSalvo\":\"SI\"")
        .doesNotContain("\"pazYSalvo\"");
    assertThat(contratos.cuerpo(Eventos.reporte(Eventos.valido(ServicioSat.DESAFILIACION))))
        .contains("\"pazSalvo\":\"SI\"");
  }

  @Test
  void letsTheTaxRegistrationBeAbsent() {
    // Given
    var clave = "AfiliacionPrimeraVez.numeroMatriculaMercantil.obligatorio";
    var sinMatricula =
        Eventos.con(Eventos.valido(PRIMERA), "data.empleador.numeroMatriculaMercantil", null);
    var natural =
        Eventos.con(Eventos.natural(PRIMERA), "data.empleador.numeroMatriculaMercantil", "1");

    // When / Then
    assertThat(cumple(Map.of(), sinMatricula)).isFalse();
    assertThat(cumple(Map.of(clave, "false"), sinMatricula)).isTrue();
    assertThat(cumple(Map.of(clave, "true"), sinMatricula)).isFalse();
    assertThat(cumple(Map.of(clave, "true"), Eventos.natural(PRIMERA))).isTrue();
    assertThat(cumple(Map.of(clave, "false"), natural)).isFalse();
  }

  @Test
  void demandsAnOptionalFieldWhenToldTo() {
    // Given
    var sinNacimiento =
        Eventos.con(
            Eventos.valido(ServicioSat.INICIO_RELACION_LABORAL),
            "data.trabajador.fechaNacimiento",
            null);

    // When / Then
    assertThat(cumple(Map.of(), sinNacimiento)).isTrue();
    assertThat(
            cumple(
                Map.of("InicioRelacionLaboral.fechaNacimiento.obligatorio", "true"), sinNacimiento))
        .isFalse();
  }

  @Test
  void changesLengthAndPattern() {
    // Given
    var evento = Eventos.valido(PAGO).put("radicado", "R-000000000000000000001");

    // When / Then
    assertThat(cumple(Map.of(), evento)).isFalse();
    assertThat(
            cumple(
                Map.of(
                    "EstadoPagoEmpleador.numeroRadicado.longitud", "23",
                    "EstadoPagoEmpleador.numeroRadicado.patron", "R-[0-9]+"),
                evento))
        .isTrue();
    assertThat(
            cumple(
                Map.of(
                    "EstadoPagoEmpleador.numeroRadicado.longitud", "22",
                    "EstadoPagoEmpleador.numeroRadicado.patron", "R-[0-9]+"),
                evento))
        .isFalse();
  }

  @Test
  void turnsACatalogueIntoAWarningAndAWarningIntoAGlosa() {
    // Given
    var pago = Eventos.con(Eventos.valido(PAGO), "data.estadoPago", "9");
    var municipio = Eventos.con(Eventos.valido(PRIMERA), "data.ubicacion.municipio", "998");

    // When / Then
    assertThat(cumple(Map.of("EstadoPagoEmpleador.estadoPago.catalogo", "advertencia"), pago))
        .isTrue();
    assertThat(cumple(Map.of("AfiliacionPrimeraVez.municipio.catalogo", "glosa"), municipio))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "data.trabajador.documento.numero, numeroDocumentoTrabajador, X",
    "data.fechaInicio, fechaInicio, 2026-02-30"
  })
  void takesNothingForAWarningButWhatACatalogueHolds(String ruta, String campo, String malo) {
    // Given
    var evento = Eventos.con(Eventos.valido(ServicioSat.INICIO_RELACION_LABORAL), ruta, malo);

    // When / Then
    assertThat(
            cumple(Map.of("InicioRelacionLaboral." + campo + ".catalogo", "advertencia"), evento))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1, false", "10000, true"})
  void boundsALengthFromOneToTenThousand(String longitud, boolean cumple) {
    assertThat(
            cumple(
                Map.of("EstadoPagoEmpleador.numeroRadicado.longitud", longitud),
                Eventos.valido(PAGO)))
        .isEqualTo(cumple);
  }

  @ParameterizedTest
  @CsvSource({
    "EstadoPago.numeroRadicado.nombre, x",
    "EstadoPagoEmpleador.numeroRadicadoSolicitud.nombre, x",
    "EstadoPagoEmpleador.numeroRadicado.largo, 5",
    "EstadoPagoEmpleador.numeroRadicado, x",
    "EstadoPagoEmpleador.numeroRadicado.nombre, 1x",
    "EstadoPagoEmpleador.numeroRadicado.nombre, con espacio",
    "EstadoPagoEmpleador.numeroRadicado.nombre, SerialSat",
    "EstadoPagoEmpleador.numeroRadicado.longitud, 0",
    "EstadoPagoEmpleador.numeroRadicado.longitud, 10001",
    "EstadoPagoEmpleador.numeroRadicado.longitud, veinte",
    "EstadoPagoEmpleador.numeroRadicado.obligatorio, si",
    "EstadoPagoEmpleador.numeroRadicado.patron, [0-9",
    "EstadoPagoEmpleador.estadoPago.catalogo, error"
  })
  void stopsAtAWrongKeyOrValueNamingBoth(String clave, String valor) {
    assertThatThrownBy(() -> ReglasDeContrato.de(Map.of(clave, valor)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(clave)
        .hasMessageContaining(valor);
  }

  private static boolean cumple(Map<String, String> reglas, ObjectNode evento) {
    return con(reglas).validar(Eventos.reporte(evento)).cumple();
  }

  private static Contratos con(Map<String, String> reglas) {
    return new Contratos(Catalogos.predeterminados(), ReglasDeContrato.de(reglas));
  }
}
