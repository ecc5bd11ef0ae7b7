package co.satccf.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.acceptance.Navegador.Ventana;
import co.satccf.sandbox.erp.ErpSintetico;
import co.satccf.sandbox.erp.FeedOptions;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import co.satccf.sandbox.local.Corrida;
import co.satccf.sandbox.local.OpcionesDePlataforma;
import co.satccf.sandbox.local.Plataforma;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the pictures of the operator's guide: {@code ./sat pantallas}. */
@EnabledIfSystemProperty(named = "pantallas", matches = ".+")
class PantallasTest {
  private static final Path CARPETA = Path.of(System.getProperty("pantallas", "."));
  private static final int ALTO_MAXIMO = 1_300;
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
      unReporteYSuCorreccion(page, plataforma);
      unaCarga(page, plataforma);
      unInforme(page, plataforma);
      for (Pagina pagina : Pagina.values()) {
        // Of the audit, the book in which the look at the report above stands.
        String cual = pagina == Pagina.AUDITORIA ? "?libro=RELACION_LABORAL" : "";
        page.navigate(pagina.en(plataforma) + cual);
        tomar(page, pagina.archivo());
      }
    }
  }

  private static void unReporteYSuCorreccion(Page page, Plataforma plataforma) {
    page.navigate(Pagina.GLOSAS.en(plataforma).toString());
    page.locator("main tbody a").last().click();
    page.locator("main tbody th a").first().click();
    tomar(page, "reporte");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Corregir")).click();
    page.getByLabel("Motivo").fill("Lo pide el área de afiliaciones");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Abrir los campos"))
        .click();
    tomar(page, "correccion");
  }

  private static void unaCarga(Page page, Plataforma plataforma) {
    page.navigate(Pagina.CARGAS.en(plataforma).toString());
    byte[] lineas =
        ErpSintetico.de(new FeedOptions(120, 9)).stream()
            .map(linea -> new String(linea.bytes(), StandardCharsets.UTF_8).replace('\uFFFD', '?'))
            .collect(Collectors.joining("\n"))
            .getBytes(StandardCharsets.UTF_8);
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload("rezago.ndjson", "application/x-ndjson", lineas));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Subir y revisar")).click();
    page.locator("[name=sinErradas]").waitFor();
    tomar(page, "carga");
  }

  private static void unInforme(Page page, Plataforma plataforma) {
    page.navigate(Pagina.INFORMES.en(plataforma).toString());
    page.locator("#hacer + form [name=tipo]").selectOption("CONTEO_SEMANAL");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hacer el informe"))
        .click();
    page.getByText("Aprobar y enviar").waitFor();
    tomar(page, "informe");
  }

  /** The whole page, but for the rest of a long one. */
  private static void tomar(Page page, String nombre) {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    int alto = (Integer) page.evaluate("() => document.documentElement.scrollHeight");
    page.setViewportSize(
        Ventana.ESCRITORIO.ancho(), Math.clamp(alto, Ventana.ESCRITORIO.alto(), ALTO_MAXIMO));
    Imagen.guardar(page.screenshot(), CARPETA.resolve(nombre + ".png"));
    page.setViewportSize(Ventana.ESCRITORIO.ancho(), Ventana.ESCRITORIO.alto());
  }
}
