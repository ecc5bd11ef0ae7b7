package co.satccf.model.evento;

import static co.satccf.model.evento.CodigoMotivo.EVENTO_DESMEDIDO;
import static co.satccf.model.evento.CodigoMotivo.FECHA_INVALIDA;
import static co.satccf.model.evento.CodigoMotivo.JSON_ILEGIBLE;
import static co.satccf.model.evento.CodigoMotivo.NO_ES_OBJETO;
import static co.satccf.model.evento.CodigoMotivo.SIN_DATOS;
import static co.satccf.model.evento.CodigoMotivo.SIN_DEPARTAMENTO;
import static co.satccf.model.evento.CodigoMotivo.SIN_EMPLEADOR;
import static co.satccf.model.evento.CodigoMotivo.TIPO_DESCONOCIDO;
import static co.satccf.model.evento.CodigoMotivo.UTF8_ILEGIBLE;

import co.satccf.model.ServicioSat;
import co.satccf.model.calendario.Fechas;
import co.satccf.model.evento.Lectura.Ilegible;
import co.satccf.model.evento.Lectura.Incorporado;
import co.satccf.model.evento.Lectura.Reportable;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ERP's CloudEvents 1.0, structured or binary (Kafka headers {@code ce_…}). Strict about
 * identity: an event that cannot be placed is {@link Ilegible} with every reason found. Lenient
 * about the rest: what is wrong in {@code data} breaks the contract and is told there.
 *
 * <p>Numbers and booleans are read as their text and surrounding white space is dropped. A NUL
 * never leaves this class: in an identity it makes the event unreadable, in any other value it is
 * read as U+FFFD, which no contract admits.
 *
 * <p>Never throws for what an event holds. Safe for use by many threads at once.
 */
public final class LectorEventos {
  /** Largest event read, in bytes: 256 KiB. */
  public static final int MAXIMO_BYTES = 256 * 1024;

  /** CloudEvents {@code type} of the opening balance: an employer in SAT already. */
  public static final String EMPLEADOR_INCORPORADO =
      "co.satccf.afiliacion.empleador-incorporado.v1";

  private static final int MAXIMA_PROFUNDIDAD = 16;
  private static final String CABECERA = "ce_";
  private static final Pattern DEPARTAMENTO = Pattern.compile("[0-9]{2}");

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAXIMA_PROFUNDIDAD).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

  /**
   * @param valor value of the Kafka record, as it came
   * @param cabeceras its headers as text; names in any case
   */
  public Lectura leer(byte[] valor, Map<String, String> cabeceras) {
    var motivos = EnumSet.noneOf(CodigoMotivo.class);
    var nodo = nodo(valor, motivos);
    var binario = binario(cabeceras);
    if (!binario && motivos.isEmpty() && !nodo.isObject()) {
      motivos.add(NO_ES_OBJETO);
    }
    if (!binario && !motivos.isEmpty()) {
      return ilegible(null, motivos);
    }
    return binario
        ? leer(atributos(cabeceras), nodo, motivos)
        : leer(nodo, nodo.path("data"), motivos);
  }

  private static Lectura leer(JsonNode atributos, JsonNode data, Set<CodigoMotivo> motivos) {
    var tipo = Sobre.tipo(atributos);
    var incorporado = tipo.equals(EMPLEADOR_INCORPORADO);
    var servicio = ServicioSat.porTipoEvento(tipo);
    var sobre = Sobre.leer(atributos, !incorporado, motivos);
    if (!tipo.isEmpty() && servicio.isEmpty() && !incorporado) {
      motivos.add(TIPO_DESCONOCIDO);
    }
    var datos = new Datos(data);
    if (!data.isObject()) {
      // Unreadable data have their own reason already.
      if (!motivos.contains(JSON_ILEGIBLE)
          && !motivos.contains(UTF8_ILEGIBLE)
          && !motivos.contains(EVENTO_DESMEDIDO)) {
        motivos.add(SIN_DATOS);
      }
    } else if (!identificaEmpleador(datos)) {
      motivos.add(SIN_EMPLEADOR);
    }
    if (incorporado && data.isObject()) {
      revisarIncorporado(datos, motivos);
    }
    if (!motivos.isEmpty() || sobre.source() == null || sobre.id() == null) {
      return ilegible(sobre, motivos);
    }
    return incorporado
        ? incorporado(sobre, sobre.source(), sobre.id(), datos)
        : new Reportable(
            sobre.source(),
            sobre.id(),
            sobre.instante(),
            sobre.tipoRezago(),
            sobre.corrige(),
            LectorReportes.leer(servicio.orElseThrow(), sobre.radicado(), datos));
  }

  private static boolean identificaEmpleador(Datos datos) {
    var empleador = datos.parte("empleador");
    var documento = empleador.documento();
    return !documento.tipo().isEmpty()
        && !documento.numero().isEmpty()
        && Texto.limpio(documento.tipo() + documento.numero() + empleador.serialSat());
  }

  private static void revisarIncorporado(Datos datos, Set<CodigoMotivo> motivos) {
    if (!DEPARTAMENTO.matcher(datos.texto("departamento")).matches()) {
      motivos.add(SIN_DEPARTAMENTO);
    }
    var fecha = datos.texto("fecha");
    if (!fecha.isEmpty() && !Fechas.esFecha(fecha)) {
      motivos.add(FECHA_INVALIDA);
    }
  }

  private static Incorporado incorporado(Sobre sobre, String source, String id, Datos datos) {
    var empleador = datos.parte("empleador");
    return new Incorporado(
        source,
        id,
        sobre.instante(),
        empleador.documento(),
        empleador.serialSat(),
        datos.texto("departamento"),
        datos.texto("fecha"));
  }

  private static JsonNode nodo(byte[] valor, Set<CodigoMotivo> motivos) {
    if (valor.length > MAXIMO_BYTES) {
      motivos.add(EVENTO_DESMEDIDO);
      return MissingNode.getInstance();
    }
    try {
      // Decoded here, not by Jackson, which would guess UTF-16 or UTF-32 and let bad bytes pass.
      var texto = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(valor));
      return JSON.readTree(texto.toString());
    } catch (CharacterCodingException e) {
      motivos.add(UTF8_ILEGIBLE);
    } catch (JsonProcessingException | NumberFormatException e) {
      // Jackson tells of an exponent beyond a BigDecimal's in its own way.
      motivos.add(JSON_ILEGIBLE);
    }
    return MissingNode.getInstance();
  }

  private static boolean binario(Map<String, String> cabeceras) {
    return cabeceras.keySet().stream()
        .map(nombre -> nombre.toLowerCase(Locale.ROOT))
        .anyMatch(nombre -> nombre.equals("ce_specversion") || nombre.equals("ce_type"));
  }

  private static JsonNode atributos(Map<String, String> cabeceras) {
    var atributos = JsonNodeFactory.instance.objectNode();
    cabeceras.forEach(
        (nombre, valor) -> {
          var normal = nombre.toLowerCase(Locale.ROOT);
          if (normal.startsWith(CABECERA)) {
            atributos.put(normal.substring(CABECERA.length()), valor);
          } else if (normal.equals("content-type")) {
            atributos.put("datacontenttype", valor);
          }
        });
    return atributos;
  }

  private static Ilegible ilegible(@Nullable Sobre sobre, Set<CodigoMotivo> motivos) {
    return new Ilegible(
        sobre == null ? null : sobre.source(),
        sobre == null ? null : sobre.id(),
        motivos.stream().map(CodigoMotivo::motivo).toList());
  }
}
