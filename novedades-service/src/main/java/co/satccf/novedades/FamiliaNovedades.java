package co.satccf.novedades;

import co.satccf.model.Familia;
import co.satccf.model.ServicioSat;
import co.satccf.model.contrato.Campo;
import co.satccf.model.contrato.Contratos;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.familia.RequisitoEmpleador;
import co.satccf.transmitter.store.ReporteIdentificado;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Both reports tell of employers in SAT; the loss names a departamento, the payment state none. */
@ApplicationScoped
class FamiliaNovedades implements FamiliaDeServicios {

  private static final String ESTADO_REPORTE = "estadoReporte";

  private final ObjectMapper json;
  private final String nombreEnElCuerpo;

  FamiliaNovedades(ObjectMapper json, Contratos contratos) {
    this.json = json;
    // Wire names can be overridden; the path in the event cannot.
    this.nombreEnElCuerpo =
        contratos.campos(ServicioSat.PERDIDA_AFILIACION_CAUSA_GRAVE).stream()
            .filter(campo -> campo.ruta().equals("data." + ESTADO_REPORTE))
            .map(Campo::nombreEnCable)
            .findFirst()
            .orElseThrow();
  }

  @Override
  public Familia familia() {
    return Familia.NOVEDADES;
  }

  @Override
  public Map<ServicioSat, RequisitoEmpleador> requisitos() {
    return Map.of(
        ServicioSat.PERDIDA_AFILIACION_CAUSA_GRAVE, RequisitoEmpleador.DEPARTAMENTO,
        ServicioSat.ESTADO_PAGO_EMPLEADOR, RequisitoEmpleador.ALGUN_DEPARTAMENTO);
  }

  @Override
  public boolean adorna(ServicioSat servicio) {
    return servicio == ServicioSat.PERDIDA_AFILIACION_CAUSA_GRAVE;
  }

  /** The register must know whether an accepted report loses the employer or lifts the loss. */
  @Override
  public void adornar(ReporteIdentificado reporte, byte[] cuerpo, ObjectNode data) {
    if (!adorna(reporte.servicio()) || cuerpo.length == 0) {
      return;
    }
    try {
      data.put(ESTADO_REPORTE, json.readTree(cuerpo).path(nombreEnElCuerpo).asText());
    } catch (IOException impossible) {
      throw new UncheckedIOException("body of report " + reporte.id() + " is not JSON", impossible);
    }
  }
}
