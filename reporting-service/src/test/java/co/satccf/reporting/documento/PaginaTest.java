package co.satccf.reporting.documento;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PaginaTest {

  @Test
  void isAPageThatNeedsNothingFromElsewhereAndRunsNothing() {
    assertThat(Pagina.de(Muestra.INFORME))
        .contains(
            "<html lang=\"es-CO\">",
            "<h1>Pendientes por reportar</h1>",
            "Caja &lt;Ñandú&gt; &amp; &quot;Cía.&quot;; S.A.",
            "1.621.106",
            "1.621.200",
            "<td class=\"n\">-94</td>",
            "=HYPERLINK(&quot;x&quot;)",
            "<td class=\"n\">12.345</td>",
            "Sin datos al corte.",
            "Cuenta lo ocurrido &lt;antes&gt; del corte.",
            "@page")
        .doesNotContain("<script", "http://", "https://", "src=");
  }

  @Test
  void isAnEMailForWhoeverReadsHtmlAndForWhoeverDoesNot() {
    assertThat(Pagina.correo(Muestra.INFORME)).contains("1.621.106", "-94", "&lt;Ñandú&gt;");
    assertThat(Pagina.correoTexto(Muestra.INFORME))
        .contains(
            "Pendientes por reportar\n",
            "Caja <Ñandú> & \"Cía.\"; S.A.",
            "Corte: jueves 5 de agosto de 2021, 00:00 (hora de Bogotá)",
            "Trabajadores por reportar: 1.621.106 (diferencia -94, ajuste del anterior -6)",
            "Glosados: 0 (diferencia —, ajuste del anterior 0)");
  }
}
