package co.satccf.acceptance;

import co.satccf.sandbox.identidad.UsuarioDeArena;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Chromium of this machine, and what a person does with it. */
final class Navegador implements AutoCloseable {
  private static final List<String> NOMBRES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  /** What axe calls an obstacle; the rest is advice. */
  private static final Set<String> GRAVES = Set.of("serious", "critical");

  private static final double PACIENCIA_MS = 30_000;

  private final Playwright playwright;
  private final Browser browser;

  private Navegador(Path chromium) {
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setEnv(enEspanol())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** What a browser says by itself, as in a field for a file, is of its own language. */
  private static Map<String, String> enEspanol() {
    Map<String, String> entorno = new HashMap<>(System.getenv());
    entorno.put("LANGUAGE", "es_CO:es");
    return entorno;
  }

  /** Where Chromium is on this machine, if it is. */
  static Optional<Path> chromium() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .flatMap(carpeta -> NOMBRES.stream().map(nombre -> Path.of(carpeta, nombre)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Navegador abrir() {
    return new Navegador(chromium().orElseThrow());
  }

  /** A person's own window, with nothing remembered. */
  Page ventana(Ventana como) {
    BrowserContext contexto =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale("es-CO")
                .setTimezoneId("America/Bogota")
                .setColorScheme(como.oscura() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setViewportSize(como.ancho(), como.alto()));
    contexto.setDefaultTimeout(PACIENCIA_MS);
    return contexto.newPage();
  }

  /** How a window looks. */
  record Ventana(int ancho, int alto, boolean oscura) {
    static final Ventana ESCRITORIO = new Ventana(1_200, 800, false);
    static final Ventana TELEFONO = new Ventana(360, 740, false);

    Ventana aOscuras() {
      return new Ventana(ancho, alto, true);
    }
  }

  /** Signs in on the way to a page of the console, as it leads a person there. */
  static void entrar(Page page, UsuarioDeArena quien, URI pagina) {
    page.navigate(pagina.toString());
    page.getByLabel("Usuario").fill(quien.rol());
    page.getByLabel("Contraseña").fill(quien.clave());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Entrar")).click();
    page.waitForURL(url -> URI.create(url).getAuthority().equals(pagina.getAuthority()));
  }

  /** What axe finds in the page that keeps people out; each with the element and the reason. */
  static List<String> obstaculos(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(hallazgo -> GRAVES.contains(String.valueOf(hallazgo.getImpact())))
            .flatMap(
                hallazgo ->
                    hallazgo.getNodes().stream()
                        .map(
                            nodo ->
                                "%s: %s %s · %s"
                                    .formatted(
                                        page.url(),
                                        hallazgo.getId(),
                                        nodo.getHtml(),
                                        nodo.getFailureSummary())))
            .toList();
  }

  /** Whether one must push the page sideways to read it. */
  static boolean seDesborda(Page page) {
    return (Boolean)
        page.evaluate(
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  @Override
  public void close() {
    playwright.close();
  }
}
