package co.satccf.reporting.consola.esperas;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.reporting.consola.Navegador;
import co.satccf.reporting.consola.VecinosFalsos;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EsperasTest {

  private static final String REPORTE =
      """
      {'servicio':'%s','radicado':'%s','estado':'PENDIENTE','bloqueo':'POSIBLE_DUPLICADO','origen':null,'codigo':null,
       'departamento':'05','tipoRezago':4,'version':1,'intento':0,'noAntes':null,'instanteEvento':'2026-11-20T15:00:00Z',
       'vence':'2026-11-23T05:00:00Z','recibido':'2026-11-20T16:00:00Z','desde':'2026-11-20T17:00:00Z'}""";

  @TestHTTPResource("/")
  URI base;

  private VecinosFalsos vecinos;

  @BeforeEach
  void open() throws Exception {
    vecinos = new VecinosFalsos();
  }

  @AfterEach
  void close() {
    vecinos.close();
  }

  @ParameterizedTest
  @CsvSource({
    "vencidos, vencido=true&limite=50",
    "por-vencer, porVencer=true&limite=50",
    "inciertos, estado=INCIERTO&limite=50",
    "por-confirmar, estado=POR_CONFIRMAR&limite=50",
    "posibles-duplicados, estado=PENDIENTE&bloqueo=POSIBLE_DUPLICADO&limite=50",
    "sin-su-anterior, estado=PENDIENTE&bloqueo=ANTERIOR_RETIRADO&limite=50"
  })
  void asksTheOwnersForWhatTheBoardCounts(String que, String consulta) {
    // When
    pagina("/consola/esperas/" + que);

    // Then
    assertThat(vecinos.pedidos("GET /novedades/reportes"))
        .singleElement()
        .satisfies(pedido -> assertThat(pedido.consulta()).isEqualTo(consulta));
  }

  @Test
  void listsThemByFamilyAndGoesOnInEach() {
    // Given: one family is away
    vecinos.con(
        "GET /afiliacion/reportes",
        "{'reportes':[" + REPORTE.formatted("Desafiliacion", "a b") + "],'siguiente':77}");
    vecinos.con("GET /novedades/reportes", "{'reportes':[],'siguiente':null}");

    // When
    var todas = pagina("/consola/esperas/posibles-duplicados");
    var siguientes = pagina("/consola/esperas/posibles-duplicados?familia=afiliacion&despues=77");

    // Then
    assertThat(todas)
        .contains("href=\"/consola/reportes/Desafiliacion/a%20b\"")
        .contains("23 nov 2026, 00:00")
        .contains("/consola/esperas/posibles-duplicados?familia=afiliacion&amp;despues=77")
        .contains("relación laboral respondió 503")
        .contains("Ninguno.");
    assertThat(siguientes).contains("De afiliación").doesNotContain("De novedades");
    assertThat(vecinos.pedidos("GET /afiliacion/reportes").getLast().consulta())
        .endsWith("&despues=77");
  }

  @Test
  void knowsNoOtherLists() {
    var carla = Navegador.como(UsuarioDeArena.CONSULTA, base);

    assertThat(carla.get("/consola/esperas/otra").statusCode()).isEqualTo(404);
    assertThat(carla.get("/consola/esperas/vencidos?familia=otra").statusCode()).isEqualTo(404);
  }

  private String pagina(String ruta) {
    var respuesta = Navegador.como(UsuarioDeArena.CONSULTA, base).get(ruta);
    assertThat(respuesta.statusCode()).isEqualTo(200);
    return respuesta.body();
  }
}
