package co.satccf.relacionlaboral;

import co.satccf.model.Familia;
import co.satccf.model.ServicioSat;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.familia.RequisitoEmpleador;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * A relation starts only with an employer in SAT; its end is reported after the employer has left,
 * too.
 */
@ApplicationScoped
class FamiliaRelacionLaboral implements FamiliaDeServicios {

  @Override
  public Familia familia() {
    return Familia.RELACION_LABORAL;
  }

  @Override
  public Map<ServicioSat, RequisitoEmpleador> requisitos() {
    return Map.of(
        ServicioSat.INICIO_RELACION_LABORAL, RequisitoEmpleador.DEPARTAMENTO,
        ServicioSat.TERMINACION_RELACION_LABORAL, RequisitoEmpleador.ALGUNA_VEZ);
  }
}
