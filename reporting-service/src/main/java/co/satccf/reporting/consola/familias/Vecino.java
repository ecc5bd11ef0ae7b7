package co.satccf.reporting.consola.familias;

import co.satccf.reporting.problema.Problema;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One service of the suite, asked in the name of one person: with that person's token, so that the
 * service decides and audits (ADR 14). May be used from any thread.
 */
public final class Vecino {

  private final Linea linea;
  private final String quien;
  private final @Nullable URI base;
  private final String autorizacion;
  private final String camino;

  /** What all services are asked with. */
  record Linea(HttpClient http, ObjectMapper json, Duration plazo) {}

  /**
   * @param base null when nobody has said where it is: then it does not answer
   */
  Vecino(Linea linea, String quien, @Nullable URI base, String autorizacion, String camino) {
    this.linea = linea;
    this.quien = quien;
    this.base = base;
    this.autorizacion = autorizacion;
    this.camino = camino;
  }

  /** As people call it. */
  public String quien() {
    return quien;
  }

  /**
   * @throws FallaDeVecino when it refuses or does not answer
   */
  public <T> T get(Direccion direccion, Class<T> tipo) {
    return leido(pedir("GET", direccion, null, Map.of()), tipo);
  }

  /**
   * As {@link #get}.
   *
   * @param cuerpo becomes JSON
   */
  public <T> T post(Direccion direccion, Object cuerpo, Class<T> tipo) {
    return leido(pedir("POST", direccion, cuerpo, Map.of()), tipo);
  }

  /**
   * Any other request.
   *
   * @param cuerpo becomes JSON; null for none
   * @param cabeceras beside the usual ones
   * @return an answer of the 200s
   * @throws FallaDeVecino when it refuses or does not answer
   */
  public HttpResponse<byte[]> pedir(
      String metodo, Direccion direccion, @Nullable Object cuerpo, Map<String, String> cabeceras) {
    var pedido =
        HttpRequest.newBuilder(en(direccion))
            .timeout(linea.plazo())
            .header("Authorization", autorizacion)
            .header("Accept", "application/json")
            .header("X-Forwarded-For", camino)
            .method(metodo, publicado(cuerpo));
    if (cuerpo != null) {
      pedido.header("Content-Type", "application/json");
    }
    cabeceras.forEach(pedido::header);
    try {
      var respuesta = linea.http().send(pedido.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (respuesta.statusCode() / 100 != 2) {
        throw dicha(respuesta);
      }
      return respuesta;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw noResponde(metodo);
    } catch (IOException away) {
      throw noResponde(metodo);
    }
  }

  private URI en(Direccion direccion) {
    if (base == null) {
      throw new FallaDeVecino(
          new Problema(
              "Servicio sin dirección",
              503,
              "Esta consola no sabe dónde está el servicio de %s: falta configurarlo"
                  .formatted(quien),
              "VECINO_SIN_DIRECCION"));
    }
    return URI.create(base.toString().replaceFirst("/$", "") + direccion.valor());
  }

  private BodyPublisher publicado(@Nullable Object cuerpo) {
    try {
      return cuerpo == null
          ? BodyPublishers.noBody()
          : BodyPublishers.ofByteArray(linea.json().writeValueAsBytes(cuerpo));
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException("not to be written as JSON: " + cuerpo.getClass());
    }
  }

  private <T> T leido(HttpResponse<byte[]> respuesta, Class<T> tipo) {
    try {
      return linea.json().readValue(respuesta.body(), tipo);
    } catch (IOException unreadable) {
      throw new FallaDeVecino(
          new Problema(
              "Respuesta que no se entiende",
              502,
              "El servicio de %s respondió algo que esta consola no entiende".formatted(quien),
              "RESPUESTA_ILEGIBLE"));
    }
  }

  /** What was to change something may have been done, or be under way still. */
  private FallaDeVecino noResponde(String metodo) {
    return new FallaDeVecino(
        new Problema(
            "Servicio no disponible",
            503,
            (metodo.equals("GET")
                    ? "El servicio de %s no responde; lo demás sigue. Intente de nuevo en unos minutos"
                    : "El servicio de %s no respondió a tiempo. No se sabe si quedó hecho: mire cómo está antes de"
                        + " repetirlo")
                .formatted(quien),
            "VECINO_NO_RESPONDE"));
  }

  /** A 401 is no failure of the person's here: this console took the same token. */
  private FallaDeVecino dicha(HttpResponse<byte[]> respuesta) {
    var estado = respuesta.statusCode();
    if (estado == 401) {
      return new FallaDeVecino(
          new Problema(
              "Servicio no disponible",
              502,
              "El servicio de %s no reconoce su sesión, y no hizo nada; salga y vuelva a entrar, y si sigue, avise a quien administra"
                  .formatted(quien),
              "SESION_NO_RECONOCIDA"));
    }
    try {
      var dicho = linea.json().readValue(respuesta.body(), Dicho.class);
      return new FallaDeVecino(
          new Problema(
              Objects.requireNonNullElse(dicho.title(), "No se pudo"),
              estado,
              Objects.requireNonNullElseGet(dicho.detail(), () -> sinPalabras(estado)),
              Objects.requireNonNullElse(dicho.codigo(), "")),
          Objects.requireNonNullElse(dicho.glosas(), List.of()));
    } catch (IOException unreadable) {
      return new FallaDeVecino(
          new Problema("No se pudo", estado < 500 ? estado : 502, sinPalabras(estado), ""));
    }
  }

  private String sinPalabras(int estado) {
    return "El servicio de %s respondió %d".formatted(quien, estado);
  }

  /** A problem (RFC 9457) as any of them writes it. */
  @RegisterForReflection
  record Dicho(
      @Nullable String title,
      @Nullable String detail,
      @Nullable String codigo,
      @Nullable List<GlosaDicha> glosas) {}
}
