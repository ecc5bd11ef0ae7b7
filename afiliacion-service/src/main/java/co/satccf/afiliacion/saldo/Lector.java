package co.satccf.afiliacion.saldo;

import co.satccf.afiliacion.registro.Dato;
import co.satccf.afiliacion.registro.Identificacion;
import co.satccf.model.calendario.Fechas;
import co.satccf.transmitter.intake.AlIncorporar.Incorporacion;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Rechazo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the lines of one file: each an employer in SAT, or what is wrong with it. */
final class Lector {

  static final List<String> COLUMNAS =
      List.of("tipo", "numero", "serialSAT", "departamento", "fecha");
  private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
  private static final String MARCA_DE_ORDEN = "\uFEFF";

  private final Formato formato;
  private final Identificacion identificacion;
  private final ObjectMapper json;
  private final LocalDate hoy;
  private List<String> encabezado = COLUMNAS;
  private String separador = ",";

  Lector(Formato formato, Identificacion identificacion, ObjectMapper json, LocalDate hoy) {
    this.formato = formato;
    this.identificacion = identificacion;
    this.json = json;
    this.hoy = hoy;
  }

  /** What a line says. */
  sealed interface Leida {
    record Buena(Incorporacion incorporacion) implements Leida {}

    record Mala(Defecto defecto) implements Leida {}

    /** The header, or a blank line: nothing to take. */
    record Vacia() implements Leida {}
  }

  /**
   * @param numero of the line, from 1
   * @throws Rechazo when the header of a CSV does not name the five columns
   */
  Leida leer(long numero, byte[] bytes) {
    if (bytes.length > Lineas.MAXIMO_BYTES) {
      return new Leida.Mala(Defecto.DESMEDIDA);
    }
    String texto = texto(bytes);
    if (texto == null) {
      return new Leida.Mala(Defecto.NO_ES_UTF8);
    }
    if (numero == 1 && texto.startsWith(MARCA_DE_ORDEN)) {
      texto = texto.substring(1);
    }
    if (numero == 1 && formato == Formato.CSV) {
      leerEncabezado(texto);
      return new Leida.Vacia();
    }
    if (texto.isBlank()) {
      return new Leida.Vacia();
    }
    return switch (formato) {
      case CSV -> celdas(texto);
      case NDJSON -> miembros(texto);
    };
  }

  private void leerEncabezado(String texto) {
    separador = texto.contains(";") ? ";" : ",";
    encabezado = partir(texto);
    if (encabezado.size() != COLUMNAS.size() || !encabezado.containsAll(COLUMNAS)) {
      throw new Rechazo(
          Falla.CONTENIDO_INVALIDO,
          "La primera línea ha de nombrar las columnas: " + String.join(",", COLUMNAS));
    }
  }

  private Leida celdas(String texto) {
    List<String> celdas = partir(texto);
    if (celdas.size() != encabezado.size()) {
      return new Leida.Mala(Defecto.COLUMNAS);
    }
    Map<String, String> valores = new HashMap<>();
    for (int i = 0; i < celdas.size(); i++) {
      valores.put(encabezado.get(i), celdas.get(i));
    }
    return incorporacion(valores);
  }

  private List<String> partir(String texto) {
    List<String> celdas = new ArrayList<>();
    for (String celda : texto.split(separador, -1)) {
      String limpia = celda.strip();
      boolean entreComillas =
          limpia.length() > 1 && limpia.startsWith("\"") && limpia.endsWith("\"");
      celdas.add(entreComillas ? limpia.substring(1, limpia.length() - 1).strip() : limpia);
    }
    return celdas;
  }

  private Leida miembros(String texto) {
    JsonNode objeto;
    try {
      objeto = json.readTree(texto);
    } catch (JsonProcessingException unreadable) {
      return new Leida.Mala(Defecto.JSON_ILEGIBLE);
    }
    if (!objeto.isObject()) {
      return new Leida.Mala(Defecto.JSON_ILEGIBLE);
    }
    Map<String, String> valores = new HashMap<>();
    for (String columna : COLUMNAS) {
      JsonNode valor = objeto.path(columna);
      if (valor.isContainerNode()) {
        return new Leida.Mala(Defecto.JSON_ILEGIBLE);
      }
      valores.put(columna, valor.isNull() ? "" : valor.asText().strip());
    }
    return incorporacion(valores);
  }

  private Leida incorporacion(Map<String, String> valores) {
    String tipo = valores.getOrDefault("tipo", "").toUpperCase(Locale.ROOT);
    String numero = valores.getOrDefault("numero", "");
    String serial = valores.getOrDefault("serialSAT", "");
    String departamento = valores.getOrDefault("departamento", "");
    String fecha = valores.getOrDefault("fecha", "");
    Optional<Dato> errado =
        identificacion.errado(tipo, numero, serial).or(() -> identificacion.errado(departamento));
    if (errado.isPresent()) {
      return new Leida.Mala(Defecto.de(errado.get()));
    }
    if (!Fechas.esFecha(fecha) || LocalDate.parse(fecha).isAfter(hoy)) {
      return new Leida.Mala(Defecto.FECHA);
    }
    return new Leida.Buena(
        new Incorporacion(
            identificacion.referencia(tipo, numero, serial),
            departamento,
            LocalDate.parse(fecha).atStartOfDay(BOGOTA).toInstant()));
  }

  private static @Nullable String texto(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      return null;
    }
  }
}
