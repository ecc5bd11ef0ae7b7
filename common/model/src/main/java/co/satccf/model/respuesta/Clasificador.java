package co.satccf.model.respuesta;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an answer of SAT, {@code codigo} first, whatever the HTTP status. */
public final class Clasificador {

  /** Longest message kept, in characters. */
  public static final int MENSAJE_MAXIMO = 500;

  private static final Pattern ALERTA = Pattern.compile("^AN.*");
  private static final Pattern GLOSA = Pattern.compile("^(GE|GN).*");
  private static final String ACEPTADO = "200";

  private final ObjectMapper json;
  private final CodigosConocidos codigos;

  public Clasificador(CodigosConocidos codigos) {
    this.codigos = codigos;
    this.json = JsonMapper.builder().build();
    json.getFactory().setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(50).build());
  }

  /** The three fields of an answer, "" when absent. */
  private record Triple(String resultado, String mensaje, String codigo) {}

  /**
   * @param estadoHttp status of the answer, 100 to 599
   * @param retryAfter what the header of that name asks for, or null
   * @param cuerpo the whole body, may be empty or not JSON
   */
  public Veredicto clasificar(int estadoHttp, @Nullable Duration retryAfter, byte[] cuerpo) {
    Triple triple = read(cuerpo);
    if (!triple.codigo().isEmpty()) {
      return byCode(triple);
    }
    if (triple.resultado().equals(ACEPTADO) && success(estadoHttp)) {
      return new Veredicto.Aceptado(ACEPTADO, triple.mensaje());
    }
    return byStatus(estadoHttp, retryAfter, triple.mensaje());
  }

  /** Reads a call that brought no whole answer. */
  public Veredicto clasificarFallo(Fallo fallo) {
    return fallo.quizaProcesado()
        ? new Veredicto.Incierto(fallo.name(), fallo == Fallo.PLAZO_TRAS_ESCRIBIR)
        : new Veredicto.Reintentable(fallo.name(), null, fallo == Fallo.PLAZO_ANTES_DE_ESCRIBIR);
  }

  private Veredicto byCode(Triple triple) {
    String codigo = triple.codigo();
    String mensaje = triple.mensaje();
    if (codigo.equals(ACEPTADO)) {
      return new Veredicto.Aceptado(codigo, mensaje);
    }
    if (codigos.yaReportado().contains(codigo)) {
      return new Veredicto.YaReportado(codigo, mensaje);
    }
    if (ALERTA.matcher(codigo).matches()) {
      return new Veredicto.AceptadoConAlerta(codigo, mensaje);
    }
    if (GLOSA.matcher(codigo).matches()) {
      return new Veredicto.Glosado(codigo, mensaje);
    }
    return new Veredicto.PorConfirmar(codigo, mensaje);
  }

  private static Veredicto byStatus(int estadoHttp, @Nullable Duration retryAfter, String mensaje) {
    String motivo = "HTTP-" + estadoHttp;
    return switch (estadoHttp) {
      case 401, 403, 404 -> new Veredicto.PuertaCerrada(estadoHttp, mensaje.isEmpty() ? motivo : mensaje);
      case 408, 429, 503 -> new Veredicto.Reintentable(motivo, retryAfter, true);
      default -> {
        if (estadoHttp >= 500) {
          yield new Veredicto.Incierto(motivo, true);
        }
        if (estadoHttp >= 400) {
          yield new Veredicto.Glosado(motivo, mensaje.isEmpty() ? motivo : mensaje);
        }
        // 2xx without a readable codigo, and redirects, which are never followed.
        yield new Veredicto.Incierto(motivo + " sin codigo", false);
      }
    };
  }

  private Triple read(byte[] cuerpo) {
    try {
      JsonNode node = json.readTree(cuerpo);
      if (node != null && node.isObject()) {
        String mensaje = field(node, "mensaje");
        return new Triple(
            field(node, "resultado"),
            bounded(mensaje.isEmpty() ? field(node, "message") : mensaje),
            field(node, "codigo"));
      }
    } catch (IOException notJson) {
      // An HTML page or half an answer: the status decides.
      return new Triple("", "", "");
    }
    return new Triple("", "", "");
  }

  /** The server binds names whatever their case, so its answers may come in any. */
  private static String field(JsonNode node, String name) {
    return node.properties().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name) && entry.getValue().isValueNode())
        .map(entry -> entry.getValue().isNull() ? "" : entry.getValue().asText().strip())
        .findFirst()
        .orElse("");
  }

  private static String bounded(String mensaje) {
    String clean = mensaje.replace('\u0000', ' ');
    return clean.length() <= MENSAJE_MAXIMO ? clean : clean.substring(0, MENSAJE_MAXIMO);
  }

  private static boolean success(int estadoHttp) {
    return estadoHttp >= 200 && estadoHttp < 300;
  }
}
