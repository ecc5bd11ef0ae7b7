package co.satccf.reporting.cuadre;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.satccf.model.Familia;
import co.satccf.reporting.config.ReportingConfig;
import co.satccf.reporting.documento.NombreDeFamilia;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;

/** Asks the family services, each with the token that it lets this service in with. */
@Singleton
class Familias {

  private static final Duration CONEXION = Duration.ofSeconds(5);
  private static final Duration PLAZO = Duration.ofSeconds(60);

  private final ReportingConfig config;
  private final ObjectMapper json;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONEXION).build();

  Familias(ReportingConfig config, ObjectMapper json) {
    this.config = config;
    this.json = json;
  }

  /** It did not answer, or not so that one could read it; why, is told in Spanish. */
  static final class SinRespuesta extends Exception {
    private static final long serialVersionUID = 1L;

    private final String motivo;

    SinRespuesta(Familia familia, String porque) {
      super(porque, null, false, false);
      motivo = "el servicio de %s %s".formatted(NombreDeFamilia.de(familia), porque);
    }

    String motivo() {
      return motivo;
    }
  }

  ConteosDeFamilia alCorte(Familia familia, Instant corte) throws SinRespuesta {
    var donde = config.familias().get(familia);
    if (donde == null) {
      throw new SinRespuesta(familia, "no tiene dirección: falta sat.familias");
    }
    try {
      // The file is read each time: the token in it is replaced while this process runs.
      var token = Files.readString(donde.archivo()).strip();
      var respuesta =
          http.send(
              HttpRequest.newBuilder(pregunta(donde.url(), corte))
                  .timeout(PLAZO)
                  .header("Authorization", "Bearer " + token)
                  .header("Accept", "application/json")
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (respuesta.statusCode() != 200) {
        throw new SinRespuesta(familia, "respondió " + respuesta.statusCode());
      }
      return ConteosDeFamilia.de(json.readTree(respuesta.body()));
    } catch (JsonProcessingException | IllegalArgumentException unreadable) {
      throw new SinRespuesta(familia, "respondió algo que no se entiende");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new SinRespuesta(familia, "no alcanzó a responder");
    } catch (InterruptedIOException late) {
      throw new SinRespuesta(familia, "no respondió a tiempo");
    } catch (IOException away) {
      throw new SinRespuesta(
          familia, "no responde (%s)".formatted(away.getClass().getSimpleName()));
    }
  }

  private static URI pregunta(URI servicio, Instant corte) {
    return URI.create(
        servicio.toString().replaceFirst("/$", "")
            + "/conteos/al-corte?instante="
            + URLEncoder.encode(corte.toString(), UTF_8));
  }
}
