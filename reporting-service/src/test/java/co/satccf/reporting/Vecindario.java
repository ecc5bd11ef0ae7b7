package co.satccf.reporting;

import co.satccf.sandbox.identidad.IdentidadDePrueba;
import co.satccf.sandbox.infra.Puertos;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Where tests put the family services and the mail server: ports that are kept free, so that a test
 * may also have nobody there.
 */
public final class Vecindario implements QuarkusTestResourceLifecycleManager {

  private static final String FAMILIAS = "arena.familias.puerto";
  private static final String CORREO = "arena.correo.puerto";

  @Override
  public int order() {
    // After the identities have been made.
    return 10;
  }

  @Override
  public Map<String, String> start() {
    var token = Path.of("target", "reporting-service.token").toAbsolutePath();
    IdentidadDePrueba.escribir(token, "reporting-service");
    System.setProperty(FAMILIAS, String.valueOf(Puertos.libre()));
    System.setProperty(CORREO, String.valueOf(Puertos.libre()));
    var config = new HashMap<String, String>();
    for (var familia : new String[] {"afiliacion", "relacion-laboral", "novedades"}) {
      config.put(
          "sat.familias." + familia + ".url",
          "http://127.0.0.1:%d/%s/".formatted(familias(), familia));
      config.put("sat.familias." + familia + ".archivo", token.toString());
    }
    config.put("sat.token.url", "http://127.0.0.1:%d/tokens/".formatted(familias()));
    config.put("sat.consola.plazo", "PT5S");
    config.put("quarkus.mailer.mock", "false");
    config.put("quarkus.mailer.host", "127.0.0.1");
    config.put("quarkus.mailer.port", String.valueOf(correo()));
    config.put("quarkus.mailer.from", "sat@caja.example");
    for (var tipo : new String[] {"pendientes", "trabajadores-cargados", "conteo-semanal"}) {
      config.put(
          "sat.informes.destinatarios." + tipo,
          "seguimiento@ministerio.example,copia@caja.example");
    }
    config.put("sat.cargas.bytes", "4194304");
    config.put("sat.cargas.lineas", "5000");
    config.put("sat.informes.entidad", "Caja de Prueba");
    config.put("sat.informes.espera", "PT1S");
    config.put("sat.informes.intentos", "3");
    return config;
  }

  @Override
  public void stop() {}

  /** Port on which the family services are asked. */
  public static int familias() {
    return Integer.getInteger(FAMILIAS);
  }

  /** Port of the mail server. */
  public static int correo() {
    return Integer.getInteger(CORREO);
  }
}
