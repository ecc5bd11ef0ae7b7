package co.satccf.reporting.consola.glosas;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.reporting.Resultado;
import co.satccf.reporting.Resultados;
import co.satccf.reporting.consola.Navegador;
import co.satccf.reporting.consola.VecinosFalsos;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GlosasTest {

  private static final String DESAFILIACION = "Desafiliacion";
  private static final String RUTA = "/afiliacion/reportes/Desafiliacion/";
  private static final String CAUSA = "/consola/glosas/causas/Desafiliacion/GE31";
  private static final String PAGINA = "/consola/glosas/Desafiliacion/G1";

  private static final String REPORTE =
      """
      {'servicio':'Desafiliacion','radicado':'G1','estado':'GLOSADO','bloqueo':null,'origen':'LOCAL','codigo':'GE31',
       'departamento':'05','tipoRezago':4,'version':1,'intento':0,'noAntes':null,
       'instanteEvento':'2026-11-20T15:00:00Z','vence':null,'recibido':'2026-11-20T16:00:00Z',
       'desde':'2026-11-20T17:00:00Z','intentos':[{'numero':0,'version':1,'instante':'2026-11-20T17:00:00Z',
        'duracion':null,'veredicto':'GLOSADO','http':null,'codigo':'GE31','mensaje':null,
        'glosas':[{'campo':'pazSalvo','codigo':'GE31','mensaje':'debe ser SI o NO'}],'aplicado':true}]}""";

  private static final String CUERPO =
      """
      {'servicio':'Desafiliacion','radicado':'G1','estado':'GLOSADO','version':1,'cuerpo':'{}','campos':[
       {'nombre':'pazSalvo','etiqueta':'el paz y salvo','valor':'TAL VEZ','longitud':2},
       {'nombre':'departamento','etiqueta':'el departamento','valor':'05','longitud':2}]}""";

  private static final String INCUMPLE =
      """
      {'title':'Contenido inválido','status':422,'detail':'aún incumple','codigo':'CONTENIDO_INVALIDO',
       'glosas':[{'campo':'pazSalvo','codigo':'GE31','mensaje':'debe ser SI o NO'}]}""";

  @TestHTTPResource("/")
  URI base;

  @Inject Resultados resultados;
  private VecinosFalsos vecinos;

  @BeforeEach
  void empty() throws Exception {
    resultados.leidos();
    resultados.vaciar();
    vecinos = new VecinosFalsos();
    vecinos.con("GET /afiliacion/auditoria", "{'asientos':[],'siguiente':null}");
    vecinos.con("GET " + RUTA + "G1", REPORTE);
    vecinos.con("POST " + RUTA + "G1/consultas", CUERPO);
  }

  @AfterEach
  void close() {
    vecinos.close();
  }

  @Test
  void ordersCausesByAgeAndSaysWhatTheyAreAbout() {
    // Given
    resultados.publicar(
        glosado("G2", "GN03", "").instantes("2021-08-02T15:00:00Z", "2021-08-05T15:00:00Z"),
        glosado("G1", "GE31", "pazSalvo"),
        glosado("G3", "GE31", "pazSalvo"));
    resultados.leidos();

    // When
    var bandeja = como(UsuarioDeArena.CONSULTA).get("/consola/glosas").body();
    var causa = como(UsuarioDeArena.CONSULTA).get(CAUSA).body();

    // Then
    assertThat(bandeja).containsSubsequence("GE31", "pazSalvo", "GN03");
    assertThat(causa).contains("G1", "G3", "GE31 en pazSalvo").doesNotContain("G2<");
    assertThat(causa).doesNotContain("name=\"radicado\"");
  }

  @Test
  void anEmptyTraySaysSo() {
    assertThat(como(UsuarioDeArena.CONSULTA).get("/consola/glosas").body())
        .contains("No hay reportes glosados");
  }

  @Test
  void showsTheFieldsAtFaultFirstOnceSomebodySaidWhy() {
    var pagina = como(UsuarioDeArena.OPERADOR).post(PAGINA + "/campos", Map.of("motivo", "caso 7"));

    assertThat(pagina.statusCode()).isEqualTo(200);
    assertThat(pagina.body())
        .containsSubsequence(
            "Campos con fallas", "nuevo.pazSalvo", "Los demás", "nuevo.departamento")
        .contains("aria-invalid=\"true\"")
        .contains("debe ser SI o NO");
    assertThat(vecinos.pedidos("POST " + RUTA + "G1/consultas")).hasSize(1);
  }

  @Test
  void sendsOnlyWhatChanged() {
    // Given
    vecinos.con("POST " + RUTA + "G1/correcciones", "{}");

    // When
    var pagina = corregir("SI");

    // Then
    assertThat(pagina.uri().getPath()).isEqualTo("/consola/reportes/Desafiliacion/G1");
    assertThat(pagina.body()).contains("La corrección quedó");
    assertThat(vecinos.pedidos("POST " + RUTA + "G1/correcciones").getFirst().cuerpo())
        .contains("\"campos\":{\"pazSalvo\":\"SI\"}")
        .contains("\"motivo\":\"caso 7\"");
    assertThat(vecinos.pedidos("POST " + RUTA + "G1/correcciones").getFirst().camino())
        .as("where the person is, for the audit of the service that does it")
        .isEqualTo("127.0.0.1");
  }

  @Test
  void tellsWhatIsDoneWhenTheFamilyGoesAwayInTheMiddle() {
    // Given
    vecinos.con("POST " + RUTA + "G1/correcciones", "{}");

    // When
    var pagina =
        como(UsuarioDeArena.OPERADOR)
            .post(
                CAUSA + "/correcciones",
                List.of(
                    Map.entry("radicado", "G1"),
                    Map.entry("radicado", "G2"),
                    Map.entry("radicado", "G3"),
                    Map.entry("campo", "pazSalvo"),
                    Map.entry("valor", "SI"),
                    Map.entry("motivo", "caso 7")));

    // Then
    assertThat(pagina.statusCode()).isEqualTo(200);
    assertThat(pagina.body()).contains("Siguen como estaban: 2.", "No se intentó");
    assertThat(vecinos.pedidos("POST " + RUTA + "G3/correcciones")).isEmpty();
  }

  @Test
  void givesBackWhatWasTypedWithWhatIsStillWrong() {
    // Given
    vecinos.con("POST " + RUTA + "G1/correcciones", 422, INCUMPLE);

    // When
    var pagina = corregir("\"><script>");

    // Then
    assertThat(pagina.statusCode()).isEqualTo(422);
    assertThat(pagina.body())
        .contains("value=\"&quot;&gt;&lt;script&gt;\"")
        .contains("debe ser SI o NO")
        .contains("value=\"caso 7\"")
        .doesNotContain("<script>\"");
  }

  @Test
  void givesBackWhatWasTypedWhenTheFamilyKnowsTheSessionNoMoreOrIsAway() {
    // Given
    vecinos.con("POST " + RUTA + "G1/correcciones", 401, "{'status':401}");

    // When
    var sinSesion = corregir("SI");
    vecinos.con("POST " + RUTA + "G1/correcciones", 503, "");
    var ausente = corregir("SI");

    // Then
    assertThat(sinSesion.body()).contains("no reconoce su sesión", "href=\"/consola/salida\"");
    assertThat(List.of(sinSesion, ausente))
        .allSatisfy(
            pagina -> {
              assertThat(pagina.statusCode()).isGreaterThan(500);
              assertThat(pagina.body())
                  .contains("no se ha perdido")
                  .contains("action=\"" + PAGINA + "/correccion\"")
                  .containsPattern("name=\"csrf\" value=\"[A-Za-z0-9_-]{43}\"")
                  .contains("name=\"nuevo.pazSalvo\" value=\"SI\"")
                  .contains("name=\"motivo\" value=\"caso 7\"");
            });
  }

  @Test
  void correctsManyAtOnceEachByItself() {
    // Given
    vecinos.con("POST " + RUTA + "G1/correcciones", "{}");
    vecinos.con("POST " + RUTA + "G2/correcciones", 422, INCUMPLE);
    vecinos.con("POST " + RUTA + "G3/correcciones", "{}");

    // When
    var pagina =
        como(UsuarioDeArena.OPERADOR)
            .post(
                CAUSA + "/correcciones",
                List.of(
                    Map.entry("radicado", "G1"),
                    Map.entry("radicado", "G2"),
                    Map.entry("radicado", "G3"),
                    Map.entry("campo", "pazSalvo"),
                    Map.entry("valor", "SI"),
                    Map.entry("motivo", "caso 7")));

    // Then
    assertThat(pagina.statusCode()).isEqualTo(200);
    assertThat(pagina.body())
        .contains("Desafiliacion que quedaron pendientes de envío: 2. Siguen como estaban: 1.")
        .contains("aún incumple");
    assertThat(vecinos.pedidos("POST " + RUTA + "G3/correcciones").getFirst().cuerpo())
        .contains("\"campos\":{\"pazSalvo\":\"SI\"}");
  }

  @Test
  void sendsAllOfACodeAgain() {
    vecinos.con("POST /afiliacion/reenvios", "{'reenviados':3,'omitidos':1,'siguiente':null}");

    var pagina =
        como(UsuarioDeArena.OPERADOR).post(CAUSA + "/reenvios", Map.of("motivo", "catálogo"));

    assertThat(pagina.body())
        .contains("pendientes de envío</dt><dd>3<")
        .contains("Siguen como estaban</dt><dd>1<")
        .contains("Por intentar</dt><dd>Ninguno<")
        .doesNotContain("Seguir con los demás");
    assertThat(vecinos.pedidos("POST /afiliacion/reenvios").getFirst().cuerpo())
        .contains("\"codigo\":\"GE31\"")
        .contains("\"despues\":0")
        .contains("\"limite\":100");
  }

  @Test
  void goesOnWithThoseThatAreLeft() {
    // Given: there are always more
    vecinos.con("POST /afiliacion/reenvios", "{'reenviados':99,'omitidos':1,'siguiente':500}");
    var oscar = como(UsuarioDeArena.OPERADOR);

    // When
    var pagina = oscar.post(CAUSA + "/reenvios", Map.of("motivo", "catálogo"));
    var siguiente = oscar.post(CAUSA + "/reenvios", Map.of("motivo", "catálogo", "despues", "500"));

    // Then: a thousand, a hundred at a time
    assertThat(pagina.body())
        .contains("pendientes de envío</dt><dd>990<")
        .contains("Siguen como estaban</dt><dd>10<")
        .contains("name=\"motivo\" value=\"catálogo\"")
        .contains("name=\"despues\" value=\"500\"")
        .contains("Seguir con los demás");
    assertThat(siguiente.statusCode()).isEqualTo(200);
    assertThat(vecinos.pedidos("POST /afiliacion/reenvios"))
        .hasSize(20)
        .element(10)
        .satisfies(pedido -> assertThat(pedido.cuerpo()).contains("\"despues\":500"));
  }

  @Test
  void tellsWhatWasDoneBeforeAFamilyWentAway() {
    // Given
    vecinos.unaVez("POST /afiliacion/reenvios", "{'reenviados':80,'omitidos':20,'siguiente':500}");

    // When
    var pagina =
        como(UsuarioDeArena.OPERADOR).post(CAUSA + "/reenvios", Map.of("motivo", "catálogo"));

    // Then
    assertThat(pagina.statusCode()).isEqualTo(200);
    assertThat(pagina.body())
        .contains("No se llegó al final")
        .contains("pendientes de envío</dt><dd>80<")
        .contains("name=\"despues\" value=\"500\"");
  }

  @Test
  void whoMayOnlyLookCorrectsNothing() {
    var carla = como(UsuarioDeArena.CONSULTA);

    assertThat(carla.get(PAGINA).statusCode()).isEqualTo(403);
    assertThat(carla.post(PAGINA + "/correccion", Map.of("motivo", "x")).statusCode())
        .isEqualTo(403);
    assertThat(carla.post(CAUSA + "/correcciones", Map.of("motivo", "x")).statusCode())
        .isEqualTo(403);
    assertThat(carla.post(CAUSA + "/reenvios", Map.of("motivo", "x")).statusCode()).isEqualTo(403);
    assertThat(vecinos.pedidos()).isEmpty();
  }

  private HttpResponse<String> corregir(String pazSalvo) {
    return como(UsuarioDeArena.OPERADOR)
        .post(
            PAGINA + "/correccion",
            Map.of(
                "nuevo.pazSalvo", pazSalvo,
                "antes.pazSalvo", "TAL VEZ",
                "etiqueta.pazSalvo", "el paz y salvo",
                "longitud.pazSalvo", "2",
                "nuevo.departamento", "05",
                "antes.departamento", "05",
                "motivo", "caso 7"));
  }

  private Navegador como(UsuarioDeArena quien) {
    return Navegador.como(quien, base);
  }

  private static Resultado glosado(String radicado, String codigo, String campo) {
    return Resultado.de(DESAFILIACION, radicado, 1, "GLOSADO").glosa(codigo, campo);
  }
}
