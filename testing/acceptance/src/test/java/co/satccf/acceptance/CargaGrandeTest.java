package co.satccf.acceptance;

import static co.satccf.acceptance.Navegador.entrar;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.acceptance.Navegador.Ventana;
import co.satccf.sandbox.erp.Hechos;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import co.satccf.sandbox.local.OpcionesDePlataforma;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file of so many megabytes through the browser: {@code -Dtest=CargaGrandeTest -Dcarga.mb=200}.
 * The figures are printed; no service has a heap that could hold the file.
 */
@EnabledIfSystemProperty(named = "carga.mb", matches = "\\d+")
class CargaGrandeTest {
  private static final Path RAIZ =
      Path.of(System.getProperty("sat.raiz", "../..")).toAbsolutePath().normalize();
  private static final long BYTES = Integer.getInteger("carga.mb", 0) * 1_000_000L;
  private static final Duration PACIENCIA = Duration.ofMinutes(30);

  @TempDir private static Path carpeta = Path.of("");

  @Test
  void isTakenInAndLookedAtLineByLine() throws IOException {
    Path archivo = carpeta.resolve("rezago.ndjson");
    int lineas = escribir(archivo);
    try (Plataforma plataforma =
            Plataforma.iniciar(
                OpcionesDePlataforma.en(RAIZ)
                    .conRegistros(RAIZ.resolve("testing/acceptance/target/registros/carga-grande")),
                aviso -> {});
        Navegador navegador = Navegador.abrir()) {
      Page page = navegador.ventana(Ventana.ESCRITORIO);
      entrar(page, UsuarioDeArena.OPERADOR, Pagina.CARGAS.en(plataforma));
      String antes = memoria(plataforma);
      // When
      page.locator("input[type=file]").setInputFiles(archivo);
      long inicio = System.nanoTime();
      page.getByText("Subir y revisar").click();
      page.waitForURL(
          Pattern.compile(".*/cargas/\\d+"),
          new Page.WaitForURLOptions().setTimeout(PACIENCIA.toMillis()));
      Duration subida = Duration.ofNanos(System.nanoTime() - inicio);
      String alSubir = memoria(plataforma);
      Locator publicar = page.locator("form[action$=publicacion] button");
      assertThat(publicar)
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PACIENCIA.toMillis()));
      Duration revision = Duration.ofNanos(System.nanoTime() - inicio).minus(subida);
      // Then
      System.out.printf(
          "%d MB, %,d lines: uploaded in %.1f s, looked at in %.1f s%n%s%n%s%n%s%n",
          BYTES / 1_000_000,
          lineas,
          subida.toMillis() / 1_000.0,
          revision.toMillis() / 1_000.0,
          antes,
          alSubir,
          memoria(plataforma));
      assertThat(publicar).containsText("Publicar");
      assertThat(page.locator("main")).not().containsText("Nadie la ha revisado");
    }
  }

  /** Facts of all families, each of another employer or worker. */
  private static int escribir(Path archivo) throws IOException {
    Hechos hechos = Hechos.de(200);
    int lineas = 0;
    try (OutputStream salida = new BufferedOutputStream(Files.newOutputStream(archivo), 1 << 20)) {
      for (long bytes = 0; bytes < BYTES; lineas++) {
        byte[] linea = linea(hechos, lineas);
        salida.write(linea);
        salida.write('\n');
        bytes += linea.length + 1;
      }
    }
    return lineas;
  }

  private static byte[] linea(Hechos hechos, int numero) {
    return switch (numero % 4) {
      case 0 -> hechos.primeraVez(hechos.empleador()).valor();
      case 1 -> hechos.estadoPago(hechos.empleador()).valor();
      default -> hechos.inicio(hechos.empleador(), hechos.trabajador()).valor();
    };
  }

  /** Resident now, and at most so far, of each service that takes part. */
  private static String memoria(Plataforma plataforma) throws IOException {
    StringBuilder memoria = new StringBuilder();
    for (ServicioSuite servicio : ServicioSuite.values()) {
      Long pid = plataforma.procesos().get(servicio.modulo());
      memoria.append(servicio.modulo()).append(": ");
      for (String linea : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
        if (linea.startsWith("VmRSS") || linea.startsWith("VmHWM")) {
          memoria.append(linea.replaceAll("\\s+", " ")).append("; ");
        }
      }
    }
    return memoria.toString();
  }
}
