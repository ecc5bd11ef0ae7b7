package co.satccf.transmitter;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Synthetic events that keep their contracts; employers are NITs from 900500000 on. */
public final class Eventos {

  private Eventos() {}

  public static String nit(int empleador) {
    return String.valueOf(900_500_000 + empleador);
  }

  /** An event that can be bent before it is published. */
  public record Evento(
      String id, String tipo, String radicado, String time, @Nullable String corrige, String data) {

    public Evento corrige(String original) {
      return new Evento(id, tipo, radicado, time, original, data);
    }

    public Evento en(String otroTime) {
      return new Evento(id, tipo, radicado, otroTime, corrige, data);
    }

    public Evento con(String campo, String valor) {
      String otra =
          data.replaceFirst("\"" + campo + "\":\"[^\"]*\"", "\"" + campo + "\":\"" + valor + "\"");
      if (otra.equals(data)) {
        throw new IllegalArgumentException("nothing to change: " + campo);
      }
      return new Evento(id, tipo, radicado, time, corrige, otra);
    }

    public byte[] bytes() {
      String extension = corrige == null ? "" : "\"corrige\":\"" + corrige + "\",";
      return """
          {"specversion":"1.0","id":"%s","source":"/prueba","type":"%s","time":"%s",%s"radicado":"%s","data":%s}"""
          .formatted(id, tipo, time, extension, radicado, data)
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  /**
   * @param fecha effective date: two radicados with the same date state the same fact
   */
  public static Evento desafiliacion(String id, String radicado, int empleador, String fecha) {
    return new Evento(
        id,
        "co.satccf.afiliacion.desafiliacion.v1",
        radicado,
        "2026-11-20T12:00:00Z",
        null,
        """
        {"empleador":{"documento":{"tipo":"NI","numero":"%s"},"serialSAT":"0"},"fechaSolicitud":"2026-11-01",\
        "fechaEfectivaDesafiliacion":"%s","departamento":"05","autorizaciones":{"manejoDatos":"SI","notificaciones":"NO"},\
        "pazYSalvo":"SI","fechaPazYSalvo":"2026-10-31"}"""
            .formatted(nit(empleador), fecha));
  }

  public static Evento estadoPago(String id, String radicado, int empleador, String time) {
    return new Evento(
        id,
        "co.satccf.novedades.estado-pago.v1",
        radicado,
        time,
        null,
        """
        {"empleador":{"documento":{"tipo":"NI","numero":"%s"},"serialSAT":"0"},"estadoPago":"1"}"""
            .formatted(nit(empleador)));
  }
}
