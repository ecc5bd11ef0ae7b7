package co.satccf.novedades;

import co.satccf.sandbox.erp.Hechos;
import co.satccf.sandbox.erp.Hechos.Hecho;
import co.satccf.sandbox.infra.TransmisorEmpaquetado;
import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The packaged service; nobody has told it of the employer. */
@QuarkusIntegrationTest
class PaqueteIT extends TransmisorEmpaquetado {

  private static final Hechos HECHOS = Hechos.de(901);

  @Override
  protected Hecho hecho() {
    return HECHOS.estadoPago(HECHOS.empleador());
  }

  @Override
  protected String servicio() {
    return "EstadoPagoEmpleador";
  }

  @Override
  protected String estado() {
    return "PENDIENTE";
  }
}
