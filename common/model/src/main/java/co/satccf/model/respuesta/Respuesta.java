package co.satccf.model.respuesta;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The three properties of an answer, keys in any case, {@code ""} for what cannot be read.
 *
 * @param esDePlataforma whether it has the shape {@code {"Message": …}} of a platform's error
 */
record Respuesta(String resultado, String mensaje, String codigo, boolean esDePlataforma) {
  private static final int MAXIMO_MENSAJE = 500;
  private static final int MAXIMO_CODIGO = 40;

  /** Digits in a row, or in groups of three as documents and NITs are written for people. */
  private static final Pattern POSIBLE_DOCUMENTO =
      Pattern.compile("[0-9]{5,}|[0-9]{1,3}(?:[.,' ][0-9]{3})+");

  /** A code of one of the three families is no document, however many digits it has. */
  private static final Pattern CODIGO = Pattern.compile("(?:AN|GE|GN)[0-9]{1,5}");

  private static final Respuesta NINGUNA = new Respuesta("", "", "", false);

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(32).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  static Respuesta leer(byte[] cuerpo) {
    try {
      return JSON.readTree(texto(cuerpo)) instanceof JsonNode nodo && nodo.isObject()
          ? de(nodo)
          : NINGUNA;
    } catch (JsonProcessingException ilegible) {
      return NINGUNA;
    }
  }

  private static Respuesta de(JsonNode objeto) {
    var plataforma = valor(objeto, "message");
    var mensaje = valor(objeto, "mensaje");
    var codigo = codigo(valor(objeto, "codigo"));
    return new Respuesta(
        valor(objeto, "resultado"),
        limpio(mensaje.isEmpty() ? plataforma : mensaje),
        codigo.isBlank() ? "" : recortado(codigo, MAXIMO_CODIGO),
        !plataforma.isEmpty());
  }

  // Two spellings of one key that disagree say nothing certain: neither is read.
  private static String valor(JsonNode objeto, String clave) {
    var valores =
        objeto.properties().stream()
            .filter(propiedad -> propiedad.getKey().equalsIgnoreCase(clave))
            .filter(propiedad -> propiedad.getValue().isValueNode())
            .filter(propiedad -> !propiedad.getValue().isNull())
            .map(propiedad -> propiedad.getValue().asText().strip())
            .distinct()
            .toList();
    return valores.size() == 1 ? valores.getFirst() : "";
  }

  private static String codigo(String codigo) {
    return CODIGO.matcher(codigo).matches() ? codigo : sinDocumentos(codigo);
  }

  private static String limpio(String mensaje) {
    return recortado(sinDocumentos(mensaje), MAXIMO_MENSAJE);
  }

  private static String sinDocumentos(String texto) {
    return POSIBLE_DOCUMENTO.matcher(sinControles(texto)).replaceAll("•••••");
  }

  // PostgreSQL text takes no NUL, and a log line no line break.
  private static String sinControles(String texto) {
    return texto
        .codePoints()
        .map(
            c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String recortado(String texto, int maximo) {
    return texto.codePointCount(0, texto.length()) <= maximo
        ? texto
        : texto.substring(0, texto.offsetByCodePoints(0, maximo));
  }

  // The platform has answered in other charsets; the codes are ASCII in all of them.
  private static String texto(byte[] cuerpo) {
    String texto;
    try {
      texto = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(cuerpo)).toString();
    } catch (CharacterCodingException noEsUtf8) {
      texto = new String(cuerpo, StandardCharsets.ISO_8859_1);
    }
    return texto.startsWith("\uFEFF") ? texto.substring(1) : texto;
  }
}
