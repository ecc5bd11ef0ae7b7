package co.satccf.sandbox.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JuezTest {

  @Test
  void findsNothingWrongWhereEverythingAgrees() {
    // Given one of each fate
    Casos casos =
        new Casos()
            .reporte(1, "ACEPTADO")
            .reporte(2, "ACEPTADO_CON_ALERTA")
            .reporte(3, "GLOSADO")
            .reporte(4, "PENDIENTE")
            .reporte(5, "POR_CONFIRMAR")
            .publicar(Casos.evento(1))
            .publicar("{broken")
            .enCuarentena()
            .publicar(Casos.saldo(1))
            .publicar(Casos.saldo(1));
    casos.repetidos = 2;
    casos.incorporados = 1;
    // Then
    Juez juez = casos.juez();
    assertThat(juez.perdidos()).isZero();
    assertThat(juez.dobles()).isZero();
    assertThat(casos.diferencias()).isEmpty();
    assertThat(juez.publicados(Casos.SERVICIO)).isEqualTo(6);
    assertThat(juez.repetidos(Casos.SERVICIO)).isEqualTo(1);
    assertThat(juez.enLibro(Casos.SERVICIO)).isEqualTo(2);
  }

  @Test
  void anAppliedCorrectionAddsNoReport() {
    // Given
    Casos casos = new Casos().reporte(1, "ACEPTADO").publicar(Casos.correccion(1, 7));
    casos.desenlaces.tomar(
        """
        {"type":"co.satccf.resultado.corregido.v1","data":{"servicio":"EstadoPagoEmpleador","radicado":"R1",\
        "eventoSource":"/erp","eventoId":"E7","revision":0,"estado":"PENDIENTE","departamento":null,"tipoRezago":4}}"""
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    casos.correcciones = new Conteos.Correcciones(1, 0, 0, 0, 0);
    // Then
    assertThat(casos.juez().perdidos()).isZero();
    assertThat(casos.diferencias()).isEmpty();
    assertThat(casos.juez().corregidos(Casos.SERVICIO)).isEqualTo(1);
  }

  @Test
  void missesACorrectionThatNeitherWaitsNorIsTold() {
    // Given two that have no outcome, and one that waits
    Casos casos =
        new Casos()
            .reporte(1, "ACEPTADO")
            .publicar(Casos.correccion(1, 7))
            .publicar(Casos.correccion(1, 8));
    casos.correcciones = new Conteos.Correcciones(0, 0, 0, 1, 0);
    // Then
    assertThat(casos.juez().perdidos()).isEqualTo(1);
    assertThat(casos.juez().sinRastro()).singleElement().isEqualTo(casos.publicados.getLast());
    // And none is missed when both do
    casos.correcciones = new Conteos.Correcciones(0, 0, 1, 1, 0);
    assertThat(casos.juez().perdidos()).isZero();
    assertThat(casos.diferencias()).isEmpty();
  }

  @Test
  void missesAnEventOfWhichNobodyTells() {
    // Given
    Casos casos = new Casos().reporte(1, "ACEPTADO").publicar(Casos.evento(2));
    // Then
    assertThat(casos.juez().perdidos()).isEqualTo(1);
    assertThat(casos.juez().perdidos(Casos.SERVICIO)).isEqualTo(1);
    assertThat(casos.juez().sinRastro()).singleElement().isEqualTo(casos.publicados.getLast());
  }

  @Test
  void missesAnEventAlsoWhenTheCountsHappenToAddUp() {
    // Given a lost event, and a repeat counted that was none
    Casos casos = new Casos().reporte(1, "ACEPTADO").publicar(Casos.evento(2));
    casos.repetidos = 1;
    // Then
    assertThat(casos.juez().sinCuenta()).isZero();
    assertThat(casos.juez().perdidos()).isEqualTo(1);
  }

  @Test
  void missesAnUnreadableRecordThatIsNotInQuarantine() {
    // Given
    Casos casos = new Casos().publicar("{broken").enCuarentena().publicar("{other");
    // Then
    assertThat(casos.juez().perdidos()).isEqualTo(1);
  }

  @Test
  void missesAnOpeningBalanceThatWasNotTaken() {
    // Given two employers, one counted
    Casos casos = new Casos().publicar(Casos.saldo(1)).publicar(Casos.saldo(2));
    casos.incorporados = 1;
    // Then
    assertThat(casos.juez().perdidos()).isEqualTo(1);
  }

  @Test
  void takesARepeatOfAQuarantinedLineForARepeat() {
    // Given
    Casos casos = new Casos().publicar("{broken").enCuarentena().publicar("{broken");
    casos.repetidos = 1;
    // Then
    assertThat(casos.juez().perdidos()).isZero();
    assertThat(casos.diferencias()).isEmpty();
  }

  @Test
  void missesAReportThatTheMinistryNeverTookIn() {
    // Given
    Casos casos = new Casos().reporte(1, "ACEPTADO");
    casos.libro.clear();
    // Then
    assertThat(casos.juez().noAceptadosEnLibro()).containsExactly(Casos.clave(1));
    assertThat(casos.juez().perdidos()).isEqualTo(1);
  }

  @Test
  void missesAReportTheMinistryHasAndTheSuiteTakesForGlosado() {
    // Given
    Casos casos = new Casos().reporte(1, "GLOSADO");
    casos.libro.put(Casos.clave(1), 1);
    // Then
    assertThat(casos.juez().aceptadosSinSaberlo()).containsExactly(Casos.clave(1));
    assertThat(casos.juez().perdidos()).isEqualTo(1);
  }

  @Test
  void doesNotCallLostWhatTheSuiteKnowsThatItDoesNotKnow() {
    // Given
    Casos casos = new Casos().reporte(1, "INCIERTO").reporte(2, "POR_CONFIRMAR");
    casos.libro.put(Casos.clave(1), 1);
    casos.libro.put(Casos.clave(2), 1);
    // Then
    assertThat(casos.juez().perdidos()).isZero();
    assertThat(casos.diferencias()).isEmpty();
  }

  @Test
  void countsARadicadoAcceptedTwiceAsDouble() {
    // Given
    Casos casos = new Casos().reporte(1, "ACEPTADO").reporte(2, "ACEPTADO");
    casos.libro.put(Casos.clave(2), 3);
    // Then
    assertThat(casos.juez().dobles()).isEqualTo(1);
    assertThat(casos.juez().dobles(Casos.SERVICIO)).isEqualTo(1);
    assertThat(casos.juez().perdidos()).isZero();
  }

  @Test
  void tellsWhereReportingAndLedgerDiffer() {
    // Given a reporting-service that has not seen the last outcome
    Casos casos = new Casos().reporte(1, "ACEPTADO").reporte(2, "PENDIENTE");
    var stale = casos.grupos();
    casos.estados.clear();
    casos.estados.put("ACEPTADO", 2L);
    casos.desenlace(2, "ACEPTADO");
    casos.libro.put(Casos.clave(2), 1);
    // Then
    assertThat(casos.juez().diferencias(stale))
        .anyMatch(d -> d.contains("libro del Ministerio 2, reporting-service 1"))
        .anyMatch(d -> d.contains("PENDIENTE: resultados 0, reporting-service 1"));
    assertThat(casos.diferencias()).isEmpty();
  }

  @Test
  void tellsWhenTheServicesCountMoreThanWasPublished() {
    // Given
    Casos casos = new Casos().reporte(1, "ACEPTADO");
    casos.repetidos = 1;
    // Then
    assertThat(casos.juez().perdidos()).isZero();
    assertThat(casos.diferencias())
        .containsExactly("publicados: hechos 1, cuenta de los servicios 2");
  }

  @Test
  void tellsWhenAServiceCountsWhatTheErpWasNeverTold() {
    // Given
    Casos casos = new Casos().reporte(1, "ACEPTADO");
    casos.estados.merge("GLOSADO", 1L, Long::sum);
    casos.publicar(Casos.evento(2));
    // Then
    assertThat(casos.juez().perdidos()).isEqualTo(1);
    assertThat(casos.diferencias())
        .contains(Casos.SERVICIO + " recibidos: servicio 2, resultados 1");
  }

  @Test
  void anOlderOutcomeThatComesLateChangesNothing() {
    // Given
    Casos casos = new Casos().reporte(1, "ACEPTADO");
    casos.desenlaces.tomar(
        """
        {"type":"co.satccf.resultado.recibido.v1","data":{"servicio":"EstadoPagoEmpleador","radicado":"R1",
        "eventoSource":"/erp","eventoId":"E1","revision":0,"estado":"PENDIENTE","tipoRezago":4}}
        """
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    // Then
    assertThat(casos.juez().perdidos()).isZero();
    assertThat(casos.desenlaces.reportes().get(Casos.clave(1)))
        .extracting(Desenlaces.Desenlace::estado)
        .isEqualTo("ACEPTADO");
  }
}
