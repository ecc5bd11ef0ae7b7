package co.satccf.token.http;

import co.satccf.token.flota.FlotaCaida;
import co.satccf.token.renewal.Codigo;
import co.satccf.token.renewal.SinToken;
import co.satccf.token.solicitud.Objecion;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure of a request, as the problem its caller is told; never a message from inside. */
final class Problemas {

  private static final Logger LOG = Logger.getLogger(Problemas.class);
  private static final long REINTENTAR_EN_SEGUNDOS = 5;

  @ServerExceptionMapper
  Response sinToken(SinToken failure) {
    Codigo codigo = failure.codigo();
    return de(codigo.titulo(), 503, codigo.detalle(), codigo.name(), failure.segundos());
  }

  @ServerExceptionMapper
  Response demasiadas(DemasiadasSolicitudes failure) {
    return de(
        "Demasiadas solicitudes",
        429,
        "Ya se hicieron las preguntas que caben en un minuto sobre este servicio",
        "DEMASIADAS_SOLICITUDES",
        failure.segundos());
  }

  @ServerExceptionMapper
  Response objecion(Objecion failure) {
    Objecion.Tipo tipo = failure.tipo();
    return de(tipo.titulo(), tipo.estado(), failure.detalle(), tipo.name());
  }

  /**
   * What cannot be done without it; tokens have their own answer. A statement that it refuses is a
   * fault of ours, logged where it was made: no waiting mends it.
   */
  @ServerExceptionMapper
  Response baseDeDatos(FlotaCaida failure) {
    if (!failure.ausente()) {
      return errorInterno();
    }
    return de(
        "Base de datos no disponible",
        503,
        "La base de datos no responde; intente de nuevo en unos segundos",
        Codigo.BASE_DE_DATOS_NO_DISPONIBLE.name(),
        REINTENTAR_EN_SEGUNDOS);
  }

  /** Named beside its parent because the framework has a mapper of its own for it. */
  @ServerExceptionMapper
  Response jsonDeOtraForma(MismatchedInputException failure) {
    String campo =
        failure.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("."));
    return campo.isEmpty()
        ? jsonIlegible(failure)
        : incorrecta("El campo '%s' del cuerpo no tiene la forma esperada".formatted(campo));
  }

  @ServerExceptionMapper
  Response jsonIlegible(JsonProcessingException failure) {
    return incorrecta("El cuerpo no es el JSON que se esperaba");
  }

  @ServerExceptionMapper
  Response web(WebApplicationException failure) {
    if (failure.getCause() instanceof MismatchedInputException json) {
      return jsonDeOtraForma(json);
    }
    if (failure.getCause() instanceof JsonProcessingException json) {
      return jsonIlegible(json);
    }
    int estado = failure.getResponse().getStatus();
    return switch (estado) {
      case 404 -> noEncontrado("Aquí no hay nada con esa ruta");
      case 405 ->
          de("Método no permitido", 405, "Esta ruta no admite ese método", "METODO_NO_PERMITIDO");
      case 406 ->
          de(
              "Formato de respuesta no disponible",
              406,
              "Esta ruta solo responde application/json",
              "RESPUESTA_NO_DISPONIBLE");
      case 415 ->
          de(
              "Formato no admitido",
              415,
              "El cuerpo debe ser application/json",
              "FORMATO_NO_ADMITIDO");
      default -> estado >= 500 ? otra(failure) : incorrecta("No se entiende la solicitud");
    };
  }

  @ServerExceptionMapper
  Response otra(Throwable failure) {
    LOG.errorf("event=request_failed cause=%s", failure.getClass().getName());
    return errorInterno();
  }

  private static Response errorInterno() {
    return de(
        "Error interno",
        500,
        "Falló algo inesperado; el detalle está en el registro del servicio",
        "ERROR_INTERNO");
  }

  static Response incorrecta(String detalle) {
    return de("Solicitud incorrecta", 400, detalle, "SOLICITUD_INCORRECTA");
  }

  static Response noEncontrado(String detalle) {
    return de("No encontrado", 404, detalle, "NO_ENCONTRADO");
  }

  static Response de(
      String titulo, int estado, String detalle, String codigo, long reintentarEnSegundos) {
    return Response.fromResponse(de(titulo, estado, detalle, codigo))
        .header(HttpHeaders.RETRY_AFTER, reintentarEnSegundos)
        .build();
  }

  static Response de(String titulo, int estado, String detalle, String codigo) {
    return new Problema(titulo, estado, detalle, codigo).respuesta();
  }
}
