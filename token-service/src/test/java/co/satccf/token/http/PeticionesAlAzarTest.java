package co.satccf.token.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.azar.PeticionesAlAzar;
import co.satccf.token.prueba.Llamada;
import co.satccf.token.prueba.Llamada.Resultado;
import co.satccf.token.prueba.TokenServiceTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Whatever is asked, it is answered with sense or with a reason. */
@QuarkusTest
class PeticionesAlAzarTest extends TokenServiceTest {

  private static final long SEMILLA = Long.getLong("azar.semilla", 20_261_121L);
  private static final int VECES = 300 * Integer.getInteger("azar.factor", 1);
  private static final String SECRETO = "Q7Zk9";
  private static final List<String> SERVICIOS =
      List.of(
          "Desafiliacion", "desafiliacion", "Desafiliacion%00", "", "..", "%C3%B1", "%FF", "a%2Fb");
  private static final List<String> CUERPOS =
      List.of(
          "{\"huella\":\"0123456789abcdef\"}",
          "{\"huella\":\"0123456789ABCDEF\"}",
          "{\"huella\":\"Q7Zk9\"}",
          "{\"huella\":null}",
          "{\"huella\":1e99999999999}",
          "{\"huella\":[\"Q7Zk9\"]}",
          "{\"huella\":{\"Q7Zk9\":1}}",
          "{\"huella\":\"\\u0000\"}",
          "{\"huella\":\"\\ud800\"}",
          "{\"Q7Zk9\":1}",
          "[]",
          "null",
          "Q7Zk9",
          "",
          "{",
          "\"",
          "\uFEFF{}",
          "[".repeat(3_000),
          "{\"huella\":" + "9".repeat(3_000) + "}",
          "{\"huella\":\"" + "Q7Zk9".repeat(3_000) + "\"}");

  /** A synthetic one. */
  private static final String LLAVE =
      "-----BEGIN PUBLIC KEY-----\\n"
          + "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE="
          + "\\n-----END PUBLIC KEY-----";

  @TestHTTPResource("/")
  URI servicio;

  // Not @TestHTTPResource(management = true): it does not know a port that a test resource chose.
  @ConfigProperty(name = "quarkus.management.test-port")
  int gestion;

  @Test
  void answersEveryRequestWithSenseOrWithAReason() {
    System.out.printf("azar.semilla=%d, %d requests%n", SEMILLA, VECES);
    Random azar = new Random(SEMILLA);
    for (int i = 0; i < VECES; i++) {
      // Given
      String servicio = uno(azar, SERVICIOS);
      String cuerpo = uno(azar, CUERPOS);
      // When
      Resultado resultado =
          azar.nextBoolean()
              ? Llamada.get("/tokens/" + servicio)
              : Llamada.post("/tokens/" + servicio + "/rechazos", cuerpo);
      // Then
      if (resultado.estado() != 200) {
        assertThat(resultado.estado()).as(servicio + " " + cuerpo).isBetween(400, 499);
        assertThat(resultado.cabecera("Content-Type")).startsWith("application/problem+json");
        assertThat(resultado.cuerpo().getInteger("status")).isEqualTo(resultado.estado());
        assertThat(resultado.cuerpo().getString("detail")).isNotBlank();
        assertThat(resultado.codigo()).isNotBlank();
        assertThat(resultado.respuesta().body()).doesNotContain(SECRETO);
      }
    }
  }

  @Test
  void soDoTheDoorsForPeople() throws Exception {
    // When
    var balance =
        new PeticionesAlAzar(
                servicio,
                gestion,
                Map.of(
                    "nombre", List.of("Desafiliacion", "Otro", "Notificaciones"),
                    "If-Match", List.of("\"1\"", "\"2\"", "\"3\""),
                    "direccion", List.of("https://a.example/r"),
                    "url", List.of("https://127.0.0.1:9/r"),
                    "documentacion", List.of("https://a.example/d"),
                    "llavePublica", List.of(LLAVE),
                    "numeroDocumento", List.of("1030000001", "1030000002"),
                    "dia", List.of("2026-11-10"),
                    "paso", List.of("ACTUALIZACION_SOLICITADA", "CORREO_CONFIRMADO")))
            .pedir(700, ruta -> !ruta.startsWith("/tokens") && !ruta.startsWith("/credenciales"));

    // Then
    assertThat(balance.fallas()).isEmpty();
    // It came past the first checks; which of the rarer answers it draws changes with every new
    // operation.
    assertThat(balance.estados()).containsKeys(200, 201, 400, 404, 409);
  }

  private static String uno(Random azar, List<String> de) {
    return de.get(azar.nextInt(de.size()));
  }
}
