package co.satccf.sandbox.dependencias;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.Principal;
import co.satccf.sandbox.local.ServicioSuite;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AuditoriaDeDependenciasTest {

  private static final String SBOM =
      """
      {"bomFormat": "CycloneDX", "components": [
        {"purl": "pkg:maven/org.ejemplo/uno@1.0?type=jar"},
        {"purl": "pkg:maven/org.ejemplo/dos@2.0.Final?type=jar"},
        {"purl": "pkg:npm/otra@3"}]}
      """;

  @TempDir Path raiz;

  private final StringWriter escrito = new StringWriter();

  @BeforeEach
  void packaged() throws IOException {
    for (ServicioSuite servicio : ServicioSuite.values()) {
      Path target = Files.createDirectories(raiz.resolve(servicio.modulo()).resolve("target"));
      Files.writeString(target.resolve("bom.json"), SBOM);
    }
  }

  @Test
  void saysThatItIsSkippedWithoutACopyOfOsv() {
    assertThat(run()).isZero();
    assertThat(escrito.toString()).startsWith("OMITIDA: 2 bibliotecas sin revisar");
  }

  @Test
  void findsTheVersionThatIsAffectedAndNoOther() throws IOException {
    // Given
    Path base =
        osv(
            vulnerability("GHSA-1", "org.ejemplo:uno", "\"0.9\", \"1.0\"", ""),
            vulnerability("GHSA-2", "org.ejemplo:dos", "\"1.0\"", ""),
            vulnerability("GHSA-3", "org.ejemplo:otra", "\"1.0\"", ""));
    // When, Then
    assertThat(run("--base", base.toString())).isEqualTo(Principal.NO_CUADRA);
    assertThat(escrito.toString())
        .contains("VULNERABLE  org.ejemplo:uno:1.0  GHSA-1")
        .contains("2 bibliotecas contra 3 vulnerabilidades conocidas hasta 2026-11-01T00:00:00Z")
        .doesNotContain("GHSA-2", "GHSA-3");
  }

  @Test
  void asksForALookWhereNoVersionIsNamedAndForgetsWhatWasWithdrawn() throws IOException {
    // Given
    Path base =
        osv(
            vulnerability("GHSA-1", "org.ejemplo:uno", "", ""),
            vulnerability(
                "GHSA-2", "org.ejemplo:dos", "\"2.0.Final\"", "\"withdrawn\": \"2026-01-01\","));
    // When, Then
    assertThat(run("--base", base.toString())).isEqualTo(Principal.NO_CUADRA);
    assertThat(escrito.toString())
        .contains("POR REVISAR  org.ejemplo:uno:1.0  GHSA-1")
        .doesNotContain("GHSA-2");
  }

  @Test
  void isContentWhenNothingIsKnown() throws IOException {
    Path base = osv(vulnerability("GHSA-1", "org.ejemplo:uno", "\"0.9\"", ""));
    assertThat(run("--base", base.toString())).isZero();
    assertThat(escrito.toString()).contains("0 hallazgos");
  }

  @Test
  void wantsTheServicesPackaged() throws IOException {
    Files.delete(raiz.resolve("token-service/target/bom.json"));
    assertThat(run()).isEqualTo(Principal.NO_SE_PUDO);
    assertThat(escrito.toString()).contains("token-service/target/bom.json");
  }

  private int run(String... args) {
    CommandLine linea = new CommandLine(new ComandoAuditoriaDeDependencias());
    linea.setOut(new PrintWriter(escrito, true));
    return linea.execute(
        Stream.concat(Stream.of("--raiz", raiz.toString()), Stream.of(args))
            .toArray(String[]::new));
  }

  private static String vulnerability(String id, String nombre, String versiones, String mas) {
    return """
        {"id": "%s", "modified": "2026-11-01T00:00:00Z", %s "summary": "Algo", "affected": [
          {"package": {"ecosystem": "Maven", "name": "%s"}, "versions": [%s]}]}
        """
        .formatted(id, mas, nombre, versiones);
  }

  private Path osv(String... vulnerabilidades) throws IOException {
    Path zip = raiz.resolve("all.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String una : List.of(vulnerabilidades)) {
        out.putNextEntry(new ZipEntry(Integer.toHexString(una.hashCode()) + ".json"));
        out.write(una.getBytes(StandardCharsets.UTF_8));
      }
    }
    return zip;
  }
}
