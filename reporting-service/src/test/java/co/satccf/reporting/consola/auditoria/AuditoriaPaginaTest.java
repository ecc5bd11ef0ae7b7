package co.satccf.reporting.consola.auditoria;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.reporting.Resultados;
import co.satccf.reporting.consola.Navegador;
import co.satccf.reporting.consola.VecinosFalsos;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditoriaPaginaTest {

  @TestHTTPResource("/")
  URI base;

  @Inject Resultados resultados;
  private VecinosFalsos vecinos;

  @BeforeEach
  void open() throws Exception {
    vecinos =
        new VecinosFalsos()
            .con(
                "GET /afiliacion/auditoria/recientes",
                """
                {"asientos":[{"numero":9,"instante":"2026-11-21T10:00:00Z","quien":"Ana Ruiz","accion":"CONSULTA_CUERPO",
                "objeto":"reporte/Desafiliacion/1","motivo":"<script>alert(1)</script>","detalle":{"version":2,"radicado":"<b>7</b>","porque":null}}],"siguiente":null}""")
            .con(
                "GET /afiliacion/auditoria/verificacion",
                """
                {"integra":true,"revisados":9,"ultimo":{"numero":9,"hash":"abc"},"rotura":null}""")
            .con(
                "GET /novedades/auditoria/verificacion",
                """
                {"integra":false,"revisados":3,"ultimo":null,"rotura":{"numero":4,"falla":"HUECO","detalle":"Falta"}}""")
            .con(
                "GET /tokens/auditoria/recientes",
                """
                {"asientos":[{"id":2,"instante":"2026-11-21T11:00:00Z","quien":"Ana Ruiz","que":"PRUEBA_PEDIDA","desde":"10.0.0.1","detalle":""},
                {"id":1,"instante":"2026-11-21T10:00:00Z","quien":"Ana Ruiz","que":"TERMINOS_ACEPTADOS","desde":"10.0.0.1","detalle":"versión 1"}],"siguiente":null}""");
  }

  @AfterEach
  void close() {
    vecinos.close();
  }

  @Test
  void showsWhoLookedAtWhoseData() {
    // When
    var pagina =
        Navegador.como(UsuarioDeArena.CONSULTA, base)
            .get("/consola/auditoria?vistas=true&quien=Ana%20Ruiz")
            .body();
    // Then
    assertThat(pagina)
        .contains("CONSULTA_CUERPO")
        .contains("&lt;script&gt;")
        .contains("version: 2 · radicado: &lt;b&gt;7&lt;/b&gt;</td>")
        .doesNotContain("<script>alert")
        .doesNotContain("value=\"TOKENS\"");
    assertThat(vecinos.pedidos())
        .singleElement()
        .satisfies(
            pedido ->
                assertThat(pedido.consulta())
                    .contains("quien=Ana Ruiz", "accion=CONSULTA_TITULAR", "accion=CONSTANCIA"));
  }

  @Test
  void walksAlongTheChains() {
    var leo = Navegador.como(UsuarioDeArena.CONSULTA, base);
    assertThat(leo.get("/consola/auditoria/verificacion?libro=AFILIACION").body())
        .contains("íntegra")
        .contains("9:abc");
    assertThat(leo.get("/consola/auditoria/verificacion?libro=NOVEDADES").body())
        .contains("se rompe en el asiento 4 (HUECO)");
    assertThat(leo.get("/consola/auditoria/verificacion?libro=CARGAS").statusCode()).isEqualTo(400);
  }

  @Test
  void showsWhatAdministratorsDidToAdministratorsAlone() {
    // Given
    var ruta = "/consola/auditoria?libro=TOKENS&quien=Ana%20Ruiz&objeto=versi%C3%B3n";
    // When
    var negada = Navegador.como(UsuarioDeArena.OPERADOR, base).get(ruta);
    var pagina = Navegador.como(UsuarioDeArena.ADMINISTRADOR, base).get(ruta + "&antes=70");
    // Then
    assertThat(negada.statusCode()).isEqualTo(403);
    assertThat(pagina.body())
        .containsSubsequence("PRUEBA_PEDIDA", "TERMINOS_ACEPTADOS", "desde 10.0.0.1", "versión 1");
    assertThat(vecinos.pedidos("GET /tokens/auditoria/recientes"))
        .singleElement()
        .satisfies(
            pedido ->
                assertThat(pedido.consulta())
                    .isEqualTo("quien=Ana Ruiz&antes=70&limite=50&detalle=versión"));
  }

  @Test
  void showsTheHistoriesThatAreKeptHereNewestFirstAndPageByPage() {
    // Given: sixty lines of history
    resultados.ejecutar(
        """
        WITH una AS (INSERT INTO carga (nombre, estado, creada_por, huella)
          VALUES ('rezago.ndjson', 'CANCELADA', 'luz', 'f') RETURNING id)
        INSERT INTO carga_historia (carga, quien, estado, detalle)
        SELECT id, 'luz', 'REVISADA', 'paso ' || n FROM una, generate_series(1, 60) n""");
    var leo = Navegador.como(UsuarioDeArena.CONSULTA, base);
    // When
    var primera = leo.get("/consola/auditoria?libro=CARGAS&quien=luz").body();
    var enlace = Pattern.compile("href=\"([^\"]+)\">Anteriores").matcher(primera);
    assertThat(enlace.find()).isTrue();
    var segunda = leo.get(enlace.group(1).replace("&amp;", "&")).body();
    // Then
    assertThat(primera).containsSubsequence("paso 60<", "paso 11<").doesNotContain("paso 10<");
    assertThat(segunda).containsSubsequence("paso 10<", "paso 1<").doesNotContain("paso 11<");
    assertThat(leo.get("/consola/auditoria?libro=CARGAS&quien=nadie").body())
        .contains("No hay asientos así");
    assertThat(leo.get("/consola/auditoria?libro=INFORMES").statusCode()).isEqualTo(200);
    assertThat(leo.get("/consola/auditoria?libro=OTRO").statusCode()).isEqualTo(400);
  }

  @Test
  void saysWhereItStandsWhoLooked() {
    var pagina =
        Navegador.como(UsuarioDeArena.ADMINISTRADOR, base)
            .get("/consola/auditoria?libro=TOKENS&vistas=true")
            .body();

    assertThat(pagina).contains("no anota quién mira").doesNotContain("PRUEBA_PEDIDA");
  }
}
