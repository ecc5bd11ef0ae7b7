package co.satccf.sandbox.local;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.erp.ErpSintetico;
import co.satccf.sandbox.erp.Esperado;
import co.satccf.sandbox.erp.FeedLine;
import co.satccf.sandbox.erp.FeedOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;

class EventoPublicableTest {

  @Test
  void readsTopicKeyAndServiceAsTheErpWroteThem() {
    for (FeedLine linea : ErpSintetico.de(new FeedOptions(2_000, 4))) {
      EventoPublicable evento = EventoPublicable.de(linea.bytes());
      if (linea.esperado() != Esperado.CUARENTENA
          && linea.esperado() != Esperado.GLOSADO_LOCAL
          && linea.esperado() != Esperado.REPETIDO) {
        assertThat(evento.topico()).isEqualTo(linea.topic());
        assertThat(evento.clave().map(k -> new String(k, StandardCharsets.UTF_8)))
            .contains(linea.key());
        assertThat(evento.identidad()).isPresent();
      }
      assertThat(evento.valor()).isSameAs(linea.bytes());
    }
  }

  @Test
  void publishesWhatItCannotReadToTheTopicOfItsTypeElseToTheFirst() {
    assertThat(de("no es json").topico()).isEqualTo("sat.afiliacion");
    assertThat(de("[]").clave()).isEmpty();
    assertThat(de("{\"type\":\"co.satccf.novedades.otra.v9\"}").topico())
        .isEqualTo("sat.novedades");
    assertThat(de("{\"type\":\"co.satccf.relacion-laboral.x\"}").topico())
        .isEqualTo("sat.relacion-laboral");
    assertThat(de("{\"type\":7}").topico()).isEqualTo("sat.afiliacion");
  }

  @Test
  void readsAFileLineByLineAsBytes(@TempDir Path dir) throws Exception {
    // Given bytes that are no UTF-8, both kinds of line end, and no end of line at the end
    Path archivo = dir.resolve("f.ndjson");
    Files.write(archivo, new byte[] {'a', (byte) 0xFF, '\n', '\n', 'b', '\r', '\n', 'c'});
    // When
    List<byte[]> lineas = Alimentacion.deArchivo(archivo, CommandSpec.create());
    // Then
    assertThat(lineas)
        .containsExactly(new byte[] {'a', (byte) 0xFF}, new byte[] {'b'}, new byte[] {'c'});
  }

  private static EventoPublicable de(String linea) {
    return EventoPublicable.de(linea.getBytes(StandardCharsets.UTF_8));
  }
}
