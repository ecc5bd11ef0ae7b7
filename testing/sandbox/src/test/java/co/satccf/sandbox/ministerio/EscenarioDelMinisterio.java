package co.satccf.sandbox.ministerio;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A Ministry of its own for each test, without alerts, and a caja that talks to it. */
abstract class EscenarioDelMinisterio {
  final RelojDePrueba reloj = new RelojDePrueba();
  SimulatedMinistry ministerio;
  ControlDelMinisterio control;
  Caja caja;

  @SuppressWarnings("NullAway.Init") // filled before each test
  EscenarioDelMinisterio() {}

  @BeforeEach
  void abrir() {
    ministerio = SimulatedMinistry.start(OpcionesDelMinisterio.predeterminadas().conReloj(reloj));
    control = ministerio.control();
    control.modo(Map.of("proporcionAlertas", 0));
    caja = new Caja(ministerio.url());
  }

  @AfterEach
  void cerrar() {
    caja.close();
    ministerio.close();
  }
}
