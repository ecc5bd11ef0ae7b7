package co.satccf.reporting.documento;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTest {

  @Test
  void writesANumberToALineAsASpanishSpreadsheetReadsIt() {
    assertThat(new String(Csv.de(Muestra.INFORME), UTF_8))
        .isEqualTo(
            """
            \ufeffSección;Detalle;Medida;Valor
            Resumen;Trabajadores por reportar;Valor;1621106
            Resumen;Trabajadores por reportar;Informe anterior;1621200
            Resumen;Trabajadores por reportar;Diferencia;-94
            Resumen;Trabajadores por reportar;Ajuste del anterior;-6
            Resumen;Glosados;Valor;0
            Resumen;Glosados;Informe anterior;
            Resumen;Glosados;Diferencia;
            Resumen;Glosados;Ajuste del anterior;0
            Por servicio y código;"AfiliacionPrimeraVez · =HYPERLINK(""x"")";Reportes;12345
            Por servicio y código;"AfiliacionPrimeraVez · =HYPERLINK(""x"")";Glosados;0
            Por servicio y código;"Desafiliacion · a;b";Reportes;-7
            Por servicio y código;"Desafiliacion · a;b";Glosados;1
            """
                .replace("\n", "\r\n"));
  }
}
