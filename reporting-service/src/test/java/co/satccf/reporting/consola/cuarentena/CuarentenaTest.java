package co.satccf.reporting.consola.cuarentena;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.reporting.consola.Navegador;
import co.satccf.reporting.consola.VecinosFalsos;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CuarentenaTest {

  private static final String REGISTRO =
      """
      {'id':7,'topico':'sat.afiliacion','particion':2,'posicion':99,'eventoSource':'/erp','eventoId':'<i>e7</i>',
       'motivos':[{'codigo':'SIN_RADICADO','mensaje':'Falta el radicado'}],'bytes':1234,
       'instante':'2026-11-20T15:00:00Z','estado':'%s','desde':null,'desenlace':null,'servicio':null,'radicado':null}""";

  private static final String PAGINA = "/consola/cuarentena/afiliacion/7";

  @TestHTTPResource("/")
  URI base;

  private VecinosFalsos vecinos;

  @BeforeEach
  void neighbours() throws Exception {
    vecinos = new VecinosFalsos();
    vecinos.con(
        "GET /afiliacion/cuarentena",
        "{'registros':[" + REGISTRO.formatted("ABIERTA") + "],'siguiente':null}");
    vecinos.con(
        "GET /afiliacion/correcciones",
        "{'correcciones':[{'id':3,'servicio':'Desafiliacion','original':'R9','radicado':'R9','motivo':'Ya aceptado',"
            + "'estado':'EN_BANDEJA','instante':'2026-11-20T15:00:00Z'}],'siguiente':null}");
    vecinos.con("GET /afiliacion/cuarentena/7", REGISTRO.formatted("ABIERTA"));
  }

  @AfterEach
  void close() {
    vecinos.close();
  }

  @Test
  void showsWhatWaitsAndWhichFamilyIsAway() {
    var pagina = como(UsuarioDeArena.CONSULTA).get("/consola/cuarentena").body();

    assertThat(pagina)
        .contains("Falta el radicado")
        .contains("&lt;i&gt;e7&lt;/i&gt;")
        .contains("Ya aceptado")
        .contains("El servicio de novedades respondió 503")
        .doesNotContain("Reprocesar");
    assertThat(vecinos.pedidos("GET /afiliacion/cuarentena").getFirst().consulta())
        .contains("estado=ABIERTA");
  }

  @Test
  void showsTheContentToWhoSaysWhy() {
    vecinos.con(
        "POST /afiliacion/cuarentena/7/consultas",
        "{'id':7,'sha256':'00','contenido':{'bytes':4,'base64':'eA==','texto':'{<b>'},'cabeceras':{}}");

    var pagina =
        como(UsuarioDeArena.OPERADOR).post(PAGINA + "/contenido", Map.of("motivo", "caso 7"));

    assertThat(pagina.body()).contains("{&lt;b&gt;");
    assertThat(vecinos.pedidos("POST /afiliacion/cuarentena/7/consultas").getFirst().cuerpo())
        .isEqualTo("{\"motivo\":\"caso 7\"}");
  }

  @Test
  void replaysAndDiscardsWithAReason() {
    // Given
    vecinos.con("POST /afiliacion/cuarentena/7/reprocesar", REGISTRO.formatted("REPROCESADA"));
    vecinos.con("POST /afiliacion/cuarentena/7/descartar", REGISTRO.formatted("DESCARTADA"));
    vecinos.con("POST /afiliacion/correcciones/3/descartar", 204, "");
    vecinos.enCadaFamilia(
        "POST",
        "/cuarentena/reprocesos",
        "{'revisados':5,'reportes':4,'correcciones':0,'registros':0,'repetidos':0,'siguen':1,'movidos':3,'siguiente':40}");
    var oscar = como(UsuarioDeArena.OPERADOR);
    var motivo = Map.of("motivo", "caso 7");

    // When / Then
    assertThat(oscar.post(PAGINA + "/reprocesar", motivo).uri().getPath()).isEqualTo(PAGINA);
    assertThat(oscar.post(PAGINA + "/descartar", motivo).statusCode()).isEqualTo(200);
    assertThat(oscar.post("/consola/cuarentena/afiliacion/correcciones/3/descartar", motivo).uri())
        .hasPath("/consola/cuarentena");
    assertThat(
            oscar
                .post(
                    "/consola/cuarentena/novedades/reprocesos",
                    Map.of("motivo", "caso 7", "codigo", "SIN_RADICADO"))
                .body())
        .contains("Revisados</dt><dd>50<")
        .contains("Los movió otra persona</dt><dd>30<")
        .contains("name=\"despues\" value=\"40\"")
        .contains("name=\"codigo\" value=\"SIN_RADICADO\"");
    assertThat(vecinos.pedidos("POST /afiliacion/correcciones/3/descartar")).hasSize(1);
  }

  @Test
  void whoMayOnlyLookMovesNothing() {
    var carla = como(UsuarioDeArena.CONSULTA);

    for (var que : new String[] {"/contenido", "/reprocesar", "/descartar"}) {
      assertThat(carla.post(PAGINA + que, Map.of("motivo", "x")).statusCode()).isEqualTo(403);
    }
    assertThat(carla.get(PAGINA).body()).contains("Falta el radicado").doesNotContain("<form");
    assertThat(carla.get("/consola/cuarentena/otra/7").statusCode()).isEqualTo(404);
  }

  private Navegador como(UsuarioDeArena quien) {
    return Navegador.como(quien, base);
  }
}
