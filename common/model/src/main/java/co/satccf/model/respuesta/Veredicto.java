package co.satccf.model.respuesta;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an answer, or its absence, means for the report. {@code mensaje} is the Ministry's text, at
 * most 500 characters, with every run of five or more digits masked: it may quote a document.
 */
public sealed interface Veredicto {

  record Aceptado(String codigo, String mensaje) implements Veredicto {}

  /** Accepted, with an alert (code {@code AN…}). */
  record AceptadoConAlerta(String codigo, String mensaje) implements Veredicto {}

  /** Refused for what it says (code {@code GE…} or {@code GN…}, or {@code HTTP-nnn}). */
  record Glosado(String codigo, String mensaje) implements Veredicto {}

  /** An answer only a person can judge. */
  record PorConfirmar(String codigo, String mensaje) implements Veredicto {}

  /** A code configured as "already reported": acceptance or conflict, as rule 5 says. */
  record YaReportado(String codigo, String mensaje) implements Veredicto {}

  /**
   * Surely not processed: to be sent again.
   *
   * @param motivo name of the {@link Fallo}, or {@code HTTP-nnn}
   * @param esperar what the Ministry asks to wait, never negative; {@code null} when it says
   *     nothing
   * @param presion whether the Ministry is under pressure, so that fewer should be in flight
   */
  record Reintentable(String motivo, @Nullable Duration esperar, boolean presion)
      implements Veredicto {}

  /**
   * Perhaps processed.
   *
   * @param motivo name of the {@link Fallo}, or {@code HTTP-nnn}
   * @param presion whether the Ministry is under pressure, so that fewer should be in flight
   */
  record Incierto(String motivo, boolean presion) implements Veredicto {}

  /**
   * The service refuses us, not the report: 401, 403 or 404.
   *
   * @param estadoHttp 401, 403 or 404
   */
  record PuertaCerrada(int estadoHttp, String mensaje) implements Veredicto {}
}
