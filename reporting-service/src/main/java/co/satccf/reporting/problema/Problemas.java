package co.satccf.reporting.problema;

import co.satccf.stream.DatabaseFailure;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure of a request, as the problem its caller is told; never a message from inside. */
final class Problemas {

  private static final Logger LOG = Logger.getLogger(Problemas.class);
  private static final String REINTENTAR_EN_SEGUNDOS = "5";

  @ServerExceptionMapper
  Response incorrecta(SolicitudIncorrecta failure) {
    return new Problema("Solicitud incorrecta", 400, failure.detalle(), "SOLICITUD_INCORRECTA")
        .respuesta();
  }

  @ServerExceptionMapper
  Response rechazado(ArchivoRechazado failure) {
    return (failure.esDesmedido()
            ? new Problema("Contenido desmedido", 413, failure.detalle(), "ARCHIVO_DESMEDIDO")
            : new Problema("Solicitud incorrecta", 400, failure.detalle(), "ARCHIVO_RECHAZADO"))
        .respuesta();
  }

  @ServerExceptionMapper
  Response ilegible(MismatchedInputException failure) {
    return new Problema(
            "Solicitud incorrecta",
            400,
            "El cuerpo de la solicitud no tiene la forma que se espera",
            "SOLICITUD_INCORRECTA")
        .respuesta();
  }

  @ServerExceptionMapper
  Response noHay(NoHay failure) {
    return new Problema("No encontrado", 404, failure.detalle(), "NO_ENCONTRADO").respuesta();
  }

  @ServerExceptionMapper
  Response noSePuede(NoSePuede failure) {
    return new Problema("Conflicto", 409, failure.detalle(), "NO_SE_PUEDE_AHORA").respuesta();
  }

  @ServerExceptionMapper
  Response web(WebApplicationException failure) {
    return switch (failure.getResponse().getStatus()) {
      case 404 ->
          new Problema("No encontrado", 404, "Aquí no hay nada con esa ruta", "NO_ENCONTRADO")
              .respuesta();
      case 405 ->
          new Problema(
                  "Método no permitido",
                  405,
                  "Esta ruta no admite ese método",
                  "METODO_NO_PERMITIDO")
              .respuesta();
      case 406 ->
          new Problema(
                  "Formato de respuesta no disponible",
                  406,
                  "Esta ruta no responde en ese formato",
                  "RESPUESTA_NO_DISPONIBLE")
              .respuesta();
      case 415 ->
          new Problema(
                  "Formato no admitido",
                  415,
                  "El cuerpo de la solicitud debe ser application/json",
                  "FORMATO_NO_ADMITIDO")
              .respuesta();
      default -> otroEstado(failure);
    };
  }

  private static Response otroEstado(WebApplicationException failure) {
    var estado = failure.getResponse().getStatus();
    return estado >= 500
        ? inesperada(failure)
        : new Problema(
                "Solicitud incorrecta",
                estado,
                "No se entiende la solicitud",
                "SOLICITUD_INCORRECTA")
            .respuesta();
  }

  @ServerExceptionMapper
  Response otra(Throwable failure) {
    if (!DatabaseFailure.is(failure)) {
      return inesperada(failure);
    }
    LOG.warnf("event=request_without_database cause=%s", DatabaseFailure.describe(failure));
    var problema =
        new Problema(
            "Servicio no disponible",
            503,
            "La base de datos no responde; intente de nuevo en unos segundos",
            "BASE_DE_DATOS_NO_DISPONIBLE");
    return Response.fromResponse(problema.respuesta())
        .header(HttpHeaders.RETRY_AFTER, REINTENTAR_EN_SEGUNDOS)
        .build();
  }

  private static Response inesperada(Throwable failure) {
    LOG.errorf("event=request_failed cause=%s", DatabaseFailure.describe(failure));
    return new Problema(
            "Error interno",
            500,
            "Falló algo inesperado; el detalle está en el registro del servicio",
            "ERROR_INTERNO")
        .respuesta();
  }
}
