package co.satccf.bench.rivales;

import co.satccf.model.ServicioSat;
import co.satccf.sandbox.ministerio.ClientesSat;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks the Ministry for a token, each time anew, as whoever keeps none does. */
final class TokenPeer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI ministerio;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  TokenPeer(URI ministerio) {
    this.ministerio = ministerio;
  }

  String fetch(ServicioSat servicio) throws InterruptedException {
    String form =
        "grant_type=password&username=%s&password=%s&client_id=%s"
            .formatted(
                ClientesSat.USUARIO,
                ClientesSat.CLAVE,
                ClientesSat.porServicio().get(servicio.nombre()));
    HttpRequest request =
        HttpRequest.newBuilder(ministerio.resolve("/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      return JSON.readTree(send(request).body()).path("access_token").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HttpResponse<String> send(HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
