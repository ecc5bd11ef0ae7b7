package co.satccf.reporting.consola.cuarentena;

import co.satccf.model.Familia;
import co.satccf.reporting.consola.familias.Suite;
import co.satccf.reporting.documento.NombreDeFamilia;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of one family waits.
 *
 * @param registros null when it does not answer
 * @param correcciones of the ERP, that a person must see
 * @param falla why it does not answer
 */
public record Bandeja(
    Familia familia,
    RegistroApartado.@Nullable Pagina registros,
    CorreccionEnBandeja.@Nullable Pagina correcciones,
    @Nullable String falla) {

  public String nombre() {
    return NombreDeFamilia.de(familia);
  }

  public String ruta() {
    return Suite.enRuta(familia);
  }

  public String camino(long id) {
    return RegistroApartado.camino(familia, id);
  }

  /** Reasons of the records, each once. */
  public List<String> codigos() {
    return registros == null
        ? List.of()
        : registros.registros().stream()
            .flatMap(uno -> uno.motivos().stream())
            .map(RegistroApartado.Motivo::codigo)
            .distinct()
            .sorted()
            .toList();
  }
}
