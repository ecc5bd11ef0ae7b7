package co.satccf.reporting.cargas;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Synthetic facts, as files bring them. */
final class Hechos {

  static final String PAGO = "co.satccf.novedades.estado-pago.v1";

  private Hechos() {}

  /** An event of the ERP without an id of its own. */
  static String pago(int radicado, String estado) {
    return """
        {"type":"%s","radicado":"%d","tiporezago":2,"data":{"empleador":{"documento":{"tipo":"NI","numero":"%d"}},"estadoPago":"%s"}}"""
        .formatted(PAGO, radicado, empleador(radicado), estado);
  }

  static String pagos(int cuantos) {
    return IntStream.rangeClosed(1, cuantos)
        .mapToObj(i -> pago(i, "1"))
        .collect(Collectors.joining("\n"));
  }

  /** There are seven employers. */
  static int empleador(int radicado) {
    return 900_000_000 + radicado % 7;
  }
}
