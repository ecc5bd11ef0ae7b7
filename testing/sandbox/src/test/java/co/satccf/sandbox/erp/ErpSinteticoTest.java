package co.satccf.sandbox.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.satccf.model.ServicioSat;
import co.satccf.model.evento.LectorEventos;
import co.satccf.model.evento.Lectura;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ErpSinteticoTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LectorEventos LECTOR = new LectorEventos();

  @Test
  void sameSeedGivesTheSameBytesOnEveryMachineAndDay() throws Exception {
    // Given / When
    byte[] once = ndjson(1_000, 7);
    byte[] again = ndjson(1_000, 7);
    // Then
    assertThat(again).isEqualTo(once);
    assertThat(sha256(once))
        .as("changes only with the generator, the catalogue or Datafaker: then write the new one")
        .isEqualTo("553b46a012a118145e5f1fc35c1a8caba1540340b0f631e839b996e3c8533fff");
  }

  @Test
  void anotherSeedSharesNoRadicadoIdOrBytes() {
    // Given / When
    Set<String> one = identities(500, 1);
    Set<String> other = identities(500, 2);
    // Then
    assertThat(one).isNotEmpty().doesNotContainAnyElementsOf(other);
  }

  @Test
  void hasExactlyAsManyLinesAsAskedFor() {
    for (int eventos : List.of(1, 2, 3, 17, 100, 999, 2_000)) {
      assertThat(ErpSintetico.lineas(eventos, 3)).as("%d", eventos).hasSize(eventos);
    }
  }

  @Test
  void everyLineIsOneLineOfNdjson() {
    assertThat(feed(3_000, 1))
        .allSatisfy(linea -> assertThat(linea.bytes()).doesNotContain((byte) '\n', (byte) '\r'))
        .allSatisfy(linea -> assertThat(linea.bytes()).isNotEmpty());
  }

  @Test
  void demoFeedHasEveryRarity() {
    // Given
    Set<String> cases = Expectativa.de(feed(3_000, 1).stream()).porCaso().keySet();
    // Then
    assertThat(cases)
        .containsAll(Roturas.todas().stream().map(Rotura::caso).toList())
        .contains(
            "bytes que no son UTF-8",
            "JSON cortado",
            "JSON que no es objeto",
            "tipo desconocido",
            "sin id",
            "sin source",
            "sin time",
            "time ilegible",
            "sin radicado",
            "sin documento del empleador",
            "sin data",
            "mayor de 256 KiB",
            "radicado en conflicto",
            "id en conflicto",
            "repetido",
            "repetido de cuarentena",
            "posible duplicado",
            "corrección de un glosado",
            "corrección de un pendiente",
            "corrección que llega antes que su original",
            "corrección con radicado nuevo",
            "saldo inicial",
            "trabajador antes que su empleador",
            "trabajador de un empleador que no llega al SAT",
            "terminación tras un inicio glosado",
            "inicio tras una afiliación glosada",
            "estado de pago atrasado",
            "pérdida por causa grave",
            "desafiliación",
            "desafiliación de un departamento",
            "afiliación no primera vez");
  }

  @Test
  void sharesAreThoseOfLife() {
    // Given
    Expectativa expectativa = Expectativa.de(feed(20_000, 1).stream());
    // Then workers move most, employers little
    assertThat(share(expectativa, ServicioSat.INICIO_RELACION_LABORAL)).isBetween(0.33, 0.50);
    assertThat(share(expectativa, ServicioSat.TERMINACION_RELACION_LABORAL)).isBetween(0.25, 0.42);
    assertThat(share(expectativa, ServicioSat.ESTADO_PAGO_EMPLEADOR)).isBetween(0.06, 0.20);
    assertThat(share(expectativa, ServicioSat.AFILIACION_PRIMERA_VEZ)).isBetween(0.03, 0.12);
    assertThat(share(expectativa, ServicioSat.AFILIACION_NO_PRIMERA_VEZ)).isBetween(0.005, 0.04);
    assertThat(share(expectativa, ServicioSat.DESAFILIACION)).isBetween(0.004, 0.04);
    assertThat(share(expectativa, ServicioSat.PERDIDA_AFILIACION_CAUSA_GRAVE))
        .isBetween(0.002, 0.03);
    // And most is accepted
    assertThat(expectativa.de(Esperado.ACEPTADO) / 20_000.0).isCloseTo(0.78, within(0.1));
    assertThat(expectativa.de(Esperado.REPETIDO)).isPositive();
  }

  @Test
  void keyIsTheEmployerOfTheEventAndTopicThatOfItsFamily() throws Exception {
    for (FeedLine linea : feed(2_000, 1)) {
      if (LECTOR.leer(linea.bytes(), Map.of()) instanceof Lectura.Ilegible) {
        continue;
      }
      var empleador = JSON.readTree(linea.bytes()).path("data").path("empleador");
      if (linea.esperado() != Esperado.GLOSADO_LOCAL) {
        assertThat(linea.key())
            .isEqualTo(
                empleador.path("documento").path("tipo").asText()
                    + "-"
                    + empleador.path("documento").path("numero").asText()
                    + "-"
                    + empleador.path("serialSAT").asText());
      }
      assertThat(linea.topic())
          .isEqualTo(
              linea.servicio() == null ? "sat.afiliacion" : linea.servicio().familia().topic());
    }
  }

  @Test
  void everyRadicadoButTheConflictingOnesIsUsedOnce() {
    // Given
    Map<String, Integer> uses = new HashMap<>();
    feed(3_000, 1).stream()
        .filter(
            linea ->
                linea.esperado() != Esperado.REPETIDO
                    && linea.esperado() != Esperado.CUARENTENA
                    && linea.esperado() != Esperado.CORRECCION)
        .map(linea -> LECTOR.leer(linea.bytes(), Map.of()))
        .filter(Lectura.Reportable.class::isInstance)
        .map(Lectura.Reportable.class::cast)
        .forEach(lectura -> uses.merge(lectura.reporte().radicado(), 1, Integer::sum));
    // Then
    assertThat(uses).isNotEmpty().allSatisfy((radicado, veces) -> assertThat(veces).isEqualTo(1));
  }

  @Test
  void repeatsAreByteForByteAnEarlierLine() {
    Set<String> seen = new HashSet<>();
    for (FeedLine linea : feed(3_000, 1)) {
      boolean again = !seen.add(HexFormat.of().formatHex(linea.bytes()));
      assertThat(again).as(linea.caso()).isEqualTo(linea.esperado() == Esperado.REPETIDO);
    }
  }

  @Test
  void everyDocumentTypeAndEveryClassOfBacklogComes() {
    // Given
    List<Lectura.Reportable> reportes =
        feed(10_000, 1).stream()
            .map(linea -> LECTOR.leer(linea.bytes(), Map.of()))
            .filter(Lectura.Reportable.class::isInstance)
            .map(Lectura.Reportable.class::cast)
            .toList();
    // Then
    assertThat(reportes).extracting(Lectura.Reportable::tipoRezago).contains(1, 2, 3, 4);
    assertThat(reportes)
        .extracting(r -> r.reporte().documentoEmpleador().tipo())
        .as("types of employers' documents")
        .contains("NI", "CC", "CE", "CD", "PE", "PT");
    assertThat(
            reportes.stream()
                .map(r -> r.reporte().documentoTrabajador())
                .filter(Objects::nonNull)
                .map(documento -> documento.tipo())
                .collect(Collectors.toSet()))
        .contains("CC", "TI", "RC", "CE", "CD", "PE", "PT");
  }

  private static double share(Expectativa expectativa, ServicioSat servicio) {
    return expectativa.de(servicio) / (double) expectativa.lineas();
  }

  private static List<FeedLine> feed(int eventos, long semilla) {
    return ErpSintetico.de(new FeedOptions(eventos, semilla)).stream().toList();
  }

  private static Set<String> identities(int eventos, long semilla) {
    Set<String> identities = new HashSet<>();
    for (FeedLine linea : feed(eventos, semilla)) {
      if (LECTOR.leer(linea.bytes(), Map.of()) instanceof Lectura.Reportable r) {
        identities.add(r.reporte().radicado());
        identities.add(r.id());
      }
    }
    return identities;
  }

  private static byte[] ndjson(int eventos, long semilla) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] linea : ErpSintetico.lineas(eventos, semilla)) {
      bytes.writeBytes(linea);
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
