package co.satccf.model.estado;

import static co.satccf.model.estado.EstadoReporte.ACEPTADO;
import static co.satccf.model.estado.EstadoReporte.ACEPTADO_CON_ALERTA;
import static co.satccf.model.estado.EstadoReporte.EN_VUELO;
import static co.satccf.model.estado.EstadoReporte.GLOSADO;
import static co.satccf.model.estado.EstadoReporte.INCIERTO;
import static co.satccf.model.estado.EstadoReporte.PENDIENTE;
import static co.satccf.model.estado.EstadoReporte.POR_CONFIRMAR;
import static co.satccf.model.estado.EstadoReporte.RETIRADO;
import static co.satccf.model.estado.EstadoReporte.SUSTITUIDO;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The one table of legal moves of a report's life. SQL guards, check constraints and the diagram in
 * {@code docs/vida-de-un-reporte.md} are checked against it.
 *
 * <p>A final state is never left: an answer that comes after it is kept with its attempt only.
 */
public final class Movimientos {
  private static final Set<EstadoReporte> INICIALES =
      Collections.unmodifiableSet(EnumSet.of(PENDIENTE, GLOSADO, SUSTITUIDO));

  private static final Set<Movimiento> TODOS = tabla();

  private static final Map<EstadoReporte, Set<EstadoReporte>> DESTINOS = destinos();

  private Movimientos() {}

  /** Whether a report may go from one state to the other, for whatever cause. */
  public static boolean legal(EstadoReporte de, EstadoReporte a) {
    return desde(de).contains(a);
  }

  /** Every state that can directly follow {@code de}; empty for a final state. */
  public static Set<EstadoReporte> desde(EstadoReporte de) {
    return DESTINOS.getOrDefault(de, Set.of());
  }

  /** Every row of the table, in the order of a report's life. */
  public static Set<Movimiento> todos() {
    return TODOS;
  }

  /**
   * The states a report can have when it is first stored: PENDIENTE; GLOSADO when it breaks its
   * contract; SUSTITUIDO when it is a payment state older than one already known.
   */
  public static Set<EstadoReporte> iniciales() {
    return INICIALES;
  }

  private static Set<Movimiento> tabla() {
    var filas = new LinkedHashSet<Movimiento>();
    de(filas, PENDIENTE, EN_VUELO, Causa.RECLAMO);
    de(filas, PENDIENTE, PENDIENTE, Causa.CORRECCION);
    de(filas, PENDIENTE, GLOSADO, Causa.CORRECCION_GLOSADA);
    de(filas, PENDIENTE, SUSTITUIDO, Causa.ESTADO_PAGO_MAS_NUEVO, Causa.RADICADO_NUEVO);
    de(filas, PENDIENTE, RETIRADO, Causa.RETIRO);
    tardia(filas, PENDIENTE);
    de(filas, PENDIENTE, POR_CONFIRMAR, Causa.ACEPTADA_OTRA_VERSION);

    de(filas, EN_VUELO, ACEPTADO, Causa.ACEPTACION, Causa.YA_REPORTADO);
    de(filas, EN_VUELO, ACEPTADO_CON_ALERTA, Causa.ALERTA);
    de(filas, EN_VUELO, GLOSADO, Causa.GLOSA);
    de(
        filas,
        EN_VUELO,
        POR_CONFIRMAR,
        Causa.ILEGIBLE,
        Causa.CONFLICTO,
        Causa.GLOSA_TRAS_INCIERTO,
        Causa.RESPUESTA_APARTADA);
    de(filas, EN_VUELO, INCIERTO, Causa.SIN_RESPUESTA, Causa.ARRIENDO_VENCIDO);
    de(filas, EN_VUELO, PENDIENTE, Causa.NO_PROCESADO, Causa.PUERTA_CERRADA);

    de(filas, INCIERTO, EN_VUELO, Causa.REENVIO);
    de(filas, INCIERTO, ACEPTADO, Causa.RESPUESTA_TARDIA, Causa.DECISION_DEL_OPERADOR);
    de(filas, INCIERTO, ACEPTADO_CON_ALERTA, Causa.RESPUESTA_TARDIA);
    de(filas, INCIERTO, GLOSADO, Causa.RESPUESTA_TARDIA, Causa.DECISION_DEL_OPERADOR);
    de(filas, INCIERTO, POR_CONFIRMAR, Causa.RESPUESTA_TARDIA, Causa.ACEPTADA_OTRA_VERSION);
    de(filas, INCIERTO, PENDIENTE, Causa.RESPUESTA_TARDIA, Causa.DECISION_DEL_OPERADOR);
    de(filas, INCIERTO, RETIRADO, Causa.RETIRO);

    de(
        filas,
        GLOSADO,
        PENDIENTE,
        Causa.CORRECCION,
        Causa.REINTENTO_SIN_CAMBIO,
        Causa.REENVIO_PROGRAMADO);
    de(filas, GLOSADO, GLOSADO, Causa.CORRECCION_GLOSADA);
    de(filas, GLOSADO, SUSTITUIDO, Causa.ESTADO_PAGO_MAS_NUEVO, Causa.RADICADO_NUEVO);
    de(filas, GLOSADO, RETIRADO, Causa.RETIRO);
    tardia(filas, GLOSADO);
    de(filas, GLOSADO, POR_CONFIRMAR, Causa.ACEPTADA_OTRA_VERSION);

    de(filas, POR_CONFIRMAR, ACEPTADO, Causa.DECISION_DEL_OPERADOR);
    de(filas, POR_CONFIRMAR, GLOSADO, Causa.DECISION_DEL_OPERADOR);
    de(filas, POR_CONFIRMAR, PENDIENTE, Causa.DECISION_DEL_OPERADOR);
    de(filas, POR_CONFIRMAR, RETIRADO, Causa.RETIRO);
    tardia(filas, POR_CONFIRMAR);
    return Collections.unmodifiableSet(filas);
  }

  /** A person has decided meanwhile: of what the Ministry says late, only an acceptance counts. */
  private static void tardia(Set<Movimiento> filas, EstadoReporte de) {
    de(filas, de, ACEPTADO, Causa.RESPUESTA_TARDIA);
    de(filas, de, ACEPTADO_CON_ALERTA, Causa.RESPUESTA_TARDIA);
  }

  private static void de(
      Set<Movimiento> filas, EstadoReporte de, EstadoReporte a, Causa... causas) {
    Arrays.stream(causas).map(causa -> new Movimiento(de, a, causa)).forEach(filas::add);
  }

  private static Map<EstadoReporte, Set<EstadoReporte>> destinos() {
    var destinos = new EnumMap<EstadoReporte, Set<EstadoReporte>>(EstadoReporte.class);
    for (var movimiento : TODOS) {
      destinos
          .computeIfAbsent(movimiento.de(), de -> EnumSet.noneOf(EstadoReporte.class))
          .add(movimiento.a());
    }
    destinos.replaceAll((de, a) -> Collections.unmodifiableSet(a));
    return destinos;
  }
}
