package co.satccf.model.catalogo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A small catalogue file: comma-separated, UTF-8, a header line, values perhaps in double quotes. */
final class Csv {

  private Csv() {}

  /**
   * @param name told in the message when the file is refused
   * @throws IllegalArgumentException when the header is another or a line has another number of values; names file and
   *     line
   */
  static List<List<String>> read(String name, InputStream in, String header) throws IOException {
    var strict =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    int columns = header.split(",").length;
    List<List<String>> rows = new ArrayList<>();
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, strict))) {
      String first = reader.readLine();
      if (first == null || !first.strip().equals(header)) {
        throw new IllegalArgumentException(name + ", line 1: expected the header " + header);
      }
      int number = 1;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        List<String> values = split(line);
        if (values.size() != columns) {
          throw new IllegalArgumentException(
              "%s, line %d: %d values, expected %d".formatted(name, number, values.size(), columns));
        }
        rows.add(values);
      }
    }
    return rows;
  }

  private static List<String> split(String line) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        values.add(value.toString().strip());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    values.add(value.toString().strip());
    return values;
  }
}
