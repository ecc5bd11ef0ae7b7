package co.satccf.sandbox.dependencias;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A CycloneDX SBOM in JSON, as the build leaves it beside each package. */
final class Sbom {

  private static final Pattern PURL = Pattern.compile("pkg:maven/([^/]+)/([^@]+)@([^?#]+).*");

  private Sbom() {}

  /**
   * The libraries of Maven that it names.
   *
   * @throws IOException also when it is no SBOM
   */
  static Set<Biblioteca> leer(Path archivo, ObjectMapper json) throws IOException {
    JsonNode sbom = json.readTree(Files.readAllBytes(archivo));
    if (!sbom.path("bomFormat").asText().equals("CycloneDX")) {
      throw new IOException(archivo + " no es un SBOM de CycloneDX");
    }
    Set<Biblioteca> bibliotecas = new TreeSet<>();
    for (JsonNode componente : sbom.path("components")) {
      Matcher purl = PURL.matcher(componente.path("purl").asText());
      if (purl.matches()) {
        bibliotecas.add(
            new Biblioteca(
                texto(purl.group(1)) + ":" + texto(purl.group(2)), texto(purl.group(3))));
      }
    }
    return bibliotecas;
  }

  private static String texto(String codificado) {
    return URLDecoder.decode(codificado.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
