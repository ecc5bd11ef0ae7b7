package co.satccf.acceptance;

import static co.satccf.acceptance.Navegador.entrar;
import static co.satccf.acceptance.Navegador.obstaculos;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.satccf.acceptance.Navegador.Ventana;
import co.satccf.sandbox.erp.ErpSintetico;
import co.satccf.sandbox.erp.Hechos;
import co.satccf.sandbox.erp.Hechos.Hecho;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import co.satccf.sandbox.local.Corrida;
import co.satccf.sandbox.local.OpcionesDePlataforma;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import co.satccf.sandbox.ministerio.EntradaDelLibro;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What people do at the console of the running platform, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("hayChromium")
@Order(2)
class ConsolaTest {
  private static final Path RAIZ =
      Path.of(System.getProperty("sat.raiz", "../..")).toAbsolutePath().normalize();
  private static final Duration PRONTO = Duration.ofSeconds(60);

  /** A status of 400 or more, which tests provoke. */
  private static final String NO_SE_CARGO = "Failed to load resource";

  /** Runs where it is taken for HTML. */
  private static final String CON_TRAMPA = "<img src=x onerror=alert(1)>";

  /** The headers that the page itself sends along. */
  private static final String SU_LLAVE = "JSON.parse(document.body.getAttribute('hx-headers'))";

  private static final LocatorAssertions.ContainsTextOptions CUANDO_LLEGUE =
      new LocatorAssertions.ContainsTextOptions().setTimeout(PRONTO.toMillis());
  private static final LocatorAssertions.IsVisibleOptions CUANDO_ESTE =
      new LocatorAssertions.IsVisibleOptions().setTimeout(PRONTO.toMillis());

  @TempDir private static Path carpeta = Path.of("");

  private final Plataforma plataforma =
      Plataforma.iniciar(
          OpcionesDePlataforma.en(RAIZ)
              .conRegistros(RAIZ.resolve("testing/acceptance/target/registros/consola")),
          aviso -> {});
  private final Corrida corrida = new Corrida(plataforma, System.out, false, PRONTO);
  private final Navegador navegador = Navegador.abrir();
  private final Hechos hechos = Hechos.de(4_321);

  /** What no page may do: ask with a dialog of a script, fail, or try what its policy forbids. */
  private final List<String> incidentes = new ArrayList<>();

  static boolean hayChromium() {
    return Navegador.chromium().isPresent();
  }

  /** Without their company's name: never sent as they are. */
  private final Hecho roto = sinRazonSocial();

  private final Hecho otroRoto = sinRazonSocial();

  ConsolaTest() {
    List<byte[]> lineas = new ArrayList<>(ErpSintetico.lineas(300, 21));
    lineas.add(roto.valor());
    lineas.add(otroRoto.valor());
    assertThat(corrida.correr(lineas).bien()).isTrue();
  }

  @AfterAll
  void close() {
    navegador.close();
    plataforma.close();
  }

  @AfterEach
  void nothingThatWasTypedRanAndNoPolicyWasBroken() {
    assertThat(incidentes).isEmpty();
  }

  @Test
  void everyPageIsForEverybody() {
    List<String> obstaculos = new ArrayList<>();
    Page page = dentro(UsuarioDeArena.ADMINISTRADOR, Ventana.ESCRITORIO);
    Page telefono = page.context().newPage();
    telefono.setViewportSize(Ventana.TELEFONO.ancho(), Ventana.TELEFONO.alto());
    for (Pagina pagina : Pagina.values()) {
      page.navigate(pagina.en(plataforma).toString());
      assertThat(page.locator(".barra [aria-current=page]")).hasText(pagina.enElMenu());
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
    orden.addAll(page.locator(".barra nav a").allTextContents());
    orden.addAll(List.of("Tema", "Salir"));
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
    assertThat(pedir(page, "/movidas/retirar", SU_LLAVE)).isEqualTo(403);
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
    assertThat(pedir(page, "/movidas/retirar", "{'X-CSRF-TOKEN': 'A'.repeat(43)}")).isEqualTo(403);
    assertThat(pedir(page, "/movidas/retirar", "{}")).isEqualTo(403);
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
    corrida.correr(List.of(hechos.primeraVez(hechos.empleador()).valor()));
    // Then
    assertThat(recibidos)
        .not()
        .hasText(antes, new LocatorAssertions.HasTextOptions().setTimeout(PRONTO.toMillis()));
    assertThat(page.evaluate("() => window.esLaMisma")).isEqualTo(true);
    page.context().close();
  }

  @Test
  void aNumberOfTheBoardOpensTheVeryReportsItCounts() {
    // Given
    Page page = dentro(UsuarioDeArena.CONSULTA, Ventana.ESCRITORIO);
    Locator vencidos =
        page.locator("tr")
            .filter(new Locator.FilterOptions().setHasText("Reportes vencidos sin terminar"));
    int cuantos = Integer.parseInt(vencidos.locator("td.n").textContent());
    // When
    vencidos.locator("a").click();
    // Then
    assertThat(page.locator("h1")).hasText("Reportes vencidos sin terminar");
    assertThat(obstaculos(page)).isEmpty();
    assertThat(cuantos).isPositive().isEqualTo(filas(page));
    page.context().close();
  }

  /** Of this page and those that follow it. */
  private static int filas(Page page) {
    int filas = page.locator("main tbody tr").count();
    List<String> siguientes =
        page.getByText("Siguientes de").all().stream()
            .map(enlace -> enlace.getAttribute("href"))
            .toList();
    for (String siguiente : siguientes) {
      page.navigate(URI.create(page.url()).resolve(siguiente).toString());
      filas += filas(page);
    }
    return filas;
  }

  @Test
  void anOperatorMendsAGlosaAndTheMinistryTakesIt() {
    // Given
    String nombre = CON_TRAMPA + "<script>alert(2)</script> & hijos";
    Page page = dentro(UsuarioDeArena.OPERADOR, Ventana.ESCRITORIO);
    buscar(page, roto);
    // When
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Corregir")).click();
    page.getByLabel("Motivo").fill("La razón social faltaba");
    pulsar(page, "Abrir los campos");
    Locator campo = page.locator("#c-razonSocial");
    assertThat(campo).hasAttribute("aria-invalid", "true");
    assertThat(obstaculos(page)).isEmpty();
    campo.fill(nombre);
    pulsar(page, "Guardar y enviar");
    // Then
    await().atMost(PRONTO).until(() -> aceptadas(roto).size() == 1);
    assertThat(RegistroAMano.leer(aceptadas(roto).getFirst().cuerpo()).path("razonSocial").asText())
        .isEqualTo(nombre);
    page.getByText("Ver lo que dice el reporte").click();
    page.locator("#m-cuerpo").fill("Para comprobarlo");
    pulsar(page, "Ver el cuerpo");
    assertThat(page.locator("dl.datos")).containsText(nombre);
    page.context().close();
  }

  @Test
  void aFileIsLookedAtLineByLineAndItsGoodLinesArePublished() throws IOException {
    // Given
    Hecho bueno = hechos.primeraVez(hechos.empleador());
    Hecho malo = sinRazonSocial();
    Page page = dentro(UsuarioDeArena.OPERADOR, Ventana.ESCRITORIO);
    // When
    subir(page, archivo("rezago.ndjson", bueno.valor(), malo.valor(), "{no".getBytes(UTF_8)));
    // Then it is seen what is wrong, and nothing was published
    Locator publicar =
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publicar 1 hecho"));
    assertThat(publicar).isVisible(CUANDO_ESTE);
    assertThat(page.locator("main")).containsText("razonSocial");
    assertThat(obstaculos(page)).isEmpty();
    assertThat(aceptadas(bueno)).isEmpty();
    // When
    page.locator("[name=sinErradas]").check();
    publicar.click();
    // Then
    assertThat(page.locator("main")).containsText("Publicadas 1 de 1", CUANDO_LLEGUE);
    await().atMost(PRONTO).until(() -> aceptadas(bueno).size() == 1);
    // When a file has nothing wrong
    Hecho otro = hechos.primeraVez(hechos.empleador());
    page.navigate(Pagina.CARGAS.en(plataforma).toString());
    subir(page, archivo("limpio.ndjson", otro.valor()));
    publicar.click();
    // Then
    await().atMost(PRONTO).until(() -> aceptadas(otro).size() == 1);
    page.context().close();
  }

  @Test
  void aPublicationOutlivesItsBrowserAndItsProcess() throws Exception {
    // Given a file in eight pieces
    List<Hecho> todos =
        Stream.generate(() -> hechos.primeraVez(hechos.empleador())).limit(24).toList();
    String nombre = CON_TRAMPA + ".ndjson";
    Page page = dentro(UsuarioDeArena.OPERADOR, Ventana.ESCRITORIO);
    subir(page, archivo(nombre, todos.stream().map(ConsolaTest::ancho).toArray(byte[][]::new)));
    page.waitForURL(Pattern.compile(".*/cargas/\\d+"));
    URI carga = URI.create(page.url());
    Locator publicar =
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publicar 24 hechos"));
    assertThat(publicar).isVisible(CUANDO_ESTE);
    assertThat(page.locator("h1")).hasText(nombre);
    // When it is published from a window that is closed at once, and the process dies half way
    try (CargaGuardada guardada = CargaGuardada.deteniendo(plataforma, numero(carga))) {
      page.waitForResponse(carga + "/publicacion", publicar::click);
      page.context().close();
      await().atMost(PRONTO).until(() -> guardada.publicados() > 0);
      plataforma.matar(ServicioSuite.REPORTING.modulo());
      assertThat(guardada.publicados()).isBetween(1, guardada.trozos() - 1);
      guardada.soltar();
      plataforma.revivir(ServicioSuite.REPORTING.modulo());
      plataforma.esperarListo(ServicioSuite.REPORTING.modulo());
      guardada.vencerArriendo();
    }
    // Then it went on by itself, and the Ministry was told of each fact once
    page = dentro(UsuarioDeArena.OPERADOR, Ventana.ESCRITORIO, carga);
    assertThat(page.locator("main")).containsText("Publicadas 24 de 24", CUANDO_LLEGUE);
    page.navigate(Pagina.CARGAS.en(plataforma).toString());
    assertThat(page.getByText(nombre)).isVisible();
    page.context().close();
    corrida.correr(List.of(hechos.primeraVez(hechos.empleador()).valor()));
    List<String> suyos = todos.stream().map(Hecho::radicado).toList();
    assertThat(plataforma.control().libro("AfiliacionPrimeraVez"))
        .filteredOn(entrada -> suyos.contains(entrada.radicado()))
        .allMatch(EntradaDelLibro::aceptado)
        .extracting(EntradaDelLibro::radicado)
        .containsExactlyInAnyOrderElementsOf(suyos);
  }

  /** The same fact with so many blanks that three of them make a piece. */
  private static byte[] ancho(Hecho hecho) {
    return ("{" + " ".repeat(200_000) + new String(hecho.valor(), UTF_8).substring(1))
        .getBytes(UTF_8);
  }

  private static long numero(URI carga) {
    return Long.parseLong(carga.getPath().replaceFirst(".*/", ""));
  }

  @Test
  void aFileThatIsNoFactsIsToldPlainly() throws IOException {
    Page page = dentro(UsuarioDeArena.OPERADOR, Ventana.ESCRITORIO);
    Locator avisos = page.locator("#avisos");
    // A sheet in Latin-1
    subir(page, archivo("hoja.csv", "radicado;situación\n".getBytes(ISO_8859_1)));
    assertThat(avisos).containsText("no está en UTF-8", CUANDO_LLEGUE);
    // A workbook under another name
    subir(page, archivo("libro.csv", new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0, 8, 0, 0, 0}));
    assertThat(avisos).containsText("libro de Excel", CUANDO_LLEGUE);
    // More than is taken: it is not even sent
    subir(page, desmedido());
    assertThat(avisos).containsText("pasa de 256 MiB", CUANDO_LLEGUE);
    // Then nothing of them is kept
    page.reload();
    assertThat(page.locator("main")).not().containsText("hoja.csv");
    assertThat(page.locator("main")).not().containsText("libro.csv");
    page.context().close();
  }

  @Test
  void whatWasTypedOutlivesTheSession() {
    // Given a form that is filled in when the session ends
    Page page = dentro(UsuarioDeArena.OPERADOR, Ventana.ESCRITORIO);
    buscar(page, otroRoto);
    page.getByText("Ver lo que dice el reporte").click();
    page.locator("#m-cuerpo").fill("Lo pregunta la dueña");
    page.context()
        .clearCookies(
            new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("q_session.*")));
    // When
    pulsar(page, "Ver el cuerpo");
    // Then
    assertThat(page.locator("h1")).hasText("La sesión terminó");
    assertThat(obstaculos(page)).isEmpty();
    // When the person signs in in another tab, and comes back
    Page pestana =
        page.waitForPopup(() -> page.getByText("Entre de nuevo en otra pestaña").click());
    entrar(pestana, UsuarioDeArena.OPERADOR, plataforma.consola());
    pulsar(page, "Enviar otra vez");
    // Then
    assertThat(page.locator("h1")).hasText("Lo que dice el reporte");
    page.context().close();
  }

  @Test
  void aReportIsApprovedAndArrivesWithItsFiles() {
    // Given
    Page page = dentro(UsuarioDeArena.ADMINISTRADOR, Ventana.ESCRITORIO);
    page.navigate(Pagina.INFORMES.en(plataforma).toString());
    page.locator("#hacer + form [name=tipo]").selectOption("CONTEO_SEMANAL");
    pulsar(page, "Hacer el informe");
    Locator aprobar =
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Aprobar y enviar"));
    assertThat(aprobar).isVisible(CUANDO_ESTE);
    assertThat(obstaculos(page)).isEmpty();
    // When somebody tries who may not
    Page operador = dentro(UsuarioDeArena.OPERADOR, Ventana.ESCRITORIO);
    operador.navigate(page.url());
    assertThat(operador.getByText("Por aprobar").first()).isVisible();
    assertThat(operador.getByText("Aprobar y enviar")).hasCount(0);
    assertThat(pedir(operador, "/aprobacion", SU_LLAVE)).isEqualTo(403);
    operador.context().close();
    assertThat(plataforma.buzon().cartas()).isEmpty();
    // When
    aprobar.click();
    // Then
    assertThat(page.locator("#estado")).containsText("Enviado", CUANDO_LLEGUE);
    assertThat(plataforma.buzon().cartas())
        .singleElement()
        .satisfies(
            carta -> {
              assertThat(carta.asunto()).startsWith("Conteo semanal");
              assertThat(carta.html()).contains("<table");
              assertThat(carta.adjuntos().keySet())
                  .anyMatch(nombre -> nombre.endsWith(".xlsx"))
                  .anyMatch(nombre -> nombre.endsWith(".csv"))
                  .anyMatch(nombre -> nombre.endsWith(".html"));
            });
    page.context().close();
  }

  private Page dentro(UsuarioDeArena quien, Ventana ventana) {
    return dentro(quien, ventana, plataforma.consola());
  }

  private Page dentro(UsuarioDeArena quien, Ventana ventana, URI pagina) {
    Page page = navegador.ventana(ventana);
    page.context()
        .onDialog(
            dialogo -> {
              incidentes.add(page.url() + ": " + dialogo.message());
              dialogo.dismiss();
            });
    page.context()
        .onConsoleMessage(
            dicho -> {
              if (dicho.type().equals("error") && !dicho.text().startsWith(NO_SE_CARGO)) {
                incidentes.add(page.url() + ": " + dicho.text());
              }
            });
    entrar(page, quien, pagina);
    return page;
  }

  /** Opens a report as a person finds it. */
  private void buscar(Page page, Hecho hecho) {
    page.navigate(Pagina.REPORTES.en(plataforma).toString());
    page.getByLabel("Radicado").fill(hecho.radicado());
    page.locator("form[role=search] button[type=submit]").click();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(hecho.radicado())).click();
  }

  private static void pulsar(Page page, String boton) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(boton)).click();
  }

  private List<EntradaDelLibro> aceptadas(Hecho hecho) {
    return plataforma.control().libro("AfiliacionPrimeraVez").stream()
        .filter(EntradaDelLibro::aceptado)
        .filter(entrada -> entrada.radicado().equals(hecho.radicado()))
        .toList();
  }

  /** What a script asks below the page's own address, with these headers; the answer's status. */
  private static Object pedir(Page page, String ruta, String cabeceras) {
    return page.evaluate(
        """
        async (ruta) => (await fetch(location.pathname + ruta, {
          method: 'POST',
          headers: %s,
          body: new URLSearchParams({motivo: 'prueba', seguidor: 'LIBERAR'}),
        })).status\
        """
            .formatted(cabeceras),
        ruta);
  }

  private static void subir(Page page, Path archivo) {
    if (!page.url().endsWith("/cargas")) {
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Cargas").setExact(true))
          .click();
    }
    page.locator("input[type=file]").setInputFiles(archivo);
    if (archivo.toString().endsWith(".csv")) {
      page.locator("[name=tipo]").selectOption(new SelectOption().setIndex(1));
    }
    pulsar(page, "Subir y revisar");
  }

  private Path archivo(String nombre, byte[]... lineas) throws IOException {
    try (OutputStream salida = Files.newOutputStream(carpeta.resolve(nombre))) {
      for (byte[] linea : lineas) {
        salida.write(linea);
        salida.write('\n');
      }
    }
    return carpeta.resolve(nombre);
  }

  private static Path desmedido() throws IOException {
    Path archivo = carpeta.resolve("desmedido.ndjson");
    try (RandomAccessFile vacio = new RandomAccessFile(archivo.toFile(), "rw")) {
      vacio.setLength(300L << 20);
    }
    return archivo;
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
