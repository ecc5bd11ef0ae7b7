package co.satccf.token.sellado;

import co.satccf.model.cifrado.ArchivoDeLlavero;
import co.satccf.model.cifrado.Cifrado;
import co.satccf.model.cifrado.NoDescifrableException;
import co.satccf.token.solicitud.Objecion;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Texts of one row, sealed together and opened together. */
@ApplicationScoped
public class Sello {

  private static final Logger LOG = Logger.getLogger(Sello.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ArchivoDeLlavero llaveros;

  public Sello(ArchivoDeLlavero llaveros) {
    this.llaveros = llaveros;
  }

  /**
   * @param fila primary key of the row
   */
  public Cifrado cerrar(Tabla tabla, String fila, Map<String, String> textos) {
    ObjectNode valor = JSON.createObjectNode();
    textos.forEach(valor::put);
    try {
      return llaveros.llavero().cifrar(JSON.writeValueAsBytes(valor), tabla.lugar(fila));
    } catch (JsonProcessingException never) {
      throw new IllegalStateException("texts are always JSON");
    }
  }

  /**
   * @throws Objecion when it does not open
   */
  public Map<String, String> exigir(Tabla tabla, String fila, Cifrado cifrado) {
    return abrir(tabla, fila, cifrado).orElseThrow(() -> ilegible("llave " + cifrado.clave()));
  }

  /**
   * What a person is told of something that does not open.
   *
   * @param que the key it is under, or what it is
   */
  public static Objecion ilegible(String que) {
    return new Objecion(
        Objecion.Tipo.DATOS_ILEGIBLES,
        "Lo guardado no se puede descifrar con el llavero de esta réplica (%s)".formatted(que));
  }

  /** Empty when this replica's ring has not the key, or the row was changed. */
  public Optional<Map<String, String>> abrir(Tabla tabla, String fila, Cifrado cifrado) {
    try {
      JsonNode valor = JSON.readTree(llaveros.llavero().descifrar(cifrado, tabla.lugar(fila)));
      Map<String, String> textos = new LinkedHashMap<>();
      valor.properties().forEach(texto -> textos.put(texto.getKey(), texto.getValue().asText()));
      return Optional.of(textos);
    } catch (NoDescifrableException unreadable) {
      LOG.errorf(
          "event=sealed_unreadable alert=true tabla=%s cause=\"%s\"",
          tabla.nombre(), unreadable.getMessage());
      return Optional.empty();
    } catch (IOException never) {
      throw new IllegalStateException("what was sealed is JSON");
    }
  }
}
