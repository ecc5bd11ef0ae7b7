package co.satccf.transmitter;

import co.satccf.model.Familia;
import co.satccf.model.ServicioSat;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.familia.RequisitoEmpleador;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** A family with one service for each requirement, whatever their real families are. */
@ApplicationScoped
public class FamiliaDePrueba implements FamiliaDeServicios {

  @Override
  public Familia familia() {
    return Familia.AFILIACION;
  }

  @Override
  public Map<ServicioSat, RequisitoEmpleador> requisitos() {
    return Map.of(
        ServicioSat.AFILIACION_PRIMERA_VEZ, RequisitoEmpleador.LIBRE,
        ServicioSat.AFILIACION_NO_PRIMERA_VEZ, RequisitoEmpleador.LIBRE,
        ServicioSat.DESAFILIACION, RequisitoEmpleador.DEPARTAMENTO,
        ServicioSat.INICIO_RELACION_LABORAL, RequisitoEmpleador.DEPARTAMENTO,
        ServicioSat.TERMINACION_RELACION_LABORAL, RequisitoEmpleador.ALGUNA_VEZ,
        ServicioSat.ESTADO_PAGO_EMPLEADOR, RequisitoEmpleador.ALGUN_DEPARTAMENTO);
  }
}
