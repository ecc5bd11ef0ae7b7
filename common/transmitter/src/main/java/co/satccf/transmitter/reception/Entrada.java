package co.satccf.transmitter.reception;

import co.satccf.model.contrato.Glosa;
import co.satccf.model.evento.Lectura;
import co.satccf.model.evento.Motivo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record, read and checked, before anything is known of what the store has already.
 *
 * <p>{@code hash} covers what the event says, not how it is written: an event sent again with other
 * blanks is a repeat.
 */
public sealed interface Entrada {

  Procedencia procedencia();

  @Nullable Identidad identidad();

  byte[] hash();

  /**
   * A fact to report; with glosas it is stored GLOSADO in its place (rule 10).
   *
   * @param representante reference of the employer's legal representative, if it names one
   * @param vence first instant at which it is overdue
   */
  record Reportable(
      Procedencia procedencia,
      byte[] hash,
      Lectura.Reportable evento,
      Cuerpo cuerpo,
      List<Glosa> glosas,
      String empleador,
      @Nullable String trabajador,
      @Nullable String representante,
      UUID llave,
      @Nullable UUID hecho,
      Instant vence)
      implements Entrada {

    @Override
    public Identidad identidad() {
      return new Identidad(evento.source(), evento.id());
    }

    public Radicado radicado() {
      return new Radicado(evento.reporte().servicio(), evento.reporte().radicado());
    }
  }

  /**
   * A fact that takes the place of one told before (rule 12). Whether it can, is decided when it is
   * applied.
   *
   * @param original radicado of the report it corrects
   * @param nueva the report as it should have been, under the same radicado or a new one
   */
  record Correccion(byte[] hash, String original, Reportable nueva) implements Entrada {

    @Override
    public Procedencia procedencia() {
      return nueva.procedencia();
    }

    @Override
    public Identidad identidad() {
      return nueva.identidad();
    }
  }

  /** An employer that is in SAT already. */
  record Incorporado(
      Procedencia procedencia, byte[] hash, Lectura.Incorporado evento, String empleador)
      implements Entrada {

    @Override
    public Identidad identidad() {
      return new Identidad(evento.source(), evento.id());
    }
  }

  /** What cannot be placed, with every reason. */
  record Implazable(
      Procedencia procedencia, byte[] hash, @Nullable Identidad identidad, List<Motivo> motivos)
      implements Entrada {}
}
