package co.satccf.acceptance;

import static co.satccf.acceptance.Navegador.entrar;
import static co.satccf.acceptance.Navegador.obstaculos;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.acceptance.Navegador.Ventana;
import co.satccf.sandbox.erp.ErpSintetico;
import co.satccf.sandbox.erp.Hechos;
import co.satccf.sandbox.erp.Hechos.Hecho;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import co.satccf.sandbox.local.Corrida;
import co.satccf.sandbox.local.OpcionesDePlataforma;
import co.satccf.sandbox.local.Plataforma;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;

/** What people do at the console of the running platform, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("hayChromium")
class ConsolaTest {
  private static final Path RAIZ =
      Path.of(System.getProperty("sat.raiz", "../..")).toAbsolutePath().normalize();
  private static final Duration PRONTO = Duration.ofSeconds(60);

  private final Plataforma plataforma =
      Plataforma.iniciar(
          OpcionesDePlataforma.en(RAIZ)
              .conRegistros(RAIZ.resolve("testing/acceptance/target/registros/consola")),
          aviso -> {});
  private final Corrida corrida = new Corrida(plataforma, System.out, false, PRONTO);
  private final Navegador navegador = Navegador.abrir();
  private final Hechos hechos = Hechos.de(4_321);

  static boolean hayChromium() {
    return Navegador.chromium().isPresent();
  }

  /** Without its company's name: never sent as it is. */
  private final Hecho otroRoto = sinRazonSocial();

  ConsolaTest() {
    List<byte[]> lineas = new ArrayList<>(ErpSintetico.lineas(300, 21));
    lineas.add(otroRoto.valor());
    publicar(lineas);
  }

  @AfterAll
  void close() {
    navegador.close();
    plataforma.close();
  }

  @Test
  void everyPageIsForEverybody() {
    List<String> obstaculos = new ArrayList<>();
    Page page = dentro(UsuarioDeArena.ADMINISTRADOR, Ventana.ESCRITORIO);
    Page telefono = page.context().newPage();
    telefono.setViewportSize(Ventana.TELEFONO.ancho(), Ventana.TELEFONO.alto());
    for (Pagina pagina : Pagina.values()) {
      page.navigate(pagina.en(plataforma).toString());
      assertThat(page.locator("nav [aria-current=page]")).hasText(pagina.enElMenu());
      obstaculos.addAll(obstaculos(page));
      page.locator("[data-tema-cambiar]").click();
      obstaculos.addAll(obstaculos(page));
      telefono.navigate(page.url());
      if (Navegador.seDesborda(telefono)) {
        obstaculos.add(page.url() + ": wider than a telephone");
      }
    }
    page.context().close();
    assertThat(obstaculos).isEmpty();
  }

  @Test
  void aKeyboardIsEnough() {
    Page page = dentro(UsuarioDeArena.CONSULTA, Ventana.ESCRITORIO);
    // When the first stop is taken: the way past the menu
    page.keyboard().press("Tab");
    assertThat(enfocado(page)).isEqualTo("Ir al contenido");
    page.keyboard().press("Enter");
    assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("contenido");
    // Then the menu comes in the order in which it is read
    page.navigate(plataforma.consola().toString());
    List<String> paradas = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      page.keyboard().press("Tab");
      paradas.add(enfocado(page));
    }
    List<String> orden = new ArrayList<>(List.of("Ir al contenido"));
    orden.addAll(page.locator("nav a").allTextContents());
    orden.addAll(List.of("Cambiar tema", "Salir"));
    assertThat(paradas).containsSubsequence(orden);
    page.context().close();
  }

  @Test
  void whoMayOnlyLookSeesNoMoveAndCanMakeNone() {
    // Given
    Page page = dentro(UsuarioDeArena.CONSULTA, Ventana.ESCRITORIO);
    assertThat(page.locator("header")).containsText(UsuarioDeArena.CONSULTA.sujeto());
    // When
    buscar(page, otroRoto);
    // Then
    assertThat(page.locator("main")).containsText("Glosado");
    assertThat(page.locator("main form")).hasCount(0);
    assertThat(mover(page, "retirar", "JSON.parse(document.body.getAttribute('hx-headers'))"))
        .isEqualTo(403);
    sigueGlosado(page);
    page.getByText("Salir").click();
    page.navigate(plataforma.consola().toString());
    assertThat(page.getByLabel("Contraseña")).isVisible();
    page.context().close();
  }

  @Test
  void aForgedFormDoesNothing() {
    Page page = dentro(UsuarioDeArena.ADMINISTRADOR, Ventana.ESCRITORIO);
    buscar(page, otroRoto);
    assertThat(mover(page, "retirar", "{'X-CSRF-TOKEN': 'A'.repeat(43)}")).isEqualTo(403);
    assertThat(mover(page, "retirar", "{}")).isEqualTo(403);
    sigueGlosado(page);
    page.context().close();
  }

  @Test
  void theBoardMovesByItself() {
    // Given
    Page page = dentro(UsuarioDeArena.CONSULTA, Ventana.ESCRITORIO);
    Locator recibidos = page.locator(".tarjeta:has-text('Recibidos') .cifra");
    String antes = recibidos.textContent();
    page.evaluate("() => { window.esLaMisma = true; }");
    // When
    publicar(List.of(hechos.primeraVez(hechos.empleador()).valor()));
    // Then
    assertThat(recibidos)
        .not()
        .hasText(antes, new LocatorAssertions.HasTextOptions().setTimeout(PRONTO.toMillis()));
    assertThat(page.evaluate("() => window.esLaMisma")).isEqualTo(true);
    page.context().close();
  }

  private Page dentro(UsuarioDeArena quien, Ventana ventana) {
    Page page = navegador.ventana(ventana);
    entrar(page, quien, plataforma.consola());
    return page;
  }

  /** Opens a report as a person finds it. */
  private void buscar(Page page, Hecho hecho) {
    page.navigate(Pagina.REPORTES.en(plataforma).toString());
    page.getByLabel("Radicado").fill(hecho.radicado());
    page.locator("form[role=search] button[type=submit]").click();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(hecho.radicado())).click();
  }

  private void publicar(List<byte[]> lineas) {
    assertThat(corrida.correr(lineas).bien()).isTrue();
  }

  /** What a script asks the page to do, with these headers; the status of the answer. */
  private static Object mover(Page page, String movida, String cabeceras) {
    return page.evaluate(
        """
        async (movida) => (await fetch(location.pathname + '/movidas/' + movida, {
          method: 'POST',
          headers: %s,
          body: new URLSearchParams({motivo: 'prueba', seguidor: 'LIBERAR'}),
        })).status\
        """
            .formatted(cabeceras),
        movida);
  }

  private static void sigueGlosado(Page page) {
    page.reload();
    assertThat(page.locator("dl.datos").first()).containsText("Glosado");
  }

  private Hecho sinRazonSocial() {
    Hecho hecho = hechos.primeraVez(hechos.empleador());
    try {
      ObjectNode evento = (ObjectNode) RegistroAMano.JSON.readTree(hecho.valor());
      ((ObjectNode) evento.at("/data/empleador")).put("razonSocial", "");
      return new Hecho(
          hecho.topico(),
          hecho.clave(),
          hecho.radicado(),
          RegistroAMano.JSON.writeValueAsBytes(evento));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String enfocado(Page page) {
    return String.valueOf(page.evaluate("() => document.activeElement.textContent.trim()"));
  }
}
