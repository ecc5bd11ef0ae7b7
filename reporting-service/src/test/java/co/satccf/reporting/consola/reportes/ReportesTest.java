package co.satccf.reporting.consola.reportes;

import static co.satccf.reporting.Resultado.PRIMERA_VEZ;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportesTest {

  private static final Pattern ENLACE = Pattern.compile("href=\"/consola/reportes/\\w+/(\\w+)\"");
  private static final Pattern SIGUIENTES = Pattern.compile("href=\"([^\"]+)\">Siguientes");
  private static final String NUMERO = "900123456";
  private static final String RUTA = "/afiliacion/reportes/AfiliacionPrimeraVez/B1";
  private static final String PAGINA = "/consola/reportes/AfiliacionPrimeraVez/B1";

  private static final String REPORTE =
      """
      {'servicio':'AfiliacionPrimeraVez','radicado':'B1','estado':'%s','bloqueo':null,'origen':'SAT','codigo':'GN03',
       'empleador':'k1:x','departamento':'05','tipoRezago':4,'version':1,'revision':2,'intento':1,'noAntes':null,
       'instanteEvento':'2026-11-20T15:00:00Z','vence':'2026-11-23T05:00:00Z','terminoPorConfirmar':true,
       'recibido':'2026-11-20T16:00:00Z','desde':'2026-11-20T17:00:00Z','intentos':[
        {'numero':1,'version':1,'instante':'2026-11-20T17:00:00Z','duracion':120,'veredicto':'GLOSADO','http':400,
         'codigo':'GN03','mensaje':'<script>alert(1)</script>','glosas':[],'aplicado':true}]}""";

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
  }

  @AfterEach
  void close() {
    vecinos.close();
  }

  private Navegador como(UsuarioDeArena quien) {
    return Navegador.como(quien, base);
  }

  @Test
  void findsByEachConditionAndByAllOfThem() {
    // Given
    resultados.publicar(
        Resultado.de(PRIMERA_VEZ, "B1", 1, "GLOSADO").glosa("GN03", ""),
        Resultado.de(PRIMERA_VEZ, "B2", 1, "PENDIENTE")
            .instantes("2021-08-10T15:00:00Z", "2021-08-10T15:00:00Z"),
        Resultado.de("EstadoPagoEmpleador", "B3", 1, "ACEPTADO").glosa("200", ""));
    resultados.leidos();
    var carla = como(UsuarioDeArena.CONSULTA);

    // When / Then
    assertThat(hallados(carla, "")).containsExactlyInAnyOrder("B1", "B2", "B3");
    assertThat(hallados(carla, "?radicado=B3")).containsExactly("B3");
    assertThat(hallados(carla, "?servicio=EstadoPagoEmpleador")).containsExactly("B3");
    assertThat(hallados(carla, "?estado=GLOSADO")).containsExactly("B1");
    assertThat(hallados(carla, "?codigo=GN03")).containsExactly("B1");
    assertThat(hallados(carla, "?codigo=200")).isEmpty();
    assertThat(hallados(carla, "?codigo=200&estado=ACEPTADO")).containsExactly("B3");
    assertThat(hallados(carla, "?abiertos=true")).containsExactly("B2", "B1");
    assertThat(hallados(carla, "?desde=2021-08-10&hasta=2021-08-10")).containsExactly("B2");
    assertThat(hallados(carla, "?estado=GLOSADO&servicio=EstadoPagoEmpleador")).isEmpty();
  }

  @Test
  void showsAllOfThemPageByPage() {
    // Given: all received at the same instant
    var muchos =
        IntStream.range(0, 120)
            .mapToObj(n -> Resultado.de(PRIMERA_VEZ, "P" + n, 1, "PENDIENTE"))
            .toList();
    resultados.publicar(muchos);
    resultados.leidos();
    var carla = como(UsuarioDeArena.CONSULTA);

    // When
    var hallados = new ArrayList<String>();
    var ruta = "/consola/reportes?estado=PENDIENTE";
    for (var paginas = 0; ruta != null && paginas < 5; paginas++) {
      var pagina = carla.get(ruta).body();
      ENLACE.matcher(pagina).results().forEach(enlace -> hallados.add(enlace.group(1)));
      var siguiente = SIGUIENTES.matcher(pagina);
      ruta = siguiente.find() ? siguiente.group(1).replace("&amp;", "&") : null;
    }

    // Then
    assertThat(hallados).hasSize(120).doesNotHaveDuplicates();
  }

  @Test
  void tellsWhatIsWrongWithACondition() {
    var carla = como(UsuarioDeArena.CONSULTA);

    assertThat(carla.get("/consola/reportes?desde=ayer").statusCode()).isEqualTo(400);
    assertThat(carla.get("/consola/reportes?estado=%3Cb%3E").body())
        .contains("&lt;b&gt;")
        .doesNotContain("<b>");
    assertThat(carla.get("/consola/reportes?despues=xx").statusCode()).isEqualTo(400);
    assertThat(carla.get("/consola/reportes?servicio=Otro").statusCode()).isEqualTo(404);
  }

  @Test
  void looksForADocumentWithoutWritingItIntoAnyAddress() {
    // Given
    vecinos.enCadaFamilia("POST", "/consultas", "{'reportes':[],'siguiente':null}");
    vecinos.con(
        "POST /afiliacion/consultas",
        "{'reportes':[" + REPORTE.formatted("GLOSADO") + "],'siguiente':null}");

    // When
    var pagina =
        como(UsuarioDeArena.CONSULTA)
            .post(
                "/consola/reportes/documento",
                Map.of("quien", "empleador", "tipo", "NI", "numero", NUMERO, "serial", ""));

    // Then
    assertThat(pagina.statusCode()).isEqualTo(200);
    assertThat(hallados(pagina.body())).containsExactly("B1");
    assertThat(pagina.body()).doesNotContain(NUMERO);
    assertThat(vecinos.pedidos("POST /novedades/consultas").getFirst().cuerpo())
        .contains(NUMERO)
        .contains("\"serialSAT\":\"0\"");
    assertThat(vecinos.pedidos())
        .allSatisfy(pedido -> assertThat(pedido.que() + pedido.consulta()).doesNotContain(NUMERO));
  }

  @Test
  void showsOneReportAndWritesWhatOthersSaidAsText() {
    // Given
    vecinos.con("GET " + RUTA, REPORTE.formatted("GLOSADO"));

    // When
    var pagina = como(UsuarioDeArena.CONSULTA).get(PAGINA).body();

    // Then
    assertThat(pagina)
        .contains("AfiliacionPrimeraVez B1")
        .contains("20 nov 2026, 12:00")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert");
  }

  @Test
  void offersOnlyWhatTheRoleMayDo() {
    vecinos.con("GET " + RUTA, REPORTE.formatted("GLOSADO"));

    assertThat(como(UsuarioDeArena.CONSULTA).get(PAGINA).body())
        .doesNotContain("Qué se puede hacer")
        .doesNotContain(">Corregir<");
    assertThat(como(UsuarioDeArena.OPERADOR).get(PAGINA).body())
        .contains("Reenviar sin cambios", "Retirar", ">Corregir<")
        .doesNotContain("Decidir qué pasó");
  }

  @Test
  void refusesAMoveThatTheRoleMayNotMake() {
    var respuesta =
        como(UsuarioDeArena.CONSULTA).post(PAGINA + "/movidas/retirar", Map.of("motivo", "x"));

    assertThat(respuesta.statusCode()).isEqualTo(403);
    assertThat(respuesta.body()).contains("<h1>Sin permiso</h1>");
    assertThat(vecinos.pedidos()).isEmpty();
  }

  @Test
  void movesAReportWithItsReason() {
    // Given
    vecinos.con("POST " + RUTA + "/retirar", "{}");
    vecinos.con("GET " + RUTA, REPORTE.formatted("RETIRADO"));

    // When
    var pagina =
        como(UsuarioDeArena.OPERADOR)
            .post(PAGINA + "/movidas/retirar", Map.of("motivo", "caso 7", "seguidor", "LIBERAR"));

    // Then
    assertThat(pagina.uri().getPath()).isEqualTo(PAGINA);
    assertThat(pagina.body()).contains("El reporte quedó retirado");
    assertThat(vecinos.pedidos("POST " + RUTA + "/retirar"))
        .singleElement()
        .satisfies(
            pedido ->
                assertThat(pedido.cuerpo())
                    .isEqualTo("{\"motivo\":\"caso 7\",\"seguidor\":\"LIBERAR\"}"));
  }

  @Test
  void tellsWhyTheOwningServiceRefused() {
    vecinos.con(
        "POST " + RUTA + "/reenviar",
        409,
        "{'title':'Conflicto','status':409,'detail':'Un reporte ACEPTADO no pasa a PENDIENTE','codigo':'CONFLICTO'}");

    var pagina =
        como(UsuarioDeArena.OPERADOR).post(PAGINA + "/movidas/reenviar", Map.of("motivo", "x"));

    assertThat(pagina.statusCode()).isEqualTo(409);
    assertThat(pagina.body()).contains("Un reporte ACEPTADO no pasa a PENDIENTE");
  }

  @Test
  void showsWhatIsKnownWhileTheOwningServiceIsAway() {
    // Given
    resultados.publicar(Resultado.de(PRIMERA_VEZ, "B1", 1, "GLOSADO").glosa("GN03", ""));
    resultados.leidos();
    vecinos.close();

    // When
    var pagina = como(UsuarioDeArena.OPERADOR).get(PAGINA);

    // Then
    assertThat(pagina.statusCode()).isEqualTo(200);
    assertThat(pagina.body())
        .contains("El servicio de afiliación no responde")
        .contains("AfiliacionPrimeraVez B1")
        .contains("GN03");
  }

  @Test
  void showsTheBodyOnlyToWhoSaysWhy() {
    // Given
    vecinos.con(
        "POST " + RUTA + "/consultas",
        "{'servicio':'AfiliacionPrimeraVez','radicado':'B1','estado':'GLOSADO','version':1,"
            + "'cuerpo':'{}','campos':[{'nombre':'correo','etiqueta':'el correo','valor':'a@b.example','longitud':60}]}");

    // When
    var pagina = como(UsuarioDeArena.OPERADOR).post(PAGINA + "/cuerpo", Map.of("motivo", "caso 7"));

    // Then
    assertThat(pagina.body()).contains("a@b.example");
    assertThat(pagina.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(vecinos.pedidos("POST " + RUTA + "/consultas").getFirst().cuerpo())
        .isEqualTo("{\"motivo\":\"caso 7\"}");
  }

  private static List<String> hallados(Navegador quien, String consulta) {
    return hallados(quien.get("/consola/reportes" + consulta).body());
  }

  private static List<String> hallados(String pagina) {
    return ENLACE.matcher(pagina).results().map(enlace -> enlace.group(1)).toList();
  }
}
