package co.satccf.reporting.cargas;

import co.satccf.model.Familia;
import co.satccf.model.evento.Motivo;
import co.satccf.reporting.documento.Formato;
import co.satccf.reporting.problema.ArchivoRechazado;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of events of one type: a header that names the columns, then a fact a line, separated by
 * semicolons or commas.
 *
 * @param instante of events that do not tell theirs
 */
record HojaCsv(Columnas columnas, Familia familia, Instant instante) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /**
   * @param encabezado the first line
   * @param texto the lines after it
   * @throws ArchivoRechazado when the header or the quotes are wrong
   */
  void leer(String encabezado, LineasDeTexto texto, Destino destino)
      throws IOException, SQLException {
    char separador = encabezado.indexOf(';') >= 0 ? ';' : ',';
    int antes = texto.numero();
    var nombres = columnas.delEncabezado(celdas(encabezado, separador));
    try (var filas = lector(separador).ofCsvRecord(texto.restantes())) {
      for (var fila : filas) {
        leer(antes + (int) fila.getStartingLineNumber(), nombres, fila, destino);
      }
    } catch (CsvParseException | UncheckedIOException failure) {
      throw causa(failure, texto.numero());
    }
  }

  /** What stopped the reader may have been ours, or whoever sends the file. */
  private static ArchivoRechazado causa(RuntimeException failure, int linea) throws IOException {
    for (@Nullable Throwable causa = failure; causa != null; causa = causa.getCause()) {
      if (causa instanceof ArchivoRechazado rechazado) {
        return rechazado;
      }
      if (causa instanceof IOException gone) {
        throw gone;
      }
    }
    return new ArchivoRechazado(
        "Cerca de la línea %d hay comillas sin cerrar o mal puestas".formatted(linea));
  }

  private static List<String> celdas(String encabezado, char separador) {
    try {
      return lector(separador).ofSingleCsvRecord(encabezado).getFields();
    } catch (CsvParseException malformed) {
      throw new ArchivoRechazado("El encabezado tiene comillas sin cerrar o mal puestas");
    }
  }

  /** A row with other cells than the header is told by us, with its line; wrong quotes by it. */
  private static CsvReader.CsvReaderBuilder lector(char separador) {
    return CsvReader.builder()
        .fieldSeparator(separador)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false);
  }

  private void leer(int numero, List<String> nombres, CsvRecord fila, Destino destino)
      throws SQLException {
    var celdas = fila.getFields();
    if (celdas.stream().allMatch(String::isBlank)) {
      return;
    }
    if (celdas.size() != nombres.size()) {
      destino.ilegible(
          Hallazgo.ilegible(
              numero,
              List.of(
                  new Motivo(
                      "COLUMNAS",
                      "La línea trae %s y el encabezado %d."
                          .formatted(
                              Formato.cuantos(celdas.size(), "columna", "columnas"),
                              nombres.size())))));
      return;
    }
    var evento = evento(nombres, celdas);
    destino.hecho(familia, new Linea(numero, evento.has("id"), evento.toString()));
  }

  private ObjectNode evento(List<String> nombres, List<String> celdas) {
    var evento =
        JSON.objectNode()
            .put("specversion", "1.0")
            .put("source", Linea.FUENTE)
            .put("type", columnas.tipo())
            .put("time", instante.toString())
            .put("datacontenttype", "application/json");
    var data = JSON.objectNode();
    for (int i = 0; i < nombres.size(); i++) {
      var valor = celdas.get(i).strip();
      if (valor.isEmpty()) {
        continue;
      }
      if (Columnas.ATRIBUTOS.contains(nombres.get(i))) {
        evento.put(nombres.get(i), valor);
      } else {
        poner(data, nombres.get(i), valor);
      }
    }
    evento.set("data", data);
    return evento;
  }

  private static void poner(ObjectNode data, String ruta, String valor) {
    var objeto = data;
    var partes = List.of(ruta.split("\\."));
    for (var parte : partes.subList(0, partes.size() - 1)) {
      objeto = objeto.withObjectProperty(parte);
    }
    objeto.put(partes.getLast(), valor);
  }
}
