package co.satccf.transmitter.operations;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.model.estado.EstadoReporte.PENDIENTE;
import static co.satccf.transmitter.Eventos.desafiliacion;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import co.satccf.transmitter.dispatch.Banco;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventosTest {

  @Inject Tablas tablas;
  @Inject Banco banco;

  @BeforeEach
  void hold() throws SQLException {
    tablas.hold();
  }

  @AfterEach
  void letGo() throws SQLException {
    tablas.execute("truncate correccion");
    tablas.letGo();
    banco.soltar();
  }

  @Test
  void tellsTheReportThatAnEventBecame() throws SQLException {
    // Given an event that came three times
    tablas.reporte(DESAFILIACION, "D-1", PENDIENTE);
    evento("D-1", "REPORTE", 2);
    // When, Then
    ask("D-1")
        .statusCode(200)
        .body("destino", equalTo("REPORTE"))
        .body("repeticiones", equalTo(2))
        .body("reportes.radicado", contains("D-1"))
        .body("reportes.servicio", contains("Desafiliacion"))
        .body("correcciones", empty())
        .body("cuarentena", empty());
  }

  @Test
  void tellsTheReportThatAnEventRepeatsUnderAnotherIdentity() throws Exception {
    // Given
    banco.recibir(
        desafiliacion("e1", "D-1", 1, "2026-11-10"), desafiliacion("e2", "D-1", 1, "2026-11-10"));
    // When, Then
    for (String id : List.of("e1", "e2")) {
      given()
          .get("/eventos?source=/prueba&id=" + id)
          .then()
          .statusCode(200)
          .body("destino", equalTo("REPORTE"))
          .body("reportes.radicado", contains("D-1"));
    }
  }

  @Test
  void tellsWhyAnEventIsInQuarantineAndNotWhatItSays() throws SQLException {
    // Given
    evento("q-1", "CUARENTENA", 0);
    tablas.execute(
        """
        insert into cuarentena (topico, particion, posicion, evento_source, evento_id, motivos, bytes, clave,
          contenido, cabeceras, huella)
        values ('sat.prueba', 3, 40, 'prueba', 'q-1',
          '[{"codigo": "SIN_RADICADO", "mensaje": "Falta el radicado"}]', 7, 'k1', 'SECRETO', '', '')
        """);
    // When, Then
    ask("q-1")
        .body("destino", equalTo("CUARENTENA"))
        .body("reportes", empty())
        .body("cuarentena.topico", contains("sat.prueba"))
        .body("cuarentena.posicion", contains(40))
        .body("cuarentena.estado", contains("ABIERTA"))
        .body("cuarentena[0].motivos.codigo", contains("SIN_RADICADO"))
        .body(not(containsString("SECRETO")));
  }

  @Test
  void tellsWhereACorrectionStands() throws SQLException {
    // Given
    evento("c-1", "CORRECCION", 0);
    tablas.execute(
        """
        insert into correccion (servicio, original, radicado, evento_source, evento_id, topico, particion, posicion, bytes, clave,
          contenido, cabeceras, huella, quien, estado, motivo)
        values ('Desafiliacion', 'D-1', 'D-1', 'prueba', 'c-1', 'sat.prueba', 3, 40, 7, 'k1', 'SECRETO', '', '', 'ERP', 'EN_BANDEJA', 'ya aceptado')
        """);
    // When, Then
    ask("c-1")
        .body("destino", equalTo("CORRECCION"))
        .body("correcciones.original", contains("D-1"))
        .body("correcciones.estado", contains("EN_BANDEJA"))
        .body("correcciones.motivo", contains("ya aceptado"))
        .body(not(containsString("SECRETO")));
  }

  @Test
  void tellsThatAnEventWentIntoTheRegister() throws SQLException {
    evento("i-1", "REGISTRO", 0);
    ask("i-1").body("destino", equalTo("REGISTRO")).body("reportes", empty());
  }

  @Test
  void doesNotKnowAnEventOfAnotherSource() throws SQLException {
    // Given
    evento("D-1", "REPORTE", 0);
    // When, Then
    given()
        .queryParam("source", "otro")
        .queryParam("id", "D-1")
        .get("/eventos")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("codigo", equalTo("NO_ENCONTRADO"));
  }

  @Test
  void needsBothPartsOfTheIdentity() {
    given()
        .queryParam("id", "D-1")
        .get("/eventos")
        .then()
        .statusCode(400)
        .body("detail", containsString("'source'"));
  }

  private void evento(String id, String destino, int repeticiones) throws SQLException {
    tablas.execute(
        "insert into evento (source, id, hash, destino, repeticiones) values ('prueba', ?, '', ?,"
            + " ?)",
        id,
        destino,
        repeticiones);
  }

  private static ValidatableResponse ask(String id) {
    return given()
        .queryParam("source", "prueba")
        .queryParam("id", id)
        .get("/eventos")
        .then()
        .statusCode(200);
  }
}
