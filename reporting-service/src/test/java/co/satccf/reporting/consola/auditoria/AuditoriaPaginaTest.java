package co.satccf.reporting.consola.auditoria;

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

@QuarkusTest
class AuditoriaPaginaTest {

  @TestHTTPResource("/")
  URI base;

  private VecinosFalsos vecinos;

  @BeforeEach
  void open() throws Exception {
    vecinos =
        new VecinosFalsos()
            .con(
                "GET /afiliacion/auditoria/recientes",
                """
                {"asientos":[{"numero":9,"instante":"2026-11-21T10:00:00Z","quien":"Ana Ruiz","accion":"CONSULTA_CUERPO",
                "objeto":"reporte/Desafiliacion/1","motivo":"<script>alert(1)</script>","detalle":{"version":2}}],"siguiente":null}""")
            .con(
                "GET /afiliacion/auditoria/verificacion",
                """
                {"integra":true,"revisados":9,"ultimo":{"numero":9,"hash":"abc"},"rotura":null}""")
            .con(
                "GET /novedades/auditoria/verificacion",
                """
                {"integra":false,"revisados":3,"ultimo":null,"rotura":{"numero":4,"falla":"HUECO","detalle":"Falta"}}""")
            .con(
                "GET /tokens/auditoria",
                """
                {"asientos":[{"id":1,"instante":"2026-11-21T10:00:00Z","quien":"Ana Ruiz","que":"TERMINOS_ACEPTADOS","desde":"10.0.0.1","detalle":"versión 1"},
                {"id":2,"instante":"2026-11-21T11:00:00Z","quien":"Ana Ruiz","que":"PRUEBA_PEDIDA","desde":"10.0.0.1","detalle":""}],"siguiente":null}""");
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
    assertThat(
            Navegador.como(UsuarioDeArena.OPERADOR, base)
                .get("/consola/auditoria?libro=TOKENS")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            Navegador.como(UsuarioDeArena.ADMINISTRADOR, base)
                .get("/consola/auditoria?libro=TOKENS")
                .body())
        .containsSubsequence("PRUEBA_PEDIDA", "TERMINOS_ACEPTADOS");
  }

  @Test
  void showsTheHistoriesThatAreKeptHere() {
    var leo = Navegador.como(UsuarioDeArena.CONSULTA, base);
    for (var libro : new String[] {"CARGAS", "INFORMES"}) {
      assertThat(leo.get("/consola/auditoria?libro=" + libro).statusCode()).isEqualTo(200);
    }
    assertThat(leo.get("/consola/auditoria?libro=OTRO").statusCode()).isEqualTo(400);
  }
}
