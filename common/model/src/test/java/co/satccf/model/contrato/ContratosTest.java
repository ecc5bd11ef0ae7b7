package co.satccf.model.contrato;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.Eventos;
import co.satccf.model.ServicioSat;
import co.satccf.model.catalogo.Catalogos;
import co.satccf.model.contrato.Presencia.Exigencia;
import co.satccf.model.evento.Lectura.Reportable;
import co.satccf.model.reporte.Reporte;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ContratosTest {
  private static final Contratos CONTRATOS =
      new Contratos(Catalogos.predeterminados(), ReglasDeContrato.ninguna());

  @ParameterizedTest
  @EnumSource
  void acceptsTheValidReportOfEachService(ServicioSat servicio) {
    assertThat(CONTRATOS.validar(Eventos.reporte(Eventos.valido(servicio))))
        .isEqualTo(new Validacion(List.of(), List.of()));
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "AFILIACION_PRIMERA_VEZ",
        "AFILIACION_NO_PRIMERA_VEZ",
        "PERDIDA_AFILIACION_CAUSA_GRAVE"
      })
  void acceptsTheValidReportOfANaturalPerson(ServicioSat servicio) {
    assertThat(CONTRATOS.validar(Eventos.reporte(Eventos.natural(servicio))).glosas()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void readsEachFieldFromThePathItsTableTells(ServicioSat servicio) {
    for (var campo : CONTRATOS.campos(servicio)) {
      // Given
      var evento = Eventos.con(Eventos.valido(servicio), campo.ruta(), "7531");

      // When
      var valor = leer(campo, Eventos.reporte(evento));

      // Then
      assertThat(valor).as(campo.nombre()).isEqualTo("7531");
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesUnreadableCharactersInEveryFieldButTheIdentity(ServicioSat servicio) {
    for (var campo : CONTRATOS.campos(servicio)) {
      if (!campo.ruta().equals("radicado")
          && !campo.ruta().startsWith("data.empleador.documento")
          && !campo.nombre().equals("serialSAT")) {
        for (var malo : List.of("a\u0000b", "a\uD800b", "a\uFFFDb", "a\tb", "a\u0085b")) {
          // Given
          var evento = Eventos.con(Eventos.valido(servicio), campo.ruta(), malo);

          // When
          var reporte = Eventos.reporte(evento);

          // Then
          assertThat(CONTRATOS.validar(reporte).glosas())
              .as(campo.nombre())
              .anySatisfy(glosa -> assertThat(glosa.campo()).isEqualTo(campo.nombreEnCable()));
          assertThat(CONTRATOS.cuerpo(reporte)).doesNotContain("\\u0000");
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void neverTellsTheValueInAGlosa(ServicioSat servicio) {
    for (var campo : CONTRATOS.campos(servicio)) {
      var secreto = "Q7Z" + "9X".repeat(campo.longitud());
      var evento = Eventos.con(Eventos.valido(servicio), campo.ruta(), secreto);
      if (Eventos.leer(evento) instanceof Reportable leido) {
        assertThat(CONTRATOS.validar(leido.reporte()).glosas())
            .as(campo.nombre())
            .isNotEmpty()
            .allSatisfy(glosa -> assertThat(glosa.toString()).doesNotContain("Q7Z", "9X"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void glosesEveryDemandedFieldOfAnEmptyReport(ServicioSat servicio) {
    // Given: an event with nothing but who the employer is
    var evento = Eventos.valido(servicio);
    var documento = evento.path("data").path("empleador").path("documento").deepCopy();
    evento.putObject("data").putObject("empleador").set("documento", documento);

    // When
    var glosas = CONTRATOS.validar(Eventos.reporte(evento)).glosas();

    // Then
    var presentes =
        List.of("radicado", "data.empleador.documento.tipo", "data.empleador.documento.numero");
    var exigidos =
        CONTRATOS.campos(servicio).stream()
            .filter(campo -> campo.presencia().exigencia() == Exigencia.SIEMPRE)
            .filter(campo -> campo.presencia().porDefecto().isEmpty())
            .filter(campo -> !presentes.contains(campo.ruta()))
            .map(Campo::nombreEnCable)
            .toList();
    assertThat(glosas).extracting(Glosa::campo).containsAll(exigidos);
    assertThat(glosas).allSatisfy(glosa -> assertThat(glosa.mensaje()).startsWith("Falta "));
  }

  @Test
  void warnsOfAMunicipalityDivipolaDoesNotHave() {
    // Given
    var evento = Eventos.valido(ServicioSat.AFILIACION_PRIMERA_VEZ);
    Eventos.con(evento, "data.ubicacion.municipio", "998");

    // When
    var validacion = CONTRATOS.validar(Eventos.reporte(evento));

    // Then
    assertThat(validacion.cumple()).isTrue();
    assertThat(validacion.advertencias())
        .containsExactly(
            new Glosa(
                "municipio", "GE20", "El municipio no figura en DIVIPOLA para ese departamento."));
  }

  @Test
  void warnsOfAMunicipalityThatBelongsToAnotherDepartamento() {
    // Given: 76-111 is Buga; Antioquia has no 111
    var evento = Eventos.valido(ServicioSat.INICIO_RELACION_LABORAL);
    Eventos.con(evento, "data.ubicacion.departamento", "05");
    Eventos.con(evento, "data.ubicacion.municipio", "111");

    // When
    var validacion = CONTRATOS.validar(Eventos.reporte(evento));

    // Then
    assertThat(validacion.cumple()).isTrue();
    assertThat(validacion.advertencias()).extracting(Glosa::codigo).containsExactly("GE20");
  }

  @Test
  void saysInSpanishWhatIsMissingAndWhatIsTooMuch() {
    // Given
    var evento = Eventos.valido(ServicioSat.AFILIACION_PRIMERA_VEZ);
    Eventos.con(evento, "data.empleador.razonSocial", null);
    Eventos.con(evento, "data.empleador.primerNombre", "Luis");
    Eventos.con(evento, "data.contacto.telefono", "300-123");
    Eventos.con(evento, "data.empleador.documento.numero", "12345678901");

    // When
    var glosas = CONTRATOS.validar(Eventos.reporte(evento)).glosas();

    // Then
    assertThat(glosas)
        .extracting(Glosa::mensaje)
        .containsExactly(
            "El número de documento del empleador no tiene la forma que pide su tipo de"
                + " documento.",
            "Sobra el primer nombre del empleador, según el tipo de persona.",
            "Falta la razón social, según el tipo de persona.",
            "El número de teléfono debe ser solo dígitos.");
  }

  @Test
  void doesNotDragOtherFieldsAlongWithAnUnknownTypeOfPerson() {
    // Given
    var evento =
        Eventos.con(
            Eventos.valido(ServicioSat.AFILIACION_PRIMERA_VEZ), "data.empleador.tipoPersona", "X");

    // When / Then
    assertThat(CONTRATOS.validar(Eventos.reporte(evento)).glosas())
        .extracting(Glosa::campo)
        .containsExactly("tipoPersona");
  }

  @ParameterizedTest(name = "{0} {1} -> {2}")
  @CsvSource({
    "NI, 1, true",
    "NI, 123456789, true",
    "NI, 1234567890, false",
    "NI, 90012345A, false",
    "CC, 1, true",
    "CC, 1234567890, true",
    "CC, 12345678901, false",
    "CE, A, true",
    "CE, 1234567890123456, true",
    "CE, 12-34, false",
    "CD, 123456789012345, true",
    "CD, 1234567890123456, false",
    "PE, 123456789012345, true",
    "PE, 12345678901234, false",
    "PT, 1234567, true",
    "PT, 12345678, true",
    "PT, 123456789, false"
  })
  void takesTheWiderLengthOfEachDocumentType(String tipo, String numero, boolean admitido) {
    // Given
    var evento = Eventos.valido(ServicioSat.ESTADO_PAGO_EMPLEADOR);
    Eventos.con(evento, "data.empleador.documento.tipo", tipo);
    Eventos.con(evento, "data.empleador.documento.numero", numero);

    // When / Then
    assertThat(CONTRATOS.validar(Eventos.reporte(evento)).cumple()).isEqualTo(admitido);
  }

  @ParameterizedTest(name = "{0} {1} -> {2}")
  @CsvSource({
    "TI, 10000000001, true",
    "TI, 100000000012, false",
    "RC, 12345678, true",
    "RC, 123456789012, false",
    "CC, 1000000005, true",
    "PT, 12345678, true",
    "NI, 900123456, false"
  })
  void takesOfAWorkerTheDocumentsAWorkerMayHave(String tipo, String numero, boolean admitido) {
    // Given
    var evento = Eventos.valido(ServicioSat.TERMINACION_RELACION_LABORAL);
    Eventos.con(evento, "data.trabajador.documento.tipo", tipo);
    Eventos.con(evento, "data.trabajador.documento.numero", numero);

    // When / Then
    assertThat(CONTRATOS.validar(Eventos.reporte(evento)).cumple()).isEqualTo(admitido);
  }

  @Test
  void tellsOutsideTheBodyOnlyValuesOfAKnownShape() {
    // Given
    var evento = Eventos.valido(ServicioSat.INICIO_RELACION_LABORAL);
    Eventos.con(evento, "data.ubicacion.departamento", "Antioquia");
    Eventos.con(evento, "data.fechaInicio", "ayer");
    Eventos.con(evento, "data.trabajador.documento.numero", null);

    // When
    var reporte = Eventos.reporte(evento);

    // Then
    assertThat(reporte.departamento()).isNull();
    assertThat(reporte.fechaHecho()).isNull();
    assertThat(reporte.documentoTrabajador()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void showsNoPersonalDataInItsText(ServicioSat servicio) {
    assertThat(Eventos.leer(Eventos.valido(servicio)).toString())
        .doesNotContain("900123456", "10000000", "Prueba", "ejemplo.co", "1750905");
  }

  private static <R extends Reporte> String leer(Campo<R> campo, Reporte reporte) {
    @SuppressWarnings("unchecked")
    var propio = (R) reporte;
    return campo.lector().apply(propio);
  }
}
