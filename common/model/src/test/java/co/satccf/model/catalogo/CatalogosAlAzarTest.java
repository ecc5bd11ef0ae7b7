package co.satccf.model.catalogo;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.azar.Propiedad;
import co.satccf.model.azar.Textos;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;

/** Whatever a file of a catalogue holds, it is read whole, or refused by name and line. */
class CatalogosAlAzarTest {
  private static final String ENCABEZADO = "codigo,nombre";

  @Test
  void readsAnyFileOrNamesItsLine() {
    Propiedad.paraTodo("catalogues", 5_000, archivos(), CatalogosAlAzarTest::seLeeOSeExplica);
  }

  private static void seLeeOSeExplica(byte[] contenido) {
    try {
      var archivo = ArchivoCsv.leer("lista.csv", contenido, ENCABEZADO);
      assertThat(archivo.filas()).isNotEmpty().allMatch(fila -> fila.celdas().size() == 2);
    } catch (CatalogoInvalidoException malo) {
      assertThat(malo).hasMessageContaining("lista.csv").hasMessageNotContaining(Textos.PERSONAL);
    }
  }

  private static Arbitrary<byte[]> archivos() {
    var celdas =
        Arbitraries.oneOf(Textos.cualquiera(), Arbitraries.of("\"", "\"\"", "\"a,b\"", ","));
    var lineas = celdas.list().ofMaxSize(3).map(fila -> String.join(",", fila));
    var encabezados = Arbitraries.of(ENCABEZADO, "\uFEFF" + ENCABEZADO, "codigo", "");
    var finales = Arbitraries.of("\n", "\r\n", "\r", "\u2028");
    var textos =
        Combinators.combine(encabezados, lineas.list().ofMaxSize(5), finales)
            .as((encabezado, filas, fin) -> String.join(fin, unir(encabezado, filas)));
    return Arbitraries.oneOf(
        textos.map(texto -> texto.getBytes(StandardCharsets.UTF_8)),
        textos.map(texto -> texto.getBytes(StandardCharsets.ISO_8859_1)),
        Arbitraries.bytes().array(byte[].class).ofMaxSize(200));
  }

  private static List<String> unir(String encabezado, List<String> filas) {
    var todas = new ArrayList<>(List.of(encabezado));
    todas.addAll(filas);
    return todas;
  }
}
