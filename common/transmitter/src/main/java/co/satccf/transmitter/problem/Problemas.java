package co.satccf.transmitter.problem;

import co.satccf.stream.DatabaseFailure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.persistence.QueryTimeoutException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure of a request, as the problem its caller is told; never a message from inside. */
public final class Problemas {

  private static final Logger LOG = Logger.getLogger(Problemas.class);
  private static final String REINTENTAR_EN_SEGUNDOS = "5";

  @ServerExceptionMapper
  Response rechazo(Rechazo rechazo) {
    return conEspera(rechazo.problema());
  }

  /** One that ends by itself says when to ask again. */
  private static Response conEspera(Problema problema) {
    Response respuesta = problema.respuesta();
    return problema.status() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()
        ? Response.fromResponse(respuesta)
            .header(HttpHeaders.RETRY_AFTER, REINTENTAR_EN_SEGUNDOS)
            .build()
        : respuesta;
  }

  @ServerExceptionMapper
  Response movimientoIlegal(MovimientoIlegal ilegal) {
    return Problema.de(Falla.CONFLICTO, String.valueOf(ilegal.getMessage())).respuesta();
  }

  @ServerExceptionMapper
  Response sinRuta(NotFoundException failure) {
    return Problema.de(Falla.NO_ENCONTRADO, "Aquí no hay nada con esa ruta").respuesta();
  }

  /** JSON of another shape; named here because the framework has a mapper of its own for it. */
  @ServerExceptionMapper
  Response jsonDeOtraForma(MismatchedInputException failure) {
    return jsonIlegible(failure);
  }

  @ServerExceptionMapper
  Response jsonIlegible(JsonProcessingException failure) {
    return Problema.de(Falla.SOLICITUD_INCORRECTA, "El cuerpo no es el JSON que se esperaba")
        .respuesta();
  }

  @ServerExceptionMapper
  Response web(WebApplicationException failure) {
    if (failure.getCause() instanceof JsonProcessingException json) {
      return jsonIlegible(json);
    }
    int estado = failure.getResponse().getStatus();
    Falla falla = Falla.porEstado(estado);
    return new Problema(falla.titulo(), estado, detalle(falla), falla.name(), List.of())
        .respuesta();
  }

  @ServerExceptionMapper
  Response consultaLenta(QueryTimeoutException failure) {
    return Problema.de(Falla.CONSULTA_LENTA, detalle(Falla.CONSULTA_LENTA)).respuesta();
  }

  @ServerExceptionMapper
  Response otra(Throwable failure) {
    if (DatabaseFailure.is(failure)) {
      LOG.warnf("event=request_without_database cause=%s", DatabaseFailure.describe(failure));
      return conEspera(
          Problema.de(
              Falla.BASE_DE_DATOS_NO_DISPONIBLE, detalle(Falla.BASE_DE_DATOS_NO_DISPONIBLE)));
    }
    LOG.errorf("event=request_failed cause=%s", failure.getClass().getName());
    LOG.debug("request failure", failure);
    return Problema.de(Falla.ERROR_INTERNO, detalle(Falla.ERROR_INTERNO)).respuesta();
  }

  private static String detalle(Falla falla) {
    return switch (falla) {
      case SOLICITUD_INCORRECTA -> "No se entiende la solicitud";
      case NO_ENCONTRADO -> "Aquí no hay nada con esa ruta";
      case METODO_NO_PERMITIDO -> "Esta ruta no admite ese método";
      case RESPUESTA_NO_DISPONIBLE -> "Esta ruta no responde en el formato que se pide";
      case CONFLICTO -> "La solicitud no cabe en el estado actual";
      case CONTENIDO_DESMEDIDO -> "El cuerpo es demasiado grande";
      case FORMATO_NO_ADMITIDO -> "Esta ruta no admite cuerpos de ese tipo";
      case DEMASIADAS_SOLICITUDES -> "Hay demasiadas solicitudes: intente de nuevo más tarde";
      case CONTENIDO_INVALIDO -> "El contenido no cumple lo que se exige";
      case ERROR_INTERNO -> "Falló algo inesperado; el detalle está en el registro del servicio";
      case CONSULTA_LENTA -> "La consulta tardó demasiado; acótela con más filtros";
      case BASE_DE_DATOS_NO_DISPONIBLE ->
          "La base de datos no responde; intente de nuevo en unos segundos";
      case ALMACEN_INCOMPLETO -> "Aún no se sabe si lo guardado está completo";
    };
  }
}
