package co.satccf.sandbox.local;

import co.satccf.sandbox.ministerio.ControlDelMinisterio;
import co.satccf.sandbox.ministerio.EmpleadorEnSat;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The employers of an opening balance: in the real world PISIS has brought them into SAT before.
 */
final class SaldoInicial {
  private static final int POR_PEDIDO = 1_000;

  private SaldoInicial() {}

  /** Tells the Ministry of those that the events speak of. */
  static void registrar(ControlDelMinisterio control, List<EventoPublicable> eventos) {
    List<EmpleadorEnSat> saldo =
        eventos.stream()
            .flatMap(evento -> evento.incorporado().stream())
            .map(SaldoInicial::empleador)
            .toList();
    for (int desde = 0; desde < saldo.size(); desde += POR_PEDIDO) {
      control.incorporar(saldo.subList(desde, Math.min(saldo.size(), desde + POR_PEDIDO)));
    }
  }

  private static EmpleadorEnSat empleador(JsonNode data) {
    JsonNode empleador = data.path("empleador");
    return new EmpleadorEnSat(
        empleador.path("documento").path("tipo").asText(),
        empleador.path("documento").path("numero").asText(),
        empleador.path("serialSAT").asText("0"),
        data.path("departamento").asText());
  }
}
