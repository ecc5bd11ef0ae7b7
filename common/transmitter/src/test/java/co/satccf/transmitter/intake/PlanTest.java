package co.satccf.transmitter.intake;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.ServicioSat;
import co.satccf.model.cifrado.Cifrado;
import co.satccf.model.evento.Lectura;
import co.satccf.model.evento.Motivo;
import co.satccf.model.huella.Sha256;
import co.satccf.model.reporte.Autorizaciones;
import co.satccf.model.reporte.Desafiliacion;
import co.satccf.model.reporte.Documento;
import co.satccf.model.reporte.EstadoPagoEmpleador;
import co.satccf.model.reporte.Reporte;
import co.satccf.transmitter.reception.Cuerpo;
import co.satccf.transmitter.reception.Entrada;
import co.satccf.transmitter.reception.Identidad;
import co.satccf.transmitter.reception.Procedencia;
import co.satccf.transmitter.reception.Radicado;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanTest {

  @Test
  void takesANewFactIn() {
    Plan plan = Plan.de(List.of(pago("e1", "1", "al día", 1)), Map.of(), Map.of(), Sha256::de);
    assertThat(plan.reportes()).hasSize(1);
    assertThat(plan.reportes().getFirst().detras()).isFalse();
  }

  @Test
  void countsARepeatWithinTheBatchAndFromBefore() {
    // Given an event that is in the store, and one that comes twice
    Entrada.Reportable known = pago("e1", "1", "al día", 1);
    Entrada.Reportable twice = pago("e2", "2", "al día", 1);
    // When
    Plan plan =
        Plan.de(
            List.of(known, twice, twice),
            Map.of(new Identidad("/erp", "e1"), known.hash()),
            Map.of(),
            Sha256::de);
    // Then
    assertThat(plan.reportes()).hasSize(1);
    assertThat(plan.repetidos())
        .isEqualTo(Map.of(new Identidad("/erp", "e1"), 1, new Identidad("/erp", "e2"), 1));
    assertThat(plan.cuarentena()).isEmpty();
  }

  @Test
  void quarantinesAnIdentityThatComesWithOtherContent() {
    Plan plan =
        Plan.de(
            List.of(pago("e1", "1", "al día", 1), pago("e1", "1", "en mora", 1)),
            Map.of(),
            Map.of(),
            Sha256::de);
    assertThat(plan.reportes()).hasSize(1);
    assertThat(motives(plan)).containsExactly("EVENTO_REPETIDO_CON_OTRO_CONTENIDO");
    assertThat(plan.cuarentena().getFirst().nueva()).isFalse();
  }

  @Test
  void quarantinesARadicadoThatStandsForAnotherFact() {
    Plan plan =
        Plan.de(
            List.of(pago("e2", "1", "en mora", 1)),
            Map.of(),
            Map.of(
                new Radicado(ServicioSat.ESTADO_PAGO_EMPLEADOR, "1"), Sha256.de(bytes("al día"))),
            Sha256::de);
    assertThat(plan.reportes()).isEmpty();
    assertThat(motives(plan)).containsExactly("RADICADO_EN_CONFLICTO");
  }

  @Test
  void aKnownFactUnderANewEventIdIsARepeat() {
    Plan plan =
        Plan.de(
            List.of(pago("e1", "1", "al día", 1), pago("e2", "1", "al día", 1)),
            Map.of(),
            Map.of(),
            Sha256::de);
    assertThat(plan.reportes()).hasSize(1);
    assertThat(plan.otrosDelMismoHecho()).hasSize(1);
    assertThat(plan.cuarentena()).isEmpty();
  }

  @Test
  void putsALaterReportOfTheSameKeyBehindTheEarlier() {
    Plan plan =
        Plan.de(
            List.of(retiro("e1", "1", 1), retiro("e2", "2", 1), retiro("e3", "3", 2)),
            Map.of(),
            Map.of(),
            Sha256::de);
    assertThat(plan.reportes())
        .extracting(Plan.NuevoReporte::detras)
        .containsExactly(false, true, false);
  }

  @Test
  void ofTheSamePaymentTimesTheOneThatCameLaterGoesOn() {
    Plan plan =
        Plan.de(
            List.of(
                pago("e1", "1", "al día", 1),
                pago("e2", "2", "en mora", 1),
                pago("e3", "3", "al día", 2)),
            Map.of(),
            Map.of(),
            Sha256::de);
    assertThat(plan.reportes())
        .extracting(Plan.NuevoReporte::sustituido)
        .containsExactly(true, false, false);
    assertThat(plan.reportes()).noneMatch(Plan.NuevoReporte::detras);
  }

  @Test
  void quarantinesWhatHasNoIdentityAsOftenAsItComes() {
    Entrada unreadable =
        new Entrada.Implazable(
            procedencia(), bytes("?"), null, List.of(new Motivo("JSON_ILEGIBLE", "No es JSON")));
    Plan plan = Plan.de(List.of(unreadable, unreadable), Map.of(), Map.of(), Sha256::de);
    assertThat(plan.cuarentena()).hasSize(2).allMatch(c -> !c.nueva());
  }

  private static List<String> motives(Plan plan) {
    return plan.cuarentena().stream()
        .flatMap(c -> c.motivos().stream())
        .map(Motivo::codigo)
        .toList();
  }

  private static Entrada.Reportable pago(
      String eventId, String radicado, String estado, long llave) {
    return reportable(
        eventId,
        new EstadoPagoEmpleador(radicado, new Documento("NI", "900000001"), "0", estado),
        estado,
        llave);
  }

  static Entrada.Reportable retiro(String eventId, String radicado, long llave) {
    Desafiliacion reporte =
        new Desafiliacion(
            radicado,
            "0",
            new Documento("NI", "900000001"),
            "0",
            "2026-11-01",
            "2026-11-02",
            "05",
            new Autorizaciones("SI", "SI"),
            "SI",
            "2026-11-01");
    return reportable(eventId, reporte, "retiro", llave);
  }

  private static Entrada.Reportable reportable(
      String eventId, Reporte reporte, String cuerpo, long llave) {
    return new Entrada.Reportable(
        procedencia(),
        bytes(reporte.radicado() + cuerpo),
        new Lectura.Reportable("/erp", eventId, Instant.EPOCH, 4, null, reporte),
        new Cuerpo(bytes(cuerpo), Sha256.de(bytes(cuerpo)), new Cifrado("k1", new byte[0])),
        List.of(),
        "k1:a",
        null,
        null,
        new UUID(0, llave),
        null,
        Instant.EPOCH);
  }

  private static Procedencia procedencia() {
    return new Procedencia("sat.novedades", 0, 0, new byte[0], Map.of());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
