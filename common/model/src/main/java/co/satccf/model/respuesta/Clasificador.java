package co.satccf.model.respuesta;

import co.satccf.model.respuesta.Veredicto.Aceptado;
import co.satccf.model.respuesta.Veredicto.AceptadoConAlerta;
import co.satccf.model.respuesta.Veredicto.Glosado;
import co.satccf.model.respuesta.Veredicto.Incierto;
import co.satccf.model.respuesta.Veredicto.PorConfirmar;
import co.satccf.model.respuesta.Veredicto.PuertaCerrada;
import co.satccf.model.respuesta.Veredicto.Reintentable;
import co.satccf.model.respuesta.Veredicto.YaReportado;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Ministry's answer, {@code codigo} first whatever the HTTP status: business refusals may
 * come with any status.
 *
 * <p>Two readings of what no source settles: a {@code codigo} that only repeats a failing HTTP
 * status (503 with codigo "503") says nothing more than the status; and a redirect is INCIERTO,
 * because it proves neither that the record was stored nor that it was not, and INCIERTO heals by
 * itself where POR_CONFIRMAR would ask a person about every report of a maintenance window.
 */
public final class Clasificador {
  private static final String ACEPTADO = "200";

  private final CodigosConocidos codigos;

  public Clasificador(CodigosConocidos codigos) {
    this.codigos = codigos;
  }

  /**
   * @param estadoHttp status of the answer
   * @param retryAfter what the answer's Retry-After asks for, if it has one
   * @param cuerpo the body as it came, empty when there was none
   */
  public Veredicto clasificar(int estadoHttp, @Nullable Duration retryAfter, byte[] cuerpo) {
    var respuesta = Respuesta.leer(cuerpo);
    if (esPuerta(estadoHttp) && (respuesta.esDePlataforma() || respuesta.codigo().isEmpty())) {
      return new PuertaCerrada(estadoHttp, respuesta.mensaje());
    }
    if (respuesta.codigo().isEmpty() || soloRepite(estadoHttp, respuesta.codigo())) {
      return porEstado(estadoHttp, retryAfter, respuesta);
    }
    return porCodigo(respuesta.codigo(), respuesta.mensaje());
  }

  /** Reads a call that ended without an answer. */
  public Veredicto clasificarFallo(Fallo fallo) {
    return switch (fallo) {
      case DNS, CONEXION_RECHAZADA, TLS, POZO_AGOTADO ->
          new Reintentable(fallo.name(), null, false);
      case PLAZO_ANTES_DE_ESCRIBIR -> new Reintentable(fallo.name(), null, true);
      case PLAZO_TRAS_ESCRIBIR -> new Incierto(fallo.name(), true);
      case CORTE_TRAS_ESCRIBIR, RESPUESTA_DESMEDIDA, RESPUESTA_TRUNCADA ->
          new Incierto(fallo.name(), false);
    };
  }

  private Veredicto porCodigo(String codigo, String mensaje) {
    var normal = codigo.toUpperCase(Locale.ROOT);
    if (normal.equals(ACEPTADO)) {
      return new Aceptado(codigo, mensaje);
    }
    if (normal.startsWith("AN")) {
      return new AceptadoConAlerta(codigo, mensaje);
    }
    if (codigos.yaReportado().contains(normal)) {
      return new YaReportado(codigo, mensaje);
    }
    if (normal.startsWith("GE") || normal.startsWith("GN")) {
      return new Glosado(codigo, mensaje);
    }
    return new PorConfirmar(codigo, mensaje);
  }

  private static Veredicto porEstado(
      int estadoHttp, @Nullable Duration retryAfter, Respuesta respuesta) {
    var motivo = "HTTP-" + estadoHttp;
    return switch (estadoHttp) {
      case 401, 403, 404 -> new PuertaCerrada(estadoHttp, respuesta.mensaje());
      case 408 -> new Reintentable(motivo, noNegativa(retryAfter), false);
      case 429, 503 -> new Reintentable(motivo, noNegativa(retryAfter), true);
      default -> {
        if (esExito(estadoHttp) && respuesta.resultado().equals(ACEPTADO)) {
          yield new Aceptado(ACEPTADO, respuesta.mensaje());
        }
        if (estadoHttp >= 400 && estadoHttp < 500) {
          yield new Glosado(motivo, respuesta.mensaje());
        }
        yield new Incierto(motivo, estadoHttp >= 500);
      }
    };
  }

  private static boolean esPuerta(int estadoHttp) {
    return estadoHttp == 401 || estadoHttp == 403 || estadoHttp == 404;
  }

  private static boolean esExito(int estadoHttp) {
    return estadoHttp >= 200 && estadoHttp < 300;
  }

  private static boolean soloRepite(int estadoHttp, String codigo) {
    return !esExito(estadoHttp) && codigo.equals(Integer.toString(estadoHttp));
  }

  private static @Nullable Duration noNegativa(@Nullable Duration espera) {
    return espera == null || espera.isNegative() ? null : espera;
  }
}
