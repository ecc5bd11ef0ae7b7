package co.satccf.model.evento;

import co.satccf.model.ServicioSat;
import co.satccf.model.reporte.Documento;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an event of the ERP: CloudEvents 1.0 in JSON, structured or binary. Strict about what places a fact (identity,
 * type, time, radicado, employer), lenient about the rest, which is the contract's to judge. Every fault is told.
 */
public final class LectorEventos {

  /** Largest event taken in, in bytes. */
  public static final int MAXIMO = 256 * 1_024;

  /** Opening balance: an employer that PISIS brought into SAT. */
  public static final String TIPO_INCORPORADO = "co.satccf.afiliacion.empleador-incorporado.v1";

  private static final int TEXTO_MAXIMO = 255;

  private final ObjectMapper json;

  public LectorEventos() {
    json =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    json.getFactory().setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).build());
  }

  /**
   * @param valor the record's value as it came
   * @param cabeceras the record's headers; {@code ce_*} make it a binary-mode event
   */
  public Lectura leer(byte[] valor, Map<String, String> cabeceras) {
    if (valor.length > MAXIMO) {
      return ilegible(null, null, "EVENTO_DESMEDIDO", "El evento pesa más de 256 KiB");
    }
    JsonNode evento;
    try {
      evento = parse(valor);
    } catch (CharacterCodingException notUtf8) {
      return ilegible(null, null, "BYTES_ILEGIBLES", "El evento no está en UTF-8");
    } catch (IOException notJson) {
      return ilegible(null, null, "JSON_ILEGIBLE", "El evento no es un objeto JSON bien formado");
    }
    if (evento == null || !evento.isObject()) {
      return ilegible(null, null, "JSON_ILEGIBLE", "El evento no es un objeto JSON bien formado");
    }
    return leer(cabeceras.containsKey("ce_specversion") ? binario(evento, cabeceras) : (ObjectNode) evento);
  }

  private JsonNode parse(byte[] valor) throws IOException {
    // Decoded apart: Jackson tells bad bytes and bad JSON with one exception.
    String texto = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(valor)).toString();
    return json.readTree(texto);
  }

  private static ObjectNode binario(JsonNode data, Map<String, String> cabeceras) {
    ObjectNode evento = JsonNodeFactory.instance.objectNode();
    cabeceras.forEach(
        (nombre, valor) -> {
          if (nombre.startsWith("ce_")) {
            evento.put(nombre.substring(3), valor);
          }
        });
    evento.set("data", data);
    return evento;
  }

  private static Lectura leer(ObjectNode evento) {
    List<Motivo> motivos = new ArrayList<>();
    String source = identidad(evento, "source", motivos);
    String id = identidad(evento, "id", motivos);
    Instant instante = instante(Nodo.texto(evento, "time"), motivos);
    int tipoRezago = tipoRezago(Nodo.texto(evento, "tiporezago"), motivos);
    String tipo = Nodo.texto(evento, "type");
    Optional<ServicioSat> servicio = ServicioSat.porTipoEvento(tipo);
    boolean incorporado = tipo.equals(TIPO_INCORPORADO);
    if (servicio.isEmpty() && !incorporado) {
      motivos.add(new Motivo("TIPO_DESCONOCIDO", "El tipo del evento no es de los que esta suite reporta"));
    }
    JsonNode data = evento.path("data");
    if (!data.isObject()) {
      motivos.add(new Motivo("SIN_DATOS", "El evento no trae un objeto en data"));
    } else if (Nodo.texto(data, "empleador", "documento", "tipo").isEmpty()
        || Nodo.texto(data, "empleador", "documento", "numero").isEmpty()) {
      motivos.add(new Motivo("SIN_EMPLEADOR", "El evento no identifica al empleador"));
    }
    String radicado = Nodo.texto(evento, "radicado");
    if (servicio.isPresent() && (radicado.isEmpty() || radicado.length() > TEXTO_MAXIMO)) {
      motivos.add(new Motivo("SIN_RADICADO", "El evento no trae un número de radicado"));
    }
    if (incorporado && Nodo.texto(data, "departamento").isEmpty()) {
      motivos.add(new Motivo("SIN_DEPARTAMENTO", "El saldo inicial no dice en qué departamento"));
    }
    if (hasNul(evento)) {
      motivos.add(new Motivo("CARACTER_NULO", "El evento contiene el carácter nulo, que ningún campo admite"));
    }
    if (!motivos.isEmpty() || source == null || id == null || instante == null) {
      return new Lectura.Ilegible(source, id, motivos);
    }
    if (servicio.isPresent()) {
      String corrige = Nodo.texto(evento, "corrige");
      return new Lectura.Reportable(
          source,
          id,
          instante,
          tipoRezago,
          corrige.isEmpty() ? null : corrige,
          LectorReportes.leer(servicio.get(), radicado, data));
    }
    Documento empleador =
        new Documento(
            Nodo.texto(data, "empleador", "documento", "tipo"), Nodo.texto(data, "empleador", "documento", "numero"));
    return new Lectura.Incorporado(
        source,
        id,
        instante,
        empleador,
        LectorReportes.serial(data),
        Nodo.texto(data, "departamento"),
        Nodo.texto(data, "fecha"));
  }

  private static @Nullable String identidad(JsonNode evento, String atributo, List<Motivo> motivos) {
    String valor = Nodo.texto(evento, atributo);
    if (valor.isEmpty() || valor.length() > TEXTO_MAXIMO || valor.indexOf('\u0000') >= 0) {
      motivos.add(new Motivo("SIN_IDENTIDAD", "El evento no trae " + atributo + ", o pasa de 255 caracteres"));
      return null;
    }
    return valor;
  }

  private static @Nullable Instant instante(String texto, List<Motivo> motivos) {
    try {
      return OffsetDateTime.parse(texto).toInstant();
    } catch (DateTimeException unreadable) {
      motivos.add(new Motivo("INSTANTE_ILEGIBLE", "El atributo time no es un instante RFC 3339"));
      return null;
    }
  }

  private static int tipoRezago(String texto, List<Motivo> motivos) {
    if (texto.isEmpty()) {
      return 4;
    }
    if (!texto.matches("[1-4]")) {
      motivos.add(new Motivo("REZAGO_INVALIDO", "El atributo tiporezago no está entre 1 y 4"));
      return 4;
    }
    return Integer.parseInt(texto);
  }

  private static boolean hasNul(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue().indexOf('\u0000') >= 0;
    }
    for (JsonNode child : node) {
      if (hasNul(child)) {
        return true;
      }
    }
    return false;
  }

  private static Lectura ilegible(@Nullable String source, @Nullable String id, String codigo, String mensaje) {
    return new Lectura.Ilegible(source, id, List.of(new Motivo(codigo, mensaje)));
  }
}
