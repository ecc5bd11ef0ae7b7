package co.satccf.sandbox.caos;

import co.satccf.sandbox.identidad.UsuarioDeArena;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
   * Sends again what the Ministry answered with a code that nobody knows. Does what can be done
   * when not all can: one service may be down while another answers.
   *
   * @throws IllegalStateException when something is left
   */
  static void decidirDesconocidos(Plataforma plataforma) {
    List<String> pendientes = new ArrayList<>();
    for (ServicioSuite transmisor : ServicioSuite.TRANSMISORES) {
      plataforma
          .consultar(
              transmisor,
              "/reportes?estado=POR_CONFIRMAR&codigo=" + CODIGO_DESCONOCIDO + "&limite=500")
          .ifPresentOrElse(
              pagina ->
                  pagina
                      .path("reportes")
                      .forEach(
                          reporte ->
                              reenviar(plataforma, transmisor, reporte).ifPresent(pendientes::add)),
              () -> pendientes.add(transmisor.modulo() + " no responde"));
    }
    if (!pendientes.isEmpty()) {
      throw new IllegalStateException(pendientes.size() + " por hacer: " + pendientes.getFirst());
    }
  }

  /** Why it could not be done; empty when it was. */
  private static Optional<String> reenviar(
      Plataforma plataforma, ServicioSuite transmisor, JsonNode reporte) {
    try {
      plataforma.ordenar(
          transmisor,
          "/reportes/%s/%s/decidir"
              .formatted(reporte.path("servicio").asText(), reporte.path("radicado").asText()),
          UsuarioDeArena.OPERADOR,
          Map.of(
              "estado", "PENDIENTE",
              "evidencia", "simulacro de fallas",
              "motivo", "el Ministerio dice que no lo recibió"));
      return Optional.empty();
    } catch (IllegalStateException refused) {
      return Optional.of(String.valueOf(refused.getMessage()));
    }
  }
}
