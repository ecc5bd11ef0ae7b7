package co.satccf.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The rendered default, kept so that a change of the chart shows in the review. After a wanted
 * change: {@code ./mvnw -pl deploy -am test -Dtest=InstantaneaTest -Dinstantanea.renovar
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class InstantaneaTest {

  private static final Path GUARDADA = Path.of("src", "test", "resources", "por-omision.yaml");

  @Test
  void theRenderedDefaultIsAsItWasReviewed() throws IOException {
    StringBuilder rendido = new StringBuilder();
    for (Objeto objeto : Chart.rendir(Caso.POR_OMISION)) {
      if (!objeto.yaml().at("/metadata/labels").has("grafana_dashboard")) {
        rendido.append(Yaml.MAPPER.writeValueAsString(objeto.yaml()));
      }
    }
    if (System.getProperty("instantanea.renovar") != null) {
      Files.writeString(GUARDADA, rendido);
    }
    assertThat(rendido.toString()).isEqualTo(Files.readString(GUARDADA));
  }
}
