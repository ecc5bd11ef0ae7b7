package co.satccf.transmitter.token;

import co.satccf.transmitter.config.SatConfig;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Says to token-service who asks. The file is read at each question, because it is replaced while
 * this process runs; there are a few questions an hour.
 */
class TokenPropio implements ClientRequestFilter {

  private final Path archivo;

  TokenPropio(SatConfig config) {
    this.archivo = config.token().archivo();
  }

  @Override
  public void filter(ClientRequestContext pregunta) throws IOException {
    pregunta
        .getHeaders()
        .putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + Files.readString(archivo).strip());
  }
}
