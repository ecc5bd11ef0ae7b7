package co.satccf.transmitter.outbox;

import co.satccf.model.Familia;
import co.satccf.model.contrato.Glosa;
import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.estado.Origen;
import co.satccf.model.evento.Motivo;
import co.satccf.transmitter.store.ReporteIdentificado;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The data of the events on {@code sat.resultados}; {@code revision}, {@code secuencia} and {@code
 * instante} are the store's to add: replicas' clocks differ.
 */
public final class Resultado {

  private Resultado() {}

  /** Who tells the outcomes of a family: attribute {@code source} of each. */
  public static String fuente(Familia familia) {
    return "/sat-ccf/" + enMinusculas(familia) + "-service";
  }

  /** A family as addresses and identifiers write it. */
  static String enMinusculas(Familia familia) {
    return familia.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What a report has become. */
  public record Situacion(
      EstadoReporte estado,
      @Nullable Bloqueo bloqueo,
      @Nullable Origen origen,
      @Nullable String codigo,
      @Nullable String mensaje,
      List<Glosa> glosas,
      int intento,
      int version) {}

  public static ObjectNode de(ReporteIdentificado reporte, Situacion situacion) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("servicio", reporte.servicio().nombre());
    data.put("radicado", reporte.radicado());
    data.put("eventoSource", reporte.eventoSource());
    data.put("eventoId", reporte.eventoId());
    data.put("estado", situacion.estado().name());
    data.put("bloqueo", name(situacion.bloqueo()));
    data.put("origen", name(situacion.origen()));
    data.put("codigo", situacion.codigo());
    data.put("mensaje", situacion.mensaje());
    data.set("glosas", glosas(situacion.glosas()));
    data.put("intento", situacion.intento());
    data.put("version", situacion.version());
    data.put("empleador", reporte.empleador());
    data.put("trabajador", reporte.trabajador());
    data.put("departamento", reporte.departamento());
    data.put("tipoRezago", reporte.tipoRezago());
    data.put("instanteEvento", reporte.instanteEvento().toString());
    data.put("instanteRecibido", reporte.recibido().toString());
    return data;
  }

  public static ObjectNode cuarentena(
      String topico,
      int particion,
      long posicion,
      @Nullable String eventoSource,
      @Nullable String eventoId,
      List<Motivo> motivos) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("topico", topico);
    data.put("particion", particion);
    data.put("posicion", posicion);
    data.put("eventoSource", eventoSource);
    data.put("eventoId", eventoId);
    data.set("motivos", motivos(motivos));
    return data;
  }

  public static ArrayNode glosas(List<Glosa> glosas) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Glosa glosa : glosas) {
      array
          .addObject()
          .put("campo", glosa.campo())
          .put("codigo", glosa.codigo())
          .put("mensaje", glosa.mensaje());
    }
    return array;
  }

  public static ArrayNode motivos(List<Motivo> motivos) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Motivo motivo : motivos) {
      array.addObject().put("codigo", motivo.codigo()).put("mensaje", motivo.mensaje());
    }
    return array;
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }
}
