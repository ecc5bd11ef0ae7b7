package co.satccf.transmitter.operations;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.transmitter.Eventos.desafiliacion;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import co.satccf.sandbox.identidad.IdentidadDePrueba;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import co.satccf.transmitter.dispatch.Banco;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The body of a report, shown to a person who says why. */
@QuarkusTest
class CuerpoTest {

  private static final String RADICADO = "1001";
  private static final String ULTIMO_ASIENTO =
      "select quien || '|' || accion || '|' || objeto || '|' || motivo || '|' || detalle from auditoria"
          + " order by numero desc limit 1";

  @Inject Banco banco;

  @BeforeEach
  void oneReport() throws Exception {
    banco.vaciar();
    banco.incorporar(1);
    banco.recibir(desafiliacion("e1", RADICADO, 1, "2026-11-10").con("pazYSalvo", "TAL VEZ"));
  }

  @AfterEach
  void letGo() throws SQLException {
    banco.soltar();
  }

  @Test
  void showsTheBodyAndItsFieldsByTheNamesOfTheGlosas() throws SQLException {
    consultar(RADICADO, "{\"motivo\":\"caso 7\"}")
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("version", equalTo(1))
        .body("estado", equalTo("GLOSADO"))
        .body("cuerpo", equalTo(banco.cuerpo(DESAFILIACION, RADICADO)))
        .body("campos.find { it.nombre == 'pazSalvo' }.valor", equalTo("TAL VEZ"))
        .body("campos.nombre", not(hasItem("numeroRadicado")));
  }

  @Test
  void tellsTheAuditWhoLookedAndWhyButNotWhatThereWas() throws SQLException {
    consultar(RADICADO, "{\"motivo\":\"caso 7\"}").statusCode(200);

    assertThat(banco.valor(ULTIMO_ASIENTO))
        .startsWith(
            IdentidadDePrueba.QUIEN
                + "|CONSULTA_CUERPO|reporte/Desafiliacion/"
                + RADICADO
                + "|caso 7|")
        .doesNotContain("TAL VEZ");
  }

  @Test
  void showsNothingWithoutAReasonOrToWhoMayOnlyLook() throws SQLException {
    // Given
    String antes = banco.valor("select count(*) from auditoria");
    // When / Then
    consultar(RADICADO, "{\"motivo\":\" \"}").statusCode(400);
    consultar("9999", "{\"motivo\":\"caso 7\"}").statusCode(404);
    given()
        .auth()
        .oauth2(IdentidadDePrueba.persona("carla", UsuarioDeArena.CONSULTA))
        .contentType(ContentType.JSON)
        .body("{\"motivo\":\"caso 7\"}")
        .post("/reportes/Desafiliacion/" + RADICADO + "/consultas")
        .then()
        .statusCode(403);
    assertThat(banco.valor("select count(*) from auditoria")).isEqualTo(antes);
  }

  private static ValidatableResponse consultar(String radicado, String cuerpo) {
    return given()
        .contentType(ContentType.JSON)
        .body(cuerpo)
        .post("/reportes/Desafiliacion/" + radicado + "/consultas")
        .then();
  }
}
