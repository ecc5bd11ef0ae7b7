package co.satccf.transmitter.token;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.transmitter.config.SatConfig;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokenPropioTest {

  @Inject Tokens tokens;
  @Inject TokenServiceDePrueba tokenService;
  @Inject SatConfig config;

  @Test
  void saysWhoAsksWithTheTokenThatStandsInItsFileNow() throws Exception {
    // Given
    Path archivo = config.token().archivo();
    String antes = Files.readString(archivo);
    TokenSat vigente = tokens.vigente(DESAFILIACION);
    int preguntas = tokenService.autorizaciones().size();
    try {
      // When the file is replaced between two questions
      Files.writeString(archivo, "uno\n");
      vigente = tokens.enLugarDe(DESAFILIACION, vigente);
      Files.writeString(archivo, "dos\n");
      vigente = tokens.enLugarDe(DESAFILIACION, vigente);
      // and for a token that lives nobody is asked
      tokens.vigente(DESAFILIACION);
    } finally {
      Files.writeString(archivo, antes);
    }
    // Then
    List<String> todas = tokenService.autorizaciones();
    assertThat(todas.subList(preguntas, todas.size())).containsExactly("Bearer uno", "Bearer dos");
    assertThat(vigente.alive()).isTrue();
  }
}
