package co.satccf.reporting.consola.seguimiento;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.reporting.FamiliasFalsas;
import co.satccf.reporting.Resultados;
import co.satccf.reporting.consola.Navegador;
import co.satccf.reporting.informes.Confeccion;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SeguimientoPaginaTest {

  @TestHTTPResource("/")
  URI base;

  @Inject Resultados resultados;
  @Inject Confeccion confeccion;

  @Test
  void makesLooksAtAndLetsGoAReport() throws Exception {
    resultados.leidos();
    resultados.vaciarInformes();
    var luz = Navegador.como(UsuarioDeArena.OPERADOR, base);
    var ana = Navegador.como(UsuarioDeArena.ADMINISTRADOR, base);
    try (var familias = new FamiliasFalsas(resultados)) {
      // When
      var hecho =
          luz.post(
              "/consola/seguimiento", Map.of("tipo", "PENDIENTES", "corte", "2021-08-05T00:00"));
      confeccion.hacerLoQueHaya();
      assertThat(familias.tokens()).isNotEmpty();
      var ruta = hecho.uri().getPath();
      // Then
      assertThat(ruta).startsWith("/consola/seguimiento/");
      assertThat(luz.get(ruta).body())
          .contains("Por aprobar")
          .contains("Empleadores por reportar")
          .contains(".xlsx")
          .doesNotContain("Aprobar y enviar");
      assertThat(luz.get(ruta + "/vista").headers().firstValue("Content-Security-Policy"))
          .hasValueSatisfying(politica -> assertThat(politica).contains("sandbox"));
      assertThat(luz.get(ruta + "/archivos/pendientes-2021-08-05.csv").body())
          .contains("Empleadores por reportar");
      assertThat(luz.get("/consola/seguimiento?estado=POR_APROBAR").body()).contains(ruta);
      // When
      assertThat(luz.post(ruta + "/aprobacion", Map.of()).statusCode()).isEqualTo(403);
      ana.post(ruta + "/aprobacion", Map.of());
      // Then
      assertThat(luz.get(ruta).body()).contains("Aprobado").contains("latido");
    }
  }

  @Test
  void tellsWhatIsWrongWithAnOrder() {
    var luz = Navegador.como(UsuarioDeArena.OPERADOR, base);
    var pagina = luz.post("/consola/seguimiento", Map.of("tipo", "PENDIENTES", "corte", "ayer"));
    assertThat(pagina.statusCode()).isEqualTo(400);
    assertThat(pagina.body()).contains("se espera un día y una hora");
  }
}
