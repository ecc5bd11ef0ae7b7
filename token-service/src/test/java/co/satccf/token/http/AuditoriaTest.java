package co.satccf.token.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.token.prueba.Llamada;
import co.satccf.token.prueba.Llamada.Resultado;
import co.satccf.token.prueba.TokenServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuditoriaTest extends TokenServiceTest {

  @Test
  void isReadPageByPageFromTheOldestOn() {
    // Given
    for (int version = 2; version <= 6; version++) {
      Llamada.post("/terminos/versiones", "{\"texto\":\"Texto %d\"}".formatted(version));
    }

    // When
    List<String> detalles = new ArrayList<>();
    String despues = "0";
    int paginas = 0;
    while (despues != null) {
      JsonObject pagina = Llamada.get("/auditoria?limite=2&despues=" + despues).cuerpo();
      pagina
          .getJsonArray("asientos")
          .forEach(asiento -> detalles.add(((JsonObject) asiento).getString("detalle")));
      despues =
          pagina.getValue("siguiente") == null ? null : pagina.getValue("siguiente").toString();
      paginas++;
    }

    // Then
    assertThat(detalles)
        .containsExactly("versión 2", "versión 3", "versión 4", "versión 5", "versión 6");
    assertThat(paginas).isEqualTo(3);
  }

  @Test
  void isReadByFact() {
    // Given
    Llamada.post("/terminos/versiones", "{\"texto\":\"Otras\"}");
    Llamada.post("/terminos/aceptacion", "{\"version\":2}");

    // When
    JsonObject pagina = Llamada.get("/auditoria?que=TERMINOS_ACEPTADOS").cuerpo();

    // Then
    assertThat(pagina.getJsonArray("asientos")).hasSize(1);
    JsonObject asiento = pagina.getJsonArray("asientos").getJsonObject(0);
    assertThat(asiento.getString("que")).isEqualTo("TERMINOS_ACEPTADOS");
    assertThat(asiento.getString("instante")).isEqualTo(reloj.instant().toString());
    assertThat(asiento.getString("desde")).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limite=0", "limite=501", "limite=x", "despues=-1", "que=NADA"})
  void namesTheParameterThatIsWrong(String query) {
    // When
    Resultado negado = Llamada.get("/auditoria?" + query);

    // Then
    assertThat(negado.estado()).isEqualTo(400);
    assertThat(negado.detalle()).startsWith(query.substring(0, query.indexOf('=')) + ": ");
  }
}
