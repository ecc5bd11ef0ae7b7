package co.satccf.reporting.documento;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

class LibroTest {

  @Test
  void holdsEveryCellWhenItIsOpenedAgain() throws IOException {
    // When
    try (var libro = abrir()) {
      // Then
      assertThat(libro.getSheets().map(Sheet::getName))
          .containsExactly("Resumen", "Por servicio y código", "Vacía");
      assertThat(celdas(libro, "Resumen"))
          .contains(
              "Pendientes por reportar",
              "Caja <Ñandú> & \"Cía.\"; S.A.",
              "Corte: jueves 5 de agosto de 2021, 00:00 (hora de Bogotá)",
              "Corte anterior: jueves 29 de julio de 2021, 00:00 (hora de Bogotá)",
              "Trabajadores por reportar",
              "1621106",
              "1621200",
              "-94",
              "-6",
              "Cuenta lo ocurrido <antes> del corte.");
      assertThat(celdas(libro, "Por servicio y código"))
          .containsExactly(
              "Servicio",
              "Código",
              "Reportes",
              "Glosados",
              "AfiliacionPrimeraVez",
              "'=HYPERLINK(\"x\")",
              "12345",
              "0",
              "Desafiliacion",
              "a;b",
              "-7",
              "1");
    }
  }

  @Test
  void hasNumbersThatCanBeAddedUpAndNoFormula() throws IOException {
    try (var libro = abrir()) {
      var numeros = new ArrayList<BigDecimal>();
      for (var hoja : libro.getSheets().toList()) {
        for (var fila : hoja.read()) {
          for (var celda : fila) {
            if (celda == null) {
              continue;
            }
            assertThat(celda.getType()).isNotEqualTo(CellType.FORMULA);
            if (celda.getType() == CellType.NUMBER) {
              numeros.add(celda.asNumber());
              assertThat(celda.getDataFormatString()).isEqualTo("#,##0");
            }
          }
        }
      }
      assertThat(numeros)
          .extracting(BigDecimal::intValueExact)
          .containsExactly(1_621_106, 1_621_200, -94, -6, 0, 0, 12_345, 0, -7, 1);
    }
  }

  private static ReadableWorkbook abrir() throws IOException {
    return new ReadableWorkbook(
        new ByteArrayInputStream(Libro.de(Muestra.INFORME)), new ReadingOptions(true, true));
  }

  private static List<String> celdas(ReadableWorkbook libro, String nombre) throws IOException {
    var celdas = new ArrayList<String>();
    for (var fila : libro.findSheet(nombre).orElseThrow().read()) {
      for (var celda : fila) {
        if (celda != null && celda.getType() != CellType.EMPTY) {
          celdas.add(celda.getText());
        }
      }
    }
    return celdas;
  }
}
