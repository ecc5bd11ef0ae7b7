package co.satccf.model.contrato;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.Eventos;
import co.satccf.model.ServicioSat;
import co.satccf.model.catalogo.Catalogos;
import co.satccf.model.esquema.Esquemas;
import co.satccf.model.esquema.Validadores;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Every rule of every field: a record that breaks it earns exactly the glosas named, and one at its
 * edge earns none. The published JSON Schema must agree in each case.
 */
class ReglasDeCampoTest {
  private static final Catalogos CATALOGOS = Catalogos.predeterminados();
  private static final Contratos CONTRATOS = new Contratos(CATALOGOS, ReglasDeContrato.ninguna());
  private static final Map<ServicioSat, Schema> ESQUEMAS = esquemas();

  @ParameterizedTest(name = "{0} {1}: {2} = {3} -> {4}")
  @CsvFileSource(
      resources = "reglas.csv",
      numLinesToSkip = 1,
      nullValues = "-",
      maxCharsPerColumn = 8000)
  void eachRuleHasABreakingAndAPassingRecord(
      String servicio,
      String persona,
      String ruta,
      @Nullable String valor,
      @Nullable String esperado) {
    // Given
    var sat = ServicioSat.porNombre(servicio).orElseThrow();
    var evento = persona.equals("N") ? Eventos.natural(sat) : Eventos.valido(sat);

    // When
    for (var una : ruta.split(" ")) {
      Eventos.con(evento, una, valor == null ? null : expandido(valor));
    }
    var validacion = CONTRATOS.validar(Eventos.reporte(evento));

    // Then
    assertThat(validacion.glosas().stream().map(g -> g.campo() + ":" + g.codigo()))
        .containsExactlyInAnyOrder(esperado == null ? new String[0] : esperado.split(" "));
    assertThat(Validadores.admite(requireNonNull(ESQUEMAS.get(sat)), evento))
        .isEqualTo(validacion.cumple());
  }

  /** {@code A*61} stands for sixty-one letters A. */
  private static String expandido(String valor) {
    if (!valor.matches(".\\*[0-9]+")) {
      return valor;
    }
    return valor.substring(0, 1).repeat(Integer.parseInt(valor.substring(2)));
  }

  private static Map<ServicioSat, Schema> esquemas() {
    var esquemas = new EnumMap<ServicioSat, Schema>(ServicioSat.class);
    for (var servicio : ServicioSat.values()) {
      ObjectNode esquema = new Esquemas(CATALOGOS, CONTRATOS).de(servicio);
      esquemas.put(servicio, Validadores.de(esquema));
    }
    return esquemas;
  }
}
