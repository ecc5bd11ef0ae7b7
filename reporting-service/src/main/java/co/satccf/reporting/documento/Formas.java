package co.satccf.reporting.documento;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;

/** Every form of a report, made from the one model. */
@Singleton
public final class Formas {

  private final ObjectMapper json;

  Formas(ObjectMapper json) {
    this.json = json;
  }

  /** The numbers themselves come first: they are what the report's hash is of. */
  public List<Archivo> de(Informe informe) {
    var nombre = informe.nombreDeArchivo();
    return List.of(
        new Archivo(nombre + ".json", Archivo.JSON, escribir(informe)),
        new Archivo(nombre + ".html", Archivo.HTML, Pagina.de(informe).getBytes(UTF_8)),
        new Archivo(nombre + ".xlsx", Archivo.XLSX, Libro.de(informe)),
        new Archivo(nombre + ".csv", Archivo.CSV, Csv.de(informe)));
  }

  private byte[] escribir(Informe informe) {
    try {
      return json.writeValueAsBytes(informe);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a report of texts and numbers is not JSON", impossible);
    }
  }

  /** The report again, from its JSON form. */
  public Informe leer(byte[] contenido) {
    try {
      return json.readValue(contenido, Informe.class);
    } catch (IOException impossible) {
      throw new IllegalStateException("a kept report cannot be read", impossible);
    }
  }
}
