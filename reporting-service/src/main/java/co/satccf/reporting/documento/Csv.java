package co.satccf.reporting.documento;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as CSV that a Spanish spreadsheet opens: UTF-8 with BOM, {@code ;}, a number to a line.
 * Numbers are written plain, so that programs read them, too.
 */
final class Csv {

  private static final String BOM = "\ufeff";
  private static final String RESUMEN = "Resumen";

  private Csv() {}

  static byte[] de(Informe informe) {
    var lineas = new ArrayList<List<String>>();
    lineas.add(List.of("Sección", "Detalle", "Medida", "Valor"));
    for (var cifra : informe.cifras()) {
      linea(lineas, RESUMEN, cifra.nombre(), "Valor", cifra.valor());
      linea(lineas, RESUMEN, cifra.nombre(), "Informe anterior", cifra.anterior());
      linea(lineas, RESUMEN, cifra.nombre(), "Diferencia", cifra.diferencia());
      linea(lineas, RESUMEN, cifra.nombre(), "Ajuste del anterior", cifra.ajuste());
    }
    for (var tabla : informe.tablas()) {
      for (var fila : tabla.filas()) {
        for (var i = 0; i < tabla.medidas().size(); i++) {
          linea(
              lineas,
              tabla.titulo(),
              String.join(" · ", fila.rotulos()),
              tabla.medidas().get(i),
              fila.numeros().get(i));
        }
      }
    }
    var texto = new StringBuilder(BOM);
    lineas.forEach(linea -> texto.append(String.join(";", linea)).append("\r\n"));
    return texto.toString().getBytes(UTF_8);
  }

  private static void linea(
      List<List<String>> lineas,
      String seccion,
      String detalle,
      String medida,
      @Nullable Long valor) {
    lineas.add(
        List.of(
            campo(seccion), campo(detalle), campo(medida), valor == null ? "" : valor.toString()));
  }

  private static String campo(String texto) {
    var seguro = Celda.texto(texto);
    return seguro.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r')
        ? '"' + seguro.replace("\"", "\"\"") + '"'
        : seguro;
  }
}
