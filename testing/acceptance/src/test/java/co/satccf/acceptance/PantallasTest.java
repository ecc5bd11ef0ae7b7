package co.satccf.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.acceptance.Navegador.Ventana;
import co.satccf.sandbox.erp.ErpSintetico;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import co.satccf.sandbox.local.Corrida;
import co.satccf.sandbox.local.OpcionesDePlataforma;
import co.satccf.sandbox.local.Plataforma;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the pictures of the operator's guide: {@code ./sat pantallas}. */
@EnabledIfSystemProperty(named = "pantallas", matches = ".+")
class PantallasTest {
  private static final Path CARPETA = Path.of(System.getProperty("pantallas", "."));
  private static final Duration SIN_AVANCE = Duration.ofSeconds(60);

  @Test
  void takesAPictureOfEachPage() {
    Path raiz = Path.of(System.getProperty("sat.raiz", "../..")).toAbsolutePath().normalize();
    try (Plataforma plataforma = Plataforma.iniciar(OpcionesDePlataforma.en(raiz), aviso -> {});
        Navegador navegador = Navegador.abrir()) {
      // Given a day's work, with some reports that the Ministry refuses
      plataforma.control().modo(Map.of("proporcionGlosas", 0.03));
      Corrida corrida = new Corrida(plataforma, System.out, false, SIN_AVANCE);
      assertThat(corrida.correr(ErpSintetico.lineas(1_500, 5)).bien()).isTrue();
      // Then
      Page page = navegador.ventana(Ventana.ESCRITORIO);
      page.navigate(plataforma.consola().toString());
      tomar(page, "entrada");
      Navegador.entrar(page, UsuarioDeArena.ADMINISTRADOR, plataforma.consola());
      for (Pagina pagina : Pagina.values()) {
        page.navigate(pagina.en(plataforma).toString());
        tomar(page, pagina.archivo());
      }
    }
  }

  private static void tomar(Page page, String nombre) {
    page.waitForLoadState();
    page.screenshot(new Page.ScreenshotOptions().setPath(CARPETA.resolve(nombre + ".png")));
  }
}
