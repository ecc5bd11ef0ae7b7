package co.satccf.relacionlaboral;

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
    return HECHOS.inicio(HECHOS.empleador(), HECHOS.trabajador());
  }

  @Override
  protected String servicio() {
    return "InicioRelacionLaboral";
  }

  @Override
  protected String estado() {
    return "PENDIENTE";
  }
}
