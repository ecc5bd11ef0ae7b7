package co.satccf.reporting.cargas;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.satccf.model.Familia;
import co.satccf.reporting.config.ReportingConfig;
import co.satccf.reporting.documento.NombreDeFamilia;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;

/** Asks a family service what would become of events, in the name of whoever is signed in. */
@Singleton
class Ensayos {

  private static final Duration CONEXION = Duration.ofSeconds(5);

  /** Of 100,000 lines on a busy machine: rather a minute than ten. */
  private static final Duration PLAZO = Duration.ofMinutes(10);

  private static final String NDJSON = "application/x-ndjson";

  private final ReportingConfig config;
  private final ObjectMapper json;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONEXION).build();

  Ensayos(ReportingConfig config, ObjectMapper json) {
    this.config = config;
    this.json = json;
  }

  /** It did not answer as it should; the reason is for people, in Spanish. */
  static final class SinRespuesta extends Exception {
    private static final long serialVersionUID = 1L;

    SinRespuesta(Familia familia, String porque) {
      super(
          "El servicio de %s %s".formatted(NombreDeFamilia.de(familia), porque),
          null,
          false,
          false);
    }
  }

  /** Takes the answers one by one. */
  interface Receptor {

    /**
     * @param linea of the body, from 1
     */
    void recibir(int linea, JsonNode validacion) throws SQLException, Relevada;
  }

  /**
   * @param cuerpo NDJSON of up to 100,000 events
   * @param autorizacion value of the header, of the person in whose name is asked
   */
  void ensayar(Familia familia, InputStream cuerpo, String autorizacion, Receptor receptor)
      throws SinRespuesta, SQLException, Relevada {
    var donde = config.familias().get(familia);
    if (donde == null) {
      throw new SinRespuesta(familia, "no tiene dirección: falta sat.familias");
    }
    var pregunta =
        HttpRequest.newBuilder(
                URI.create(donde.url().toString().replaceFirst("/$", "") + "/validaciones"))
            .timeout(PLAZO)
            .header("Authorization", autorizacion)
            .header("Content-Type", NDJSON)
            .header("Accept", NDJSON)
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> cuerpo))
            .build();
    try {
      var respuesta = http.send(pregunta, HttpResponse.BodyHandlers.ofInputStream());
      try (var lineas = new BufferedReader(new InputStreamReader(respuesta.body(), UTF_8))) {
        if (respuesta.statusCode() != 200) {
          throw new SinRespuesta(familia, porque(respuesta.statusCode()));
        }
        for (var linea = lineas.readLine(); linea != null; linea = lineas.readLine()) {
          var validacion = json.readTree(linea);
          receptor.recibir(validacion.path("linea").asInt(), validacion);
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new SinRespuesta(familia, "no alcanzó a responder");
    } catch (IOException away) {
      throw new SinRespuesta(
          familia, "no responde (%s)".formatted(away.getClass().getSimpleName()));
    }
  }

  private static String porque(int estado) {
    return switch (estado) {
      case 401 -> "dice que su sesión ya no vale: entre de nuevo y revise otra vez";
      case 403 -> "no le permite revisar";
      case 429 -> "está revisando otras cargas: intente en un momento";
      default -> "respondió " + estado;
    };
  }
}
