package co.satccf.model.catalogo;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A UTF-8 CSV file with a fixed header (RFC 4180 quoting, no line breaks inside a cell). */
record ArchivoCsv(String nombre, List<Fila> filas) {

  /** One line, its cells in the order of the header. */
  record Fila(String archivo, int linea, List<String> encabezado, List<String> celdas) {

    String celda(String columna) {
      return celdas.get(encabezado.indexOf(columna));
    }

    String obligatoria(String columna) {
      var valor = celda(columna);
      if (valor.isBlank()) {
        throw error("la columna " + columna + " está vacía");
      }
      return valor;
    }

    boolean siNo(String columna) {
      return switch (celda(columna)) {
        case "si" -> true;
        case "no" -> false;
        default -> throw error("la columna " + columna + " debe decir si o no");
      };
    }

    CatalogoInvalidoException error(String problema) {
      return new CatalogoInvalidoException(archivo, linea, problema);
    }
  }

  static ArchivoCsv leer(String nombre, byte[] contenido, String encabezado) {
    var lineas = texto(nombre, contenido).lines().toList();
    if (lineas.isEmpty() || !lineas.getFirst().equals(encabezado)) {
      throw new CatalogoInvalidoException(nombre, 1, "el encabezado debe ser " + encabezado);
    }
    var columnas = List.of(encabezado.split(",", -1));
    var filas = new ArrayList<Fila>();
    for (int i = 1; i < lineas.size(); i++) {
      if (!lineas.get(i).isBlank()) {
        filas.add(fila(nombre, i + 1, columnas, lineas.get(i)));
      }
    }
    if (filas.isEmpty()) {
      throw new CatalogoInvalidoException(nombre, "no trae ningún registro");
    }
    return new ArchivoCsv(nombre, List.copyOf(filas));
  }

  private static Fila fila(String archivo, int linea, List<String> columnas, String texto) {
    var celdas = celdas(archivo, linea, texto);
    if (celdas.size() != columnas.size()) {
      throw new CatalogoInvalidoException(
          archivo,
          linea,
          "trae %d columnas y deben ser %d".formatted(celdas.size(), columnas.size()));
    }
    return new Fila(archivo, linea, columnas, celdas);
  }

  private static List<String> celdas(String archivo, int linea, String texto) {
    var celdas = new ArrayList<String>();
    var celda = new StringBuilder();
    boolean entreComillas = false;
    for (int i = 0; i < texto.length(); i++) {
      char c = texto.charAt(i);
      if (c == '"' && entreComillas && i + 1 < texto.length() && texto.charAt(i + 1) == '"') {
        celda.append(c);
        i++;
      } else if (c == '"') {
        entreComillas = !entreComillas;
      } else if (c == ',' && !entreComillas) {
        celdas.add(celda.toString().strip());
        celda.setLength(0);
      } else {
        celda.append(c);
      }
    }
    if (entreComillas) {
      throw new CatalogoInvalidoException(archivo, linea, "unas comillas quedan sin cerrar");
    }
    celdas.add(celda.toString().strip());
    return List.copyOf(celdas);
  }

  private static String texto(String nombre, byte[] contenido) {
    try {
      var texto = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(contenido)).toString();
      return texto.startsWith("\uFEFF") ? texto.substring(1) : texto;
    } catch (CharacterCodingException e) {
      throw new CatalogoInvalidoException(nombre, "no está en UTF-8");
    }
  }
}
