package co.satccf.reporting.cargas;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.reporting.Resultados;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LlaveroDeCargasTest {

  @Inject Resultados base;
  @Inject LlaveroDeCargas llavero;

  @BeforeEach
  void anUploadUnderAKeyThatIsGone() {
    base.ejecutar(
        """
        WITH c AS (
          INSERT INTO carga (nombre, estado, creada_por, huella) VALUES ('perdida', 'REVISADA', 'luz', 'h') RETURNING id)
        INSERT INTO carga_trozo (carga, numero, familia, lineas, clave, contenido)
        SELECT id, n, 'NOVEDADES', 1, 'k9', '' FROM c, generate_series(1, 2) n""");
  }

  @AfterEach
  void forgetIt() {
    base.ejecutar("DELETE FROM carga WHERE nombre = 'perdida'");
  }

  @Test
  void tellsOfKeysThatTheRingHasAndThatItLacks() {
    // When
    llavero.contar();
    // Then
    assertThat(given().get("/q/metrics").then().statusCode(200).extract().asString().lines())
        .contains(
            "sat_cifrado_pendientes{clave=\"k9\",en_llavero=\"false\",tabla=\"carga_trozo\"} 2.0",
            "sat_cifrado_pendientes{clave=\"k1\",en_llavero=\"true\",tabla=\"carga_trozo\"} 0.0",
            "sat_archivo_ilegible{archivo=\"llavero\"} 0.0");
  }
}
