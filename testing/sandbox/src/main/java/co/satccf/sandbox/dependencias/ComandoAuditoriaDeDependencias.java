package co.satccf.sandbox.dependencias;

import co.satccf.sandbox.Principal;
import co.satccf.sandbox.local.OpcionesComunes;
import co.satccf.sandbox.local.ServicioSuite;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Holds the SBOMs of the packaged services against a copy of OSV, without the network. Without a
 * copy it says so, and is not a failure.
 */
@Command(name = "auditoria-dependencias")
public final class ComandoAuditoriaDeDependencias implements Callable<Integer> {

  @Spec CommandSpec comando = CommandSpec.create();

  @Option(names = "--base", paramLabel = "ZIP")
  @Nullable Path base;

  @Option(names = "--raiz", hidden = true)
  Path raiz = OpcionesComunes.RAIZ;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = comando.commandLine().getOut();
    ObjectMapper json = new ObjectMapper();
    Set<Biblioteca> bibliotecas = new TreeSet<>();
    for (ServicioSuite servicio : ServicioSuite.values()) {
      Path sbom = raiz.resolve(servicio.modulo()).resolve("target/bom.json");
      if (!Files.exists(sbom)) {
        out.println("No está " + sbom + ": construya con ./mvnw package");
        return Principal.NO_SE_PUDO;
      }
      bibliotecas.addAll(Sbom.leer(sbom, json));
    }
    if (base == null) {
      out.printf(
          "OMITIDA: %d bibliotecas sin revisar. Diga con --base dónde está la copia de OSV"
              + " (https://osv-vulnerabilities.storage.googleapis.com/Maven/all.zip)%n",
          bibliotecas.size());
      return 0;
    }
    BaseOsv.Revision revision = new BaseOsv(base, json).revisar(bibliotecas);
    revision
        .hallazgos()
        .forEach(
            h ->
                out.printf(
                    "%s  %s  %s  %s%n",
                    h.segura() ? "VULNERABLE" : "POR REVISAR",
                    h.biblioteca(),
                    h.id(),
                    h.resumen()));
    out.printf(
        "%d bibliotecas contra %d vulnerabilidades conocidas hasta %s: %d hallazgos%n",
        bibliotecas.size(),
        revision.vulnerabilidades(),
        revision.ultima(),
        revision.hallazgos().size());
    return revision.hallazgos().isEmpty() ? 0 : Principal.NO_CUADRA;
  }
}
