package co.satccf.transmitter.operations;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.Familia;
import co.satccf.model.ServicioSat;
import co.satccf.model.catalogo.Catalogos;
import co.satccf.model.contrato.Contratos;
import co.satccf.model.contrato.Glosa;
import co.satccf.model.contrato.ReglasDeContrato;
import co.satccf.model.contrato.Validacion;
import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.estado.Origen;
import co.satccf.model.evento.LectorEventos;
import co.satccf.model.evento.Lectura;
import co.satccf.model.evento.Motivo;
import co.satccf.transmitter.empleadores.EmpleadorEnSat;
import co.satccf.transmitter.outbox.Resultado;
import co.satccf.transmitter.outbox.TipoResultado;
import co.satccf.transmitter.store.ReporteIdentificado;
import co.satccf.transmitter.store.Topicos;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AsyncApiTest {

  /** The store and the relay add these to what {@link Resultado} makes. */
  private static final List<String> ADDED = List.of("revision", "secuencia", "instante");

  private static final Glosa GLOSA = new Glosa("campo", "GE02", "mensaje");

  private final LectorEventos lector = new LectorEventos();
  private final Contratos contratos =
      new Contratos(Catalogos.predeterminados(), ReglasDeContrato.ninguna());
  private AsyncApi api;

  @BeforeEach
  void read() throws IOException {
    api = AsyncApi.read();
  }

  @Test
  void namesTheFiveTopicsWithWhoWritesAndWhoReads() {
    // Given
    Set<String> topics =
        Arrays.stream(Familia.values()).map(Familia::topic).collect(Collectors.toSet());
    topics.add(Topicos.RESULTADOS);
    topics.add(Topicos.EMPLEADORES);
    // When, Then
    assertThat(api.messagesByTopic().keySet()).containsExactlyInAnyOrderElementsOf(topics);
    assertThat(api.channels())
        .allSatisfy(
            channel -> {
              assertThat(channel.path("x-escribe")).isNotEmpty();
              assertThat(channel.path("x-lee")).isNotEmpty();
            });
  }

  @ParameterizedTest
  @EnumSource(Familia.class)
  void namesTheEventsOfEachFamilyOnItsTopic(Familia familia) {
    // Given
    Set<String> expected =
        Arrays.stream(ServicioSat.values())
            .filter(servicio -> servicio.familia() == familia)
            .map(ServicioSat::tipoEvento)
            .collect(Collectors.toCollection(TreeSet::new));
    if (familia == Familia.AFILIACION) {
      expected.add(LectorEventos.EMPLEADOR_INCORPORADO);
    }
    // When, Then
    assertThat(types(familia.topic())).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @EnumSource(ServicioSat.class)
  void asksTheErpForTheFieldsOfTheContractAndNoOther(ServicioSat servicio) {
    // Given
    Set<String> contract =
        contratos.campos(servicio).stream()
            .map(campo -> campo.ruta())
            .filter(ruta -> ruta.startsWith("data."))
            .collect(Collectors.toSet());
    // When
    Set<String> documented = api.leaves("data", api.schema("Datos" + servicio.nombre()));
    // Then
    assertThat(documented).containsExactlyInAnyOrderElementsOf(contract);
  }

  @ParameterizedTest
  @EnumSource(ServicioSat.class)
  void givesAnExampleThatIsTakenInWithoutGlosa(ServicioSat servicio) {
    // Given
    JsonNode example = example(servicio.nombre());
    // When
    Lectura lectura = lector.leer(bytes(example), Map.of());
    // Then
    assertThat(lectura).isInstanceOf(Lectura.Reportable.class);
    Lectura.Reportable reportable = (Lectura.Reportable) lectura;
    assertThat(reportable.reporte().servicio()).isEqualTo(servicio);
    assertThat(contratos.validar(reportable.reporte()))
        .isEqualTo(new Validacion(List.of(), List.of()));
  }

  @Test
  void givesAnExampleOfAnEmployerInSatAlready() {
    assertThat(lector.leer(bytes(example("EmpleadorIncorporado")), Map.of()))
        .isInstanceOf(Lectura.Incorporado.class);
  }

  @Test
  void namesEveryKindOfOutcome() {
    assertThat(types(Topicos.RESULTADOS))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(TipoResultado.values()).map(TipoResultado::tipoEvento).toList());
  }

  @Test
  void describesAnOutcomeAsItIsMade() {
    // Given
    ObjectNode data =
        Resultado.de(
            new ReporteIdentificado(
                1,
                ServicioSat.DESAFILIACION,
                "R-1",
                UUID.randomUUID(),
                "k1:empleador",
                null,
                "05",
                4,
                "/erp",
                "1",
                Instant.EPOCH,
                Instant.EPOCH),
            new Resultado.Situacion(
                EstadoReporte.GLOSADO,
                Bloqueo.REPORTE_ANTERIOR,
                Origen.SAT,
                "GE02",
                "mensaje",
                List.of(GLOSA),
                1,
                1));
    // When
    JsonNode documented = api.schema("DatosResultado");
    // Then
    assertThat(AsyncApi.texts(documented.path("required")))
        .containsExactlyInAnyOrderElementsOf(withAdded(data, ADDED));
    assertThat(documented.path("properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(
            withAdded(data, List.of("revision", "secuencia", "instante", "estadoReporte")));
    assertThat(documented.at("/properties/glosas/items/properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(names(Glosa.class));
  }

  @Test
  void describesAQuarantineAsItIsMade() {
    // Given
    ObjectNode data =
        Resultado.cuarentena(
            "sat.afiliacion", 0, 0, null, null, List.of(new Motivo("codigo", "mensaje")));
    // When
    JsonNode documented = api.schema("DatosCuarentena");
    // Then
    assertThat(AsyncApi.texts(documented.path("required")))
        .containsExactlyInAnyOrderElementsOf(withAdded(data, List.of("secuencia", "instante")));
    assertThat(documented.path("properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(withAdded(data, List.of("secuencia", "instante")));
    assertThat(documented.at("/properties/motivos/items/properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(names(Motivo.class));
  }

  @Test
  void namesTheConstantsOfTheCode() {
    // Given
    JsonNode resultado = api.schema("DatosResultado").path("properties");
    // When, Then
    assertThat(AsyncApi.texts(resultado.at("/estado/enum")))
        .isEqualTo(constants(EstadoReporte.class));
    assertThat(AsyncApi.texts(resultado.at("/bloqueo/enum")))
        .isEqualTo(nullable(constants(Bloqueo.class)));
    assertThat(AsyncApi.texts(resultado.at("/origen/enum")))
        .isEqualTo(nullable(constants(Origen.class)));
    assertThat(AsyncApi.texts(resultado.at("/servicio/enum")))
        .isEqualTo(Arrays.stream(ServicioSat.values()).map(ServicioSat::nombre).toList());
  }

  @Test
  void describesTheRegisterAsItIsRead() {
    // Given
    JsonNode documented = api.schema("EmpleadorEnSat");
    // When, Then
    assertThat(documented.path("properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(names(EmpleadorEnSat.class));
    assertThat(AsyncApi.texts(documented.at("/properties/estado/enum")))
        .isEqualTo(constants(EmpleadorEnSat.Estado.class));
  }

  private Set<String> types(String topic) {
    Set<String> types = new TreeSet<>();
    api.messagesByTopic()
        .getOrDefault(topic, Map.of())
        .values()
        .forEach(m -> types.addAll(api.types(m)));
    return types;
  }

  private JsonNode example(String message) {
    return api.message(message).at("/examples/0/payload");
  }

  private static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> withAdded(ObjectNode data, List<String> added) {
    List<String> keys = new ArrayList<>(added);
    data.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static List<String> names(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  private static <E extends Enum<E>> List<String> constants(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
  }

  private static List<String> nullable(List<String> constants) {
    List<String> all = new ArrayList<>(constants);
    all.add("null");
    return all;
  }
}
