package co.satccf.transmitter.intake;

import co.satccf.model.ServicioSat;
import co.satccf.model.contrato.Glosa;
import co.satccf.model.contrato.Validacion;
import co.satccf.model.estado.Bloqueo;
import co.satccf.model.evento.Motivo;
import co.satccf.transmitter.reception.Radicado;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would become of an event, in names and codes, never in its values.
 *
 * @param servicio null when the event is not a report, or cannot be read
 * @param bloqueo what would hold the report; also a glosado one may have to wait for its turn
 * @param motivos why it would not become a report, or what would become of the correction
 */
public record Pronostico(
    Destino destino,
    @Nullable ServicioSat servicio,
    @Nullable String radicado,
    List<Glosa> glosas,
    List<Glosa> advertencias,
    @Nullable Bloqueo bloqueo,
    List<Motivo> motivos) {

  /** Where the event would end. */
  public enum Destino {
    /** A report that nothing holds: it goes as soon as its service may send. */
    SE_ENVIARIA,
    /** A report that waits. */
    BLOQUEADO,
    /** A report that breaks its contract: it waits for a correction. */
    GLOSADO,
    /** A payment state older than another one of its employer. */
    SUSTITUIDO,
    /** Known already, or stated by an earlier line. */
    REPETIDO,
    /** Corrects another report. */
    CORRECCION,
    /** Declares an employer that is in SAT. */
    REGISTRO,
    /** Cannot be placed. */
    CUARENTENA
  }

  static Pronostico reporte(
      Radicado radicado, EvaluacionStatements.Evaluado evaluado, Validacion validacion) {
    return new Pronostico(
        switch (evaluado.estado()) {
          case SUSTITUIDO -> Destino.SUSTITUIDO;
          case GLOSADO -> Destino.GLOSADO;
          case PENDIENTE -> evaluado.bloqueo() == null ? Destino.SE_ENVIARIA : Destino.BLOQUEADO;
          case EN_VUELO, INCIERTO, POR_CONFIRMAR, ACEPTADO, ACEPTADO_CON_ALERTA, RETIRADO ->
              throw new IllegalStateException("no report begins as " + evaluado.estado());
        },
        radicado.servicio(),
        radicado.numero(),
        validacion.glosas(),
        validacion.advertencias(),
        evaluado.bloqueo(),
        List.of());
  }

  static Pronostico correccion(Radicado radicado, Validacion validacion, Motivo motivo) {
    return new Pronostico(
        Destino.CORRECCION,
        radicado.servicio(),
        radicado.numero(),
        validacion.glosas(),
        validacion.advertencias(),
        null,
        List.of(motivo));
  }

  static Pronostico otro(Destino destino, @Nullable Radicado radicado, List<Motivo> motivos) {
    return new Pronostico(
        destino,
        radicado == null ? null : radicado.servicio(),
        radicado == null ? null : radicado.numero(),
        List.of(),
        List.of(),
        null,
        motivos);
  }
}
