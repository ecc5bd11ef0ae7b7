package co.satccf.afiliacion;

import co.satccf.sandbox.erp.Hechos;
import co.satccf.sandbox.erp.Hechos.Hecho;
import co.satccf.sandbox.infra.TransmisorEmpaquetado;
import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The packaged service. */
@QuarkusIntegrationTest
class PaqueteIT extends TransmisorEmpaquetado {

  private static final Hechos HECHOS = Hechos.de(901);

  @Override
  protected Hecho hecho() {
    return HECHOS.primeraVez(HECHOS.empleador());
  }

  @Override
  protected String servicio() {
    return "AfiliacionPrimeraVez";
  }

  @Override
  protected String estado() {
    return "ACEPTADO";
  }
}
