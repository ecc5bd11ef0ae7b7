package co.satccf.reporting.resultados;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of an outcome's data, each read as what it must be. */
record Campos(JsonNode datos) {

  /** A field is not what it must be; the message is in Spanish and never has the value. */
  static final class CampoIlegible extends Exception {
    private static final long serialVersionUID = 1L;

    private final String motivo;

    CampoIlegible(String campo, String espera) {
      super(campo, null, false, false);
      motivo = campo + ": " + espera;
    }

    String motivo() {
      return motivo;
    }
  }

  String texto(String campo) throws CampoIlegible {
    var texto = textoOpcional(campo);
    if (texto == null || texto.isBlank()) {
      throw new CampoIlegible(campo, "falta");
    }
    return texto;
  }

  @Nullable String textoOpcional(String campo) throws CampoIlegible {
    var nodo = datos.path(campo);
    if (nodo.isMissingNode() || nodo.isNull()) {
      return null;
    }
    if (!nodo.isTextual()) {
      throw new CampoIlegible(campo, "debe ser un texto");
    }
    return nodo.textValue();
  }

  int entero(String campo, int menor, int mayor) throws CampoIlegible {
    var nodo = datos.path(campo);
    if (!nodo.isIntegralNumber()
        || !nodo.canConvertToInt()
        || nodo.intValue() < menor
        || nodo.intValue() > mayor) {
      throw new CampoIlegible(campo, "debe ser un entero entre " + menor + " y " + mayor);
    }
    return nodo.intValue();
  }

  long posicion(String campo) throws CampoIlegible {
    var nodo = datos.path(campo);
    if (!nodo.isIntegralNumber() || !nodo.canConvertToLong() || nodo.longValue() < 0) {
      throw new CampoIlegible(campo, "debe ser un entero desde 0");
    }
    return nodo.longValue();
  }

  Instant instante(String campo) throws CampoIlegible {
    try {
      return OffsetDateTime.parse(texto(campo)).toInstant();
    } catch (DateTimeException mal) {
      throw new CampoIlegible(campo, "debe ser un instante RFC 3339");
    }
  }

  <T> T uno(String campo, Function<String, Optional<T>> conocidos) throws CampoIlegible {
    var valor = conocidos.apply(texto(campo));
    if (valor.isEmpty()) {
      throw new CampoIlegible(campo, "valor desconocido");
    }
    return valor.get();
  }

  <T> @Nullable T unoOpcional(String campo, Function<String, Optional<T>> conocidos)
      throws CampoIlegible {
    return textoOpcional(campo) == null ? null : uno(campo, conocidos);
  }
}
