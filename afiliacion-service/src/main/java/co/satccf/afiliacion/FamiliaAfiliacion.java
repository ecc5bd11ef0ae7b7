package co.satccf.afiliacion;

import co.satccf.model.Familia;
import co.satccf.model.ServicioSat;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.familia.RequisitoEmpleador;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Employers enter and leave SAT here; only leaving demands that they are in it. */
@ApplicationScoped
class FamiliaAfiliacion implements FamiliaDeServicios {

  @Override
  public Familia familia() {
    return Familia.AFILIACION;
  }

  @Override
  public Map<ServicioSat, RequisitoEmpleador> requisitos() {
    return Map.of(
        ServicioSat.AFILIACION_PRIMERA_VEZ, RequisitoEmpleador.LIBRE,
        ServicioSat.AFILIACION_NO_PRIMERA_VEZ, RequisitoEmpleador.LIBRE,
        ServicioSat.DESAFILIACION, RequisitoEmpleador.DEPARTAMENTO);
  }
}
