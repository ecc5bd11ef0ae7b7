package co.satccf.transmitter.dispatch;

import co.satccf.model.contrato.Glosa;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.estado.Origen;
import co.satccf.model.respuesta.Veredicto;
import co.satccf.transmitter.config.Esperas;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer makes of a report (rules 4 and 5).
 *
 * @param estado where the report goes; PENDIENTE and INCIERTO come back, and GLOSADO when its code
 *     has a delay
 * @param comunicar whether the outcome is news to the ERP; a retry of the same state is not
 * @param fallos calls in a row that were surely not processed, after this one
 * @param espera time before it may go again; null: never by itself
 */
public record Liquidacion(
    EstadoReporte estado,
    boolean comunicar,
    @Nullable String codigo,
    @Nullable String mensaje,
    List<Glosa> glosas,
    int fallos,
    @Nullable Duration espera) {

  /** The Ministry has said it, or kept silent. */
  static final Origen ORIGEN = Origen.SAT;

  /** Reads a verdict in the light of what happened to this body before. */
  static Liquidacion de(Veredicto veredicto, ReporteReclamado reporte, Esperas esperas) {
    boolean dudoso = reporte.dudoso();
    return switch (veredicto) {
      case Veredicto.Aceptado(String codigo, String mensaje) ->
          answer(EstadoReporte.ACEPTADO, codigo, mensaje);
      case Veredicto.AceptadoConAlerta(String codigo, String mensaje) ->
          answer(EstadoReporte.ACEPTADO_CON_ALERTA, codigo, mensaje);
      case Veredicto.YaReportado(String codigo, String mensaje) ->
          answer(dudoso ? EstadoReporte.ACEPTADO : EstadoReporte.POR_CONFIRMAR, codigo, mensaje);
      case Veredicto.Glosado(String codigo, String mensaje) ->
          dudoso && !codigo.startsWith("GE")
              ? answer(EstadoReporte.POR_CONFIRMAR, codigo, mensaje)
              : glosado(codigo, mensaje, esperas.reenvio(codigo, reporte.reenvios()));
      case Veredicto.PorConfirmar(String codigo, String mensaje) ->
          answer(EstadoReporte.POR_CONFIRMAR, codigo, mensaje);
      case Veredicto.Incierto(String motivo, boolean _) ->
          new Liquidacion(
              EstadoReporte.INCIERTO, !dudoso, null, motivo, List.of(), 0, esperas.incierto());
      case Veredicto.Reintentable(String motivo, Duration pedida, boolean _) -> {
        Duration propia = esperas.reintento(reporte.fallos());
        yield unsent(dudoso, motivo, reporte.fallos() + 1, max(propia, pedida));
      }
      case Veredicto.PuertaCerrada(int _, String mensaje) ->
          unsent(dudoso, mensaje, reporte.fallos(), Duration.ZERO);
    };
  }

  /** An expired lease: the call may have gone out (rule 6). */
  static Liquidacion sinRespuesta(boolean dudoso, Esperas esperas) {
    return new Liquidacion(
        EstadoReporte.INCIERTO, !dudoso, null, "SIN_RESPUESTA", List.of(), 0, esperas.incierto());
  }

  /** It was never sent, and nothing speaks against sending it at once (docs/adr/0024). */
  static Liquidacion sinTurno(ReporteReclamado reporte) {
    return unsent(reporte.dudoso(), "SIN_TURNO", reporte.fallos(), Duration.ZERO);
  }

  /** The store refuses what this makes of the report: a person looks at it. */
  Liquidacion apartada() {
    return new Liquidacion(
        EstadoReporte.POR_CONFIRMAR,
        true,
        codigo,
        "No se pudo guardar lo que sigue de la respuesta del Ministerio"
            + (mensaje == null ? "" : ": " + mensaje),
        List.of(),
        0,
        null);
  }

  private static Liquidacion answer(EstadoReporte estado, String codigo, String mensaje) {
    return new Liquidacion(estado, true, codigo, mensaje, List.of(), 0, null);
  }

  private static Liquidacion glosado(String codigo, String mensaje, @Nullable Duration espera) {
    return new Liquidacion(
        EstadoReporte.GLOSADO,
        true,
        codigo,
        mensaje,
        List.of(new Glosa("", codigo, mensaje)),
        0,
        espera);
  }

  private static Liquidacion unsent(boolean dudoso, String motivo, int fallos, Duration espera) {
    EstadoReporte estado = dudoso ? EstadoReporte.INCIERTO : EstadoReporte.PENDIENTE;
    return new Liquidacion(estado, false, null, motivo, List.of(), fallos, espera);
  }

  private static Duration max(Duration propia, @Nullable Duration pedida) {
    return pedida == null || pedida.compareTo(propia) < 0 ? propia : pedida;
  }
}
