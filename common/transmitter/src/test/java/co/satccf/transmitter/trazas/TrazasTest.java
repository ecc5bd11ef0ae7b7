package co.satccf.transmitter.trazas;

import static co.satccf.model.estado.EstadoReporte.ACEPTADO;
import static co.satccf.transmitter.Escenario.hasta;
import static io.opentelemetry.api.trace.SpanKind.CLIENT;
import static io.opentelemetry.api.trace.SpanKind.CONSUMER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import co.satccf.sandbox.infra.InfraDePrueba;
import co.satccf.sandbox.ministerio.EntradaDelLibro;
import co.satccf.sandbox.ministerio.Falla;
import co.satccf.sandbox.ministerio.Fallas;
import co.satccf.sandbox.ministerio.TipoFalla;
import co.satccf.transmitter.Escenario;
import co.satccf.transmitter.Hecho;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the header of the ERP's event to the call to SAT, as an exporter sees it. */
@QuarkusTest
class TrazasTest {

  private static final String TRAZA = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String DEL_ERP = "00f067aa0ba902b7";
  private static final String CABECERA = "00-%s-%s-01".formatted(TRAZA, DEL_ERP);

  @Inject Escenario escenario;

  private final InMemorySpanExporter exportados = InMemorySpanExporter.create();

  @BeforeEach
  void begin() {
    escenario.empezar();
    QuarkusMock.installMockForType(
        new Trazas(
            OpenTelemetrySdk.builder()
                .setTracerProvider(
                    SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(exportados))
                        .build())
                .build()),
        Trazas.class);
  }

  @AfterEach
  void end() {
    escenario.terminar();
  }

  @Test
  void theCallStandsInTheTraceOfTheEventHoweverOftenItIsMade() {
    // Given a Ministry whose first answer is lost before it can have read anything
    InfraDePrueba.ministerio().fallas(Fallas.con(Falla.http(503).enLasSiguientes(1)));
    Hecho hecho = Hecho.primeraVez();
    // When
    publicar(hecho, CABECERA);
    escenario.espera(hecho, ACEPTADO);
    // Then
    hasta(() -> assertThat(exportados.getFinishedSpanItems()).hasSize(3));
    List<SpanData> spans = exportados.getFinishedSpanItems();
    assertThat(spans)
        .allMatch(span -> span.getTraceId().equals(TRAZA))
        .allMatch(span -> span.getParentSpanId().equals(DEL_ERP));
    assertThat(de(spans, "recibir").getKind()).isEqualTo(CONSUMER);
    assertThat(de(spans, "recibir").getAttributes().get(Trazas.TOPICO)).isEqualTo(Escenario.TOPICO);
    assertThat(spans)
        .filteredOn(span -> span.getKind() == CLIENT)
        .allMatch(span -> span.getName().equals("enviar AfiliacionPrimeraVez"))
        .extracting(
            span -> span.getAttributes().get(Trazas.INTENTO),
            span -> span.getAttributes().get(Trazas.HTTP),
            span -> span.getAttributes().get(Trazas.VEREDICTO))
        .containsExactlyInAnyOrder(tuple(1L, 503L, "REINTENTABLE"), tuple(2L, 200L, "ACEPTADO"));
  }

  @Test
  void noAttributeTellsOfAnybody() {
    // Given
    Hecho hecho = Hecho.primeraVez();
    // When
    publicar(hecho, CABECERA);
    escenario.espera(hecho, ACEPTADO);
    hasta(() -> assertThat(exportados.getFinishedSpanItems()).hasSize(2));
    // Then
    Set<String> nombres =
        exportados.getFinishedSpanItems().stream()
            .flatMap(span -> span.getAttributes().asMap().keySet().stream())
            .map(Object::toString)
            .collect(Collectors.toSet());
    assertThat(nombres)
        .isSubsetOf(
            "messaging.destination.name",
            "messaging.destination.partition.id",
            "messaging.kafka.offset",
            "sat.servicio",
            "sat.intento",
            "sat.version",
            "sat.veredicto",
            "http.response.status_code");
    assertThat(exportados.getFinishedSpanItems().toString())
        .doesNotContain(hecho.empleador(), hecho.radicado());
  }

  @Test
  void theMinistryIsToldNothingOfIt() {
    // Given
    Hecho hecho = Hecho.primeraVez();
    // When
    publicar(hecho, CABECERA);
    escenario.espera(hecho, ACEPTADO);
    // Then there is a trace, and it stays here
    hasta(() -> assertThat(exportados.getFinishedSpanItems()).hasSize(2));
    assertThat(escenario.libro(hecho)).extracting(EntradaDelLibro::traza).containsExactly("");
  }

  @Test
  void aHeaderThatIsNoTraceIsNotKeptAndAnEventWithoutOneBeginsItsOwn() {
    // Given
    Hecho torcido = Hecho.primeraVez();
    Hecho sin = Hecho.primeraVez();
    // When
    publicar(torcido, "cualquier cosa");
    escenario.publicar(sin);
    escenario.espera(torcido, ACEPTADO);
    escenario.espera(sin, ACEPTADO);
    // Then
    hasta(() -> assertThat(exportados.getFinishedSpanItems()).hasSize(2));
    assertThat(exportados.getFinishedSpanItems())
        .allMatch(span -> span.getKind() == CLIENT)
        .noneMatch(span -> span.getParentSpanContext().isValid());
    assertThat(escenario.numero("select count(*) from cuerpo where traceparent is not null"))
        .isZero();
  }

  @Test
  void aCallWithoutAnAnswerIsAnError() {
    // Given
    InfraDePrueba.ministerio()
        .fallas(Fallas.con(Falla.de(TipoFalla.REINICIO_ANTES).enLasSiguientes(1)));
    Hecho hecho = Hecho.primeraVez();
    // When
    publicar(hecho, CABECERA);
    // Then
    hasta(
        () ->
            assertThat(exportados.getFinishedSpanItems())
                .anyMatch(span -> span.getStatus().getStatusCode() == StatusCode.ERROR));
  }

  @Test
  void whenOffWhatTheErpSaidOfItselfIsKeptAndNothingIsToldToWhoeverIsCalled() {
    // Given
    QuarkusMock.installMockForType(new Trazas(OpenTelemetry.noop()), Trazas.class);
    Hecho hecho = Hecho.primeraVez();
    // When
    publicar(hecho, CABECERA);
    escenario.espera(hecho, ACEPTADO);
    // Then
    assertThat(
            escenario.numero(
                "select count(*) from cuerpo where traceparent = '%s'".formatted(CABECERA)))
        .isOne();
    assertThat(exportados.getFinishedSpanItems()).isEmpty();
  }

  private void publicar(Hecho hecho, String traceparent) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            Escenario.TOPICO, ("NI-" + hecho.empleador() + "-0").getBytes(UTF_8), hecho.bytes());
    record.headers().add("traceparent", traceparent.getBytes(UTF_8));
    escenario.enviar(List.of(record));
  }

  private static SpanData de(List<SpanData> spans, String nombre) {
    return spans.stream().filter(s -> s.getName().equals(nombre)).findFirst().orElseThrow();
  }
}
