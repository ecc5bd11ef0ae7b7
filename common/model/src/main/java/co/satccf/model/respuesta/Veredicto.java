package co.satccf.model.respuesta;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The reading of one call to SAT. */
public sealed interface Veredicto {

  record Aceptado(String codigo, String mensaje) implements Veredicto {}

  /** Accepted with a business alert. */
  record AceptadoConAlerta(String codigo, String mensaje) implements Veredicto {}

  record Glosado(String codigo, String mensaje) implements Veredicto {}

  /** SAT says that it has this radicado already. */
  record YaReportado(String codigo, String mensaje) implements Veredicto {}

  /** An answer nobody has seen before: a person decides. */
  record PorConfirmar(String codigo, String mensaje) implements Veredicto {}

  /**
   * Surely not processed.
   *
   * @param esperar what SAT asked for, or null
   * @param presion whether SAT asked for less traffic
   */
  record Reintentable(String motivo, @Nullable Duration esperar, boolean presion) implements Veredicto {}

  /**
   * Perhaps processed.
   *
   * @param presion whether it speaks of an overloaded SAT
   */
  record Incierto(String motivo, boolean presion) implements Veredicto {}

  /** 401, 403 or 404: the service cannot be called at all now. */
  record PuertaCerrada(int estadoHttp, String mensaje) implements Veredicto {}
}
