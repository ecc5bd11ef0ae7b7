package co.satccf.reporting.documento;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A report as a workbook: a sheet with its numbers, and one for each table. */
final class Libro {

  private static final String ENTERO = "#,##0";
  private static final int ANCHO_DE_ROTULO = 44;
  private static final int ANCHO_DE_NUMERO = 20;
  private static final int FILA_DE_CIFRAS = 5;
  private static final List<String> COLUMNAS =
      List.of("Cifra", "Valor", "Informe anterior", "Diferencia", "Ajuste del anterior");

  private Libro() {}

  static byte[] de(Informe informe) {
    var bytes = new ByteArrayOutputStream();
    try (var libro = new Workbook(bytes, "sat-ccf", "1.0")) {
      resumen(libro.newWorksheet("Resumen"), informe);
      informe.tablas().forEach(tabla -> tabla(libro.newWorksheet(tabla.titulo()), tabla));
    } catch (IOException memoryDoesNotFail) {
      throw new UncheckedIOException(memoryDoesNotFail);
    }
    return bytes.toByteArray();
  }

  private static void resumen(Worksheet hoja, Informe informe) {
    hoja.value(0, 0, Celda.texto(informe.tipo().titulo()));
    hoja.style(0, 0).bold().fontSize(14).set();
    hoja.value(1, 0, Celda.texto(informe.entidad()));
    hoja.value(2, 0, "Corte: " + Formato.instante(informe.corte()));
    if (informe.corteAnterior() != null) {
      hoja.value(3, 0, "Corte anterior: " + Formato.instante(informe.corteAnterior()));
    }
    encabezado(hoja, FILA_DE_CIFRAS, COLUMNAS, 1);
    var fila = FILA_DE_CIFRAS + 1;
    for (var cifra : informe.cifras()) {
      hoja.value(fila, 0, Celda.texto(cifra.nombre()));
      numero(hoja, fila, 1, cifra.valor());
      numero(hoja, fila, 2, cifra.anterior());
      numero(hoja, fila, 3, cifra.diferencia());
      numero(hoja, fila, 4, cifra.ajuste());
      fila++;
    }
    fila++;
    hoja.value(fila, 0, "Cómo se contó");
    hoja.style(fila, 0).bold().set();
    for (var frase : informe.comoSeConto()) {
      hoja.value(++fila, 0, Celda.texto(frase));
    }
  }

  private static void tabla(Worksheet hoja, Informe.Tabla tabla) {
    encabezado(hoja, 0, tabla.rotulos(), tabla.rotulos().size());
    for (var i = 0; i < tabla.medidas().size(); i++) {
      titulo(hoja, 0, tabla.rotulos().size() + i, tabla.medidas().get(i), ANCHO_DE_NUMERO);
    }
    hoja.freezePane(tabla.rotulos().size(), 1);
    var numero = 1;
    for (var fila : tabla.filas()) {
      for (var i = 0; i < fila.rotulos().size(); i++) {
        hoja.value(numero, i, Celda.texto(fila.rotulos().get(i)));
      }
      for (var i = 0; i < fila.numeros().size(); i++) {
        numero(hoja, numero, fila.rotulos().size() + i, fila.numeros().get(i));
      }
      numero++;
    }
  }

  private static void encabezado(Worksheet hoja, int fila, List<String> titulos, int rotulos) {
    for (var i = 0; i < titulos.size(); i++) {
      titulo(hoja, fila, i, titulos.get(i), i < rotulos ? ANCHO_DE_ROTULO : ANCHO_DE_NUMERO);
    }
  }

  private static void titulo(Worksheet hoja, int fila, int columna, String titulo, int ancho) {
    hoja.value(fila, columna, Celda.texto(titulo));
    hoja.style(fila, columna).bold().fillColor("DCE6F1").set();
    hoja.width(columna, ancho);
  }

  private static void numero(Worksheet hoja, int fila, int columna, @Nullable Long numero) {
    if (numero != null) {
      hoja.value(fila, columna, numero);
      hoja.style(fila, columna).format(ENTERO).set();
    }
  }
}
