package co.satccf.transmitter.movimientos;

import co.satccf.model.contrato.Glosa;
import co.satccf.model.estado.Causa;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.estado.Origen;
import co.satccf.transmitter.outbox.TipoResultado;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a move makes of a report.
 *
 * @param comunica kind of the outcome that tells of it
 * @param retiene what the follower is held by when this report ends, or null
 */
public record Cambio(
    EstadoReporte estado,
    Causa causa,
    Origen origen,
    @Nullable String codigo,
    @Nullable String mensaje,
    List<Glosa> glosas,
    TipoResultado comunica,
    @Nullable String retiene) {

  public static Cambio delOperador(EstadoReporte estado, Causa causa) {
    return new Cambio(
        estado,
        causa,
        Origen.OPERADOR,
        null,
        causa.descripcion(),
        List.of(),
        TipoResultado.de(estado),
        null);
  }

  /** What a person says the Ministry made of a report. */
  public static Cambio decision(EstadoReporte estado, @Nullable String codigo) {
    Cambio decidido = delOperador(estado, Causa.DECISION_DEL_OPERADOR);
    if (codigo == null) {
      return decidido;
    }
    List<Glosa> glosas =
        estado == EstadoReporte.GLOSADO
            ? List.of(new Glosa("", codigo, Causa.DECISION_DEL_OPERADOR.descripcion()))
            : List.of();
    return new Cambio(
        estado,
        decidido.causa(),
        decidido.origen(),
        codigo,
        decidido.mensaje(),
        glosas,
        decidido.comunica(),
        null);
  }

  /** The Ministry has accepted a body that a correction has replaced since. */
  public static Cambio aceptadaOtraVersion(@Nullable String codigo, int aceptada, int corregida) {
    return new Cambio(
        EstadoReporte.POR_CONFIRMAR,
        Causa.ACEPTADA_OTRA_VERSION,
        Origen.SAT,
        codigo,
        "El Ministerio aceptó la versión %d, que la versión %d ya corrige"
            .formatted(aceptada, corregida),
        List.of(),
        TipoResultado.POR_CONFIRMAR,
        null);
  }

  /** The Ministry has accepted a radicado that another one has replaced since. */
  public static Cambio aceptadoOtroRadicado(@Nullable String codigo, String aceptado) {
    return new Cambio(
        EstadoReporte.POR_CONFIRMAR,
        Causa.ACEPTADA_OTRA_VERSION,
        Origen.SAT,
        codigo,
        "El Ministerio aceptó el radicado %s, que este reporte reemplaza".formatted(aceptado),
        List.of(),
        TipoResultado.POR_CONFIRMAR,
        null);
  }

  /** The same, told of a report that only waits for a person. */
  Cambio enEspera(EstadoReporte donde) {
    return new Cambio(
        donde, causa, origen, codigo, mensaje, glosas, TipoResultado.de(donde), retiene);
  }

  /** What a body that takes the place of another makes of its report: sent, or refused by us. */
  static Cambio correccion(List<Glosa> glosas) {
    if (glosas.isEmpty()) {
      return new Cambio(
          EstadoReporte.PENDIENTE,
          Causa.CORRECCION,
          Origen.LOCAL,
          null,
          null,
          glosas,
          TipoResultado.CORREGIDO,
          null);
    }
    return new Cambio(
        EstadoReporte.GLOSADO,
        Causa.CORRECCION_GLOSADA,
        Origen.LOCAL,
        glosas.getFirst().codigo(),
        glosas.getFirst().mensaje(),
        glosas,
        TipoResultado.CORREGIDO,
        null);
  }

  static Cambio sustitucion(Causa causa) {
    return new Cambio(
        EstadoReporte.SUSTITUIDO,
        causa,
        Origen.LOCAL,
        null,
        causa.descripcion(),
        List.of(),
        TipoResultado.SUSTITUIDO,
        null);
  }

  public Cambio reteniendo(@Nullable String retencion) {
    return new Cambio(estado, causa, origen, codigo, mensaje, glosas, comunica, retencion);
  }
}
