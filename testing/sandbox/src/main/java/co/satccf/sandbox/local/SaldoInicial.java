package co.satccf.sandbox.local;

import co.satccf.sandbox.ministerio.ControlDelMinisterio;
import co.satccf.sandbox.ministerio.EmpleadorEnSat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** The same for a file; a line that it cannot read is the service's to refuse. */
  static void registrar(ControlDelMinisterio control, Path archivo, boolean ndjson)
      throws IOException {
    try (BufferedReader lineas = Files.newBufferedReader(archivo)) {
      List<EmpleadorEnSat> lote = new ArrayList<>();
      for (String linea = lineas.readLine(); linea != null; linea = lineas.readLine()) {
        (ndjson ? deJson(linea) : deCsv(linea)).ifPresent(lote::add);
        if (lote.size() == POR_PEDIDO) {
          control.incorporar(lote);
          lote.clear();
        }
      }
      control.incorporar(lote);
    }
  }

  private static Optional<EmpleadorEnSat> deCsv(String linea) {
    String[] celdas = linea.split("[,;]", -1);
    return celdas.length != 5 || celdas[0].equals("tipo")
        ? Optional.empty()
        : Optional.of(
            new EmpleadorEnSat(
                celdas[0].strip(), celdas[1].strip(), serial(celdas[2]), celdas[3].strip()));
  }

  private static Optional<EmpleadorEnSat> deJson(String linea) {
    try {
      JsonNode objeto = Http.JSON.readTree(linea);
      return objeto.isObject()
          ? Optional.of(
              new EmpleadorEnSat(
                  objeto.path("tipo").asText(),
                  objeto.path("numero").asText(),
                  serial(objeto.path("serialSAT").asText()),
                  objeto.path("departamento").asText()))
          : Optional.empty();
    } catch (JsonProcessingException unreadable) {
      return Optional.empty();
    }
  }

  private static String serial(String texto) {
    return texto.isBlank() ? "0" : texto.strip();
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
