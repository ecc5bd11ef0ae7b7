package co.satccf.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Takes the pictures of the operator's guide: {@code ./sat pantallas}. Under {@code target} it
 * leaves the pages as they look in the dark and on a telephone, the report that prints and its
 * e-mail.
 */
@EnabledIfSystemProperty(named = "pantallas", matches = ".+")
class PantallasTest {
  private static final Path CARPETA = Path.of(System.getProperty("pantallas", "."));
  private static final int ALTO_MAXIMO = 1_300;
  private static final Path DEMAS = Path.of("target", "pantallas");
  private static final Ventana TELEFONO = new Ventana(390, 844, false);
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
      Instant hecho = Instant.now();
      // Then
      Page page = navegador.ventana(Ventana.ESCRITORIO);
      page.navigate(plataforma.consola().toString());
      tomar(page, "entrada");
      Navegador.entrar(page, UsuarioDeArena.ADMINISTRADOR, plataforma.consola());
      unReporteYSuCorreccion(page, plataforma);
      unaCarga(page, plataforma);
      // A report is cut off at the full minute before the last.
      await().atMost(Duration.ofMinutes(4)).until(() -> corte().isAfter(hecho));
      unInforme(page, plataforma);
      for (Pagina pagina : Pagina.values()) {
        // Of the audit, the book in which the look at the report above stands.
        String cual = pagina == Pagina.AUDITORIA ? "?libro=RELACION_LABORAL" : "";
        page.navigate(pagina.en(plataforma) + cual);
        tomar(page, pagina.archivo());
      }
      deOtroModo(navegador, plataforma, "oscuro", Ventana.ESCRITORIO.aOscuras());
      deOtroModo(navegador, plataforma, "telefono", TELEFONO);
      loQueSale(page, navegador.ventana(Ventana.ESCRITORIO), plataforma);
    }
  }

  private static Instant corte() {
    return Instant.now().minus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.MINUTES);
  }

  private static void deOtroModo(
      Navegador navegador, Plataforma plataforma, String como, Ventana ventana) {
    Page page = navegador.ventana(ventana);
    page.navigate(plataforma.consola().toString());
    entera(page, "entrada-" + como);
    Navegador.entrar(page, UsuarioDeArena.ADMINISTRADOR, plataforma.consola());
    for (Pagina pagina : Pagina.values()) {
      page.navigate(pagina.en(plataforma).toString());
      entera(page, pagina.archivo() + "-" + como);
    }
    page.navigate(Pagina.CARGAS.en(plataforma) + "/1");
    entera(page, "carga-" + como);
    page.navigate(Pagina.INFORMES.en(plataforma) + "/1");
    entera(page, "informe-" + como);
    page.context().close();
  }

  private static void loQueSale(Page page, Page vacia, Plataforma plataforma) {
    page.navigate(Pagina.INFORMES.en(plataforma) + "/1");
    page.getByText("Aprobar y enviar").click();
    await().atMost(SIN_AVANCE).until(() -> !plataforma.buzon().cartas().isEmpty());
    var carta = plataforma.buzon().cartas().getFirst();
    vacia.setContent(carta.html());
    entera(vacia, "correo");
    carta
        .adjuntos()
        .forEach(
            (nombre, adjunto) -> {
              if (nombre.endsWith(".html")) {
                vacia.setContent(new String(adjunto.contenido(), StandardCharsets.UTF_8));
                vacia.pdf(
                    new Page.PdfOptions()
                        .setPath(DEMAS.resolve("informe.pdf"))
                        .setFormat("Letter"));
              }
            });
  }

  private static void entera(Page page, String nombre) {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(DEMAS.resolve(nombre + ".png")));
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
    page.locator("#hacer + form [name=tipo]").selectOption("TRABAJADORES_CARGADOS");
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
