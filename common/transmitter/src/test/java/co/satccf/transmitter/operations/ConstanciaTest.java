package co.satccf.transmitter.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import co.satccf.model.ServicioSat;
import co.satccf.model.cifrado.Cifrado;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.Cifrados;
import co.satccf.transmitter.auditoria.Asiento;
import co.satccf.transmitter.auditoria.Auditoria;
import co.satccf.transmitter.resguardo.Lugar;
import co.satccf.transmitter.store.Database;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConstanciaTest {

  private static final String RUTA = "/reportes/Desafiliacion/D-1/constancia";
  private static final String OBJETO = "reporte/Desafiliacion/D-1";
  private static final String RESPUESTA = "{\"codigo\":\"GN03\",\"documento\":\"1000000001\"}";

  @Inject Tablas tablas;
  @Inject Cifrados cifrados;
  @Inject Database database;

  @BeforeEach
  void aReportWithALife() throws SQLException {
    tablas.hold();
    tablas.emptyAudit();
    long id = tablas.reporte(ServicioSat.DESAFILIACION, "D-1", EstadoReporte.GLOSADO, null, "GN03");
    Cifrado respuesta =
        cifrados.cerrar(RESPUESTA, Lugar.respuesta(ServicioSat.DESAFILIACION, "D-1", 1));
    tablas.execute(
        """
        insert into intento (reporte, numero, version, duracion, veredicto, http, codigo, mensaje, clave, respuesta,
          aplicado)
        values (?, 1, 1, 41, 'GLOSADO', 200, 'GN03', 'Estado no válido', ?, ?, true)
        """,
        id,
        respuesta.clave(),
        respuesta.bytes());
    tablas.execute(
        """
        insert into intento (reporte, numero, version, veredicto, codigo, mensaje, glosas, aplicado)
        values (?, 0, 1, 'LOCAL', 'GE02', 'Falta',
          '[{"campo": "fechaSolicitud", "codigo": "GE02", "mensaje": "Falta"}]', false)
        """,
        id);
    tablas.execute(
        "insert into evento (source, id, hash, destino, repeticiones) values ('prueba', 'D-1', sha256('x'), 'REPORTE', 2)");
    anotar("reporte/Desafiliacion/D-2", "de otro");
    anotar(OBJETO, "<script>alert(1)</script> & \"más\"");
    anotar("servicio/Desafiliacion", "después");
  }

  @AfterEach
  void leaveNothing() throws SQLException {
    tablas.letGo();
    tablas.emptyAudit();
  }

  @Test
  void saysAllThatIsKnownOfTheReportAndNothingOfPeople() throws Exception {
    // When
    String texto = pedir().get(RUTA).then().statusCode(200).extract().asString();
    // Then
    JsonNode constancia = new ObjectMapper().readTree(texto).path("constancia");
    assertThat(constancia.at("/reporte/estado").asText()).isEqualTo("GLOSADO");
    assertThat(constancia.at("/reporte/empleador").asText()).isEqualTo("k1:empleador");
    assertThat(constancia.at("/solicitante").asText()).isEqualTo("Ana Ruiz");
    assertThat(constancia.at("/eventos/0/id").asText()).isEqualTo("D-1");
    assertThat(constancia.at("/eventos/0/repeticiones").asInt()).isEqualTo(2);
    assertThat(constancia.at("/eventos/0/instante").asText()).isNotEmpty();
    assertThat(constancia.at("/versiones/0/sha256").asText())
        .isEqualTo(Huella.de(Tablas.DOCUMENTO));
    assertThat(constancia.at("/versiones/0/huella").asText())
        .isEqualTo(
            HexFormat.of()
                .formatHex(cifrados.huella(Tablas.DOCUMENTO.getBytes(StandardCharsets.UTF_8))));
    assertThat(constancia.at("/intentos").findValuesAsText("numero")).containsExactly("0", "1");
    assertThat(constancia.at("/intentos/0/glosas/0/campo").asText()).isEqualTo("fechaSolicitud");
    assertThat(constancia.at("/intentos/1/respuestaSha256").asText())
        .isEqualTo(Huella.de(RESPUESTA));
    assertThat(constancia.at("/intentos/1/http").asInt()).isEqualTo(200);
    assertThat(constancia.at("/auditoria").findValuesAsText("numero")).containsExactly("2");
    assertThat(constancia.at("/cadena/numero").asInt()).isEqualTo(3);
    assertThat(texto).doesNotContain(Tablas.DOCUMENTO);
  }

  @Test
  void carriesTheHashThatAnybodyComputesAndTheAuditKeeps() throws Exception {
    // When
    JsonNode emitida = new ObjectMapper().readTree(pedir().get(RUTA).then().extract().asString());
    // Then
    ObjectMapper sorted = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    String canonical =
        sorted.writeValueAsString(sorted.convertValue(emitida.path("constancia"), Map.class));
    assertThat(emitida.path("sha256").asText()).isEqualTo(Huella.de(canonical));
    given()
        .queryParam("objeto", OBJETO)
        .get("/auditoria")
        .then()
        .body("asientos.accion", contains("PRUEBA", "CONSTANCIA"))
        .body("asientos[1].quien", equalTo("Ana Ruiz"))
        .body("asientos[1].numero", equalTo(4))
        .body("asientos[1].detalle.sha256", equalTo(emitida.path("sha256").asText()))
        .body("asientos[1].detalle.cadena", equalTo(3));
  }

  @Test
  void isAPageToBePrintedForABrowser() {
    // When
    String pagina =
        pedir()
            .accept("text/html,application/xhtml+xml,*/*;q=0.8")
            .get(RUTA)
            .then()
            .statusCode(200)
            .contentType(startsWith("text/html"))
            .header("Content-Security-Policy", containsString("default-src 'none'"))
            .extract()
            .asString();
    // Then
    assertThat(pagina)
        .startsWith("<!DOCTYPE html>")
        .contains("size: A4", "Desafiliacion", "D-1", "GN03", Huella.de(RESPUESTA))
        .contains("&lt;script&gt;")
        .doesNotContain("<script")
        .doesNotContain("NOT_FOUND")
        .doesNotContain(Tablas.DOCUMENTO);
  }

  @Test
  void isNotIssuedForNothing() {
    pedir()
        .accept("text/html")
        .get("/reportes/Desafiliacion/NO-HAY/constancia")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    given().get("/auditoria").then().body("asientos.numero", contains(1, 2, 3));
  }

  private static RequestSpecification pedir() {
    return given();
  }

  private void anotar(String objeto, String motivo) throws SQLException {
    database.transaction(
        connection -> {
          Auditoria.anotar(
              connection,
              new Asiento(
                  "Ana Ruiz",
                  "PRUEBA",
                  objeto,
                  motivo,
                  JsonNodeFactory.instance.objectNode().put("proporcion", 0.5)));
          return true;
        });
  }
}
