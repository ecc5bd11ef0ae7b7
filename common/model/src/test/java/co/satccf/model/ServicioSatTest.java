package co.satccf.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServicioSatTest {

  @ParameterizedTest
  @CsvSource({
    "AfiliacionPrimeraVez, sat.afiliacion",
    "AfiliacionNoPrimeraVez, sat.afiliacion",
    "Desafiliacion, sat.afiliacion",
    "InicioRelacionLaboral, sat.relacion-laboral",
    "TerminacionRelacionLaboral, sat.relacion-laboral",
    "PerdidaAfiliacionCausaGrave, sat.novedades",
    "EstadoPagoEmpleador, sat.novedades"
  })
  void eachServiceComesByTheTopicOfItsFamily(String nombre, String topico) {
    var servicio = ServicioSat.porNombre(nombre).orElseThrow();
    assertThat(servicio.familia().topic()).isEqualTo(topico);
    assertThat(servicio.ruta()).isEqualTo("/Reportar" + nombre);
  }
}
