package co.satccf.model.contrato;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.azar.Propiedad;
import co.satccf.model.azar.Textos;
import co.satccf.model.catalogo.Catalogos;
import co.satccf.model.reporte.Reporte;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.Test;

/** Whatever a report says, its contract answers, and its body says what the report does. */
class ReportesAlAzarTest {
  private static final Contratos CONTRATOS =
      new Contratos(Catalogos.predeterminados(), ReglasDeContrato.ninguna());
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int HOJAS = 40;

  @Test
  void answersForAnyReport() {
    Propiedad.paraTodo("reports", 6_000, reportes(), ReportesAlAzarTest::tieneRespuesta);
  }

  @Test
  void writesTheBodyOfAnyReport() {
    Propiedad.paraTodo("bodies", 3_000, reportes(), ReportesAlAzarTest::diceLoSuyo);
  }

  private static void tieneRespuesta(Reporte reporte) {
    var validacion = CONTRATOS.validar(reporte);
    var hallazgos =
        Stream.of(validacion.glosas(), validacion.advertencias()).flatMap(List::stream).toList();
    var campos = CONTRATOS.campos(reporte.servicio()).stream().map(Campo::nombreEnCable).toList();
    assertThat(hallazgos).extracting(Glosa::campo).doesNotHaveDuplicates().isSubsetOf(campos);
    for (var hallazgo : hallazgos) {
      assertThat(hallazgo.codigo()).matches("(GE|LOC)[0-9]+");
      assertThat(hallazgo.mensaje()).isNotBlank().endsWith(".").doesNotContain(Textos.PERSONAL);
    }
  }

  private static void diceLoSuyo(Reporte reporte) {
    var cuerpo = CONTRATOS.cuerpo(reporte);
    var leido = leer(cuerpo);
    assertThat(leido.properties()).hasSameSizeAs(CONTRATOS.campos(reporte.servicio()));
    assertThat(leido).allMatch(JsonNode::isTextual);
    if (CONTRATOS.validar(reporte).cumple()) {
      assertThat(new String(cuerpo.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
          .isEqualTo(cuerpo);
    }
  }

  private static JsonNode leer(String cuerpo) {
    try {
      return JSON.readTree(cuerpo);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON", e);
    }
  }

  /** Any of the seven, every text of it any text. */
  private static Arbitrary<Reporte> reportes() {
    var tipos = Contratos.tablas().stream().<Class<? extends Reporte>>map(Tabla::tipo).toList();
    return Arbitraries.of(tipos)
        .flatMap(
            tipo ->
                Textos.cualquiera()
                    .list()
                    .ofSize(HOJAS)
                    .map(textos -> tipo.cast(de(tipo, textos.iterator()))));
  }

  private static Object de(Class<?> tipo, Iterator<String> textos) {
    if (tipo.equals(String.class)) {
      return textos.next();
    }
    try {
      var componentes = tipo.getRecordComponents();
      Constructor<?> constructor =
          tipo.getDeclaredConstructor(
              Arrays.stream(componentes).map(RecordComponent::getType).toArray(Class[]::new));
      return constructor.newInstance(
          Arrays.stream(componentes).map(componente -> de(componente.getType(), textos)).toArray());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("a report is a record of texts and of such records", e);
    }
  }
}
