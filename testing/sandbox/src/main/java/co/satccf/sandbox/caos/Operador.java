package co.satccf.sandbox.caos;

import co.satccf.sandbox.identidad.UsuarioDeArena;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Puts right what waits for a person, through the same doors as a person. */
final class Operador {
  private static final String CODIGO_DESCONOCIDO = "ZZ99";

  private Operador() {}

  /**
   * Tries user and password once; that is how refused ones are used again.
   *
   * @throws IllegalStateException when the Ministry did not grant a token
   */
  static void probarCredenciales(Plataforma plataforma) {
    String resultado =
        plataforma
            .ordenar(
                ServicioSuite.TOKEN, "/credenciales/prueba", UsuarioDeArena.ADMINISTRADOR, Map.of())
            .path("resultado")
            .asText();
    if (!resultado.equals("ACEPTADA")) {
      throw new IllegalStateException("las credenciales: " + resultado);
    }
  }

  /**
   * Sends again what the Ministry answered with a code that nobody knows.
   *
   * @throws IllegalStateException when a service is in no state for it
   */
  static void decidirDesconocidos(Plataforma plataforma) {
    for (ServicioSuite transmisor : ServicioSuite.TRANSMISORES) {
      JsonNode pagina =
          plataforma
              .consultar(
                  transmisor,
                  "/reportes?estado=POR_CONFIRMAR&codigo=" + CODIGO_DESCONOCIDO + "&limite=500")
              .orElseThrow(() -> new IllegalStateException(transmisor.modulo() + " no responde"));
      for (JsonNode reporte : pagina.path("reportes")) {
        plataforma.ordenar(
            transmisor,
            "/reportes/%s/%s/decidir"
                .formatted(reporte.path("servicio").asText(), reporte.path("radicado").asText()),
            UsuarioDeArena.OPERADOR,
            Map.of(
                "estado", "PENDIENTE",
                "evidencia", "simulacro de fallas",
                "motivo", "el Ministerio dice que no lo recibió"));
      }
    }
  }
}
