package co.satccf.transmitter.intake;

import co.satccf.model.ServicioSat;
import co.satccf.model.evento.Motivo;
import co.satccf.transmitter.reception.Entrada;
import co.satccf.transmitter.reception.Identidad;
import co.satccf.transmitter.reception.Radicado;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What becomes of each record of a batch, given what the store knows (rule 11): a pure decision, in
 * the order of the topic.
 *
 * @param repetidos events that were taken in before, with how often each came again
 * @param otrosDelMismoHecho events under a new identity that state a known radicado with the same
 *     body
 */
record Plan(
    List<NuevoReporte> reportes,
    List<Entrada.Correccion> correcciones,
    List<Entrada.Incorporado> incorporados,
    List<EnCuarentena> cuarentena,
    Map<Identidad, Integer> repetidos,
    List<Entrada.Reportable> otrosDelMismoHecho) {

  /**
   * @param detras whether an earlier report of the same key stands in this batch
   * @param repiteHecho whether another radicado of this batch states the same fact
   * @param sustituido whether this batch has a newer payment state of the employer (rule 13)
   */
  record NuevoReporte(
      Entrada.Reportable entrada, boolean detras, boolean repiteHecho, boolean sustituido) {}

  /**
   * @param nueva whether the event's identity is to be remembered: known, and not taken by another
   *     event
   */
  record EnCuarentena(Entrada entrada, List<Motivo> motivos, boolean nueva) {}

  private static final Motivo OTRO_CONTENIDO =
      new Motivo(
          "EVENTO_REPETIDO_CON_OTRO_CONTENIDO",
          "Ya se recibió un evento con este source e id y otro contenido");
  private static final Motivo RADICADO_EN_CONFLICTO =
      new Motivo(
          "RADICADO_EN_CONFLICTO",
          "Ya se recibió otro hecho con este radicado en el mismo servicio");

  /**
   * @param eventos hashes of the events of this batch that were taken in before
   * @param radicados hashes of the first bodies of the radicados of this batch that are in the
   *     store
   * @param huella the keyed hash by which a record in quarantine is known
   */
  static Plan de(
      List<Entrada> entradas,
      Map<Identidad, byte[]> eventos,
      Map<Radicado, byte[]> radicados,
      UnaryOperator<byte[]> huella) {
    Builder builder = new Builder(new HashMap<>(eventos), new HashMap<>(radicados), huella);
    entradas.forEach(builder::place);
    return builder.plan;
  }

  /** The payment states that go on, by key; older ones of the same key give way to them. */
  Map<UUID, Instant> estadosDePago() {
    Map<UUID, Instant> nuevos = new HashMap<>();
    for (NuevoReporte nuevo : reportes) {
      if (nuevo.entrada().radicado().servicio() == ServicioSat.ESTADO_PAGO_EMPLEADOR
          && !nuevo.sustituido()) {
        nuevos.put(nuevo.entrada().llave(), nuevo.entrada().evento().instante());
      }
    }
    return nuevos;
  }

  private record Builder(
      Map<Identidad, byte[]> eventos,
      Map<Radicado, byte[]> radicados,
      UnaryOperator<byte[]> huella,
      Set<UUID> llaves,
      Set<UUID> hechos,
      Map<UUID, Integer> pagos,
      Plan plan) {

    Builder(
        Map<Identidad, byte[]> eventos,
        Map<Radicado, byte[]> radicados,
        UnaryOperator<byte[]> huella) {
      this(
          eventos,
          radicados,
          huella,
          new HashSet<>(),
          new HashSet<>(),
          new HashMap<>(),
          new Plan(
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>(),
              new LinkedHashMap<>(),
              new ArrayList<>()));
    }

    void place(Entrada entrada) {
      Identidad identidad = entrada.identidad();
      if (identidad != null) {
        byte[] known = eventos.putIfAbsent(identidad, entrada.hash());
        if (known != null) {
          again(entrada, identidad, known);
          return;
        }
      }
      switch (entrada) {
        case Entrada.Reportable reportable -> report(reportable);
        case Entrada.Correccion correccion -> plan.correcciones.add(correccion);
        case Entrada.Incorporado incorporado -> plan.incorporados.add(incorporado);
        case Entrada.Implazable implazable ->
            plan.cuarentena.add(
                new EnCuarentena(implazable, implazable.motivos(), identidad != null));
      }
    }

    private void again(Entrada entrada, Identidad identidad, byte[] known) {
      // One that is in quarantine is known by its bytes, even if it could be read by now.
      if (Arrays.equals(known, entrada.hash())
          || Arrays.equals(known, huella.apply(entrada.procedencia().contenido()))) {
        plan.repetidos.merge(identidad, 1, Integer::sum);
      } else {
        plan.cuarentena.add(new EnCuarentena(entrada, List.of(OTRO_CONTENIDO), false));
      }
    }

    /** Only the newest of an employer goes on; of two at the same time, the one that came later. */
    private void paymentState(Entrada.Reportable entrada) {
      Integer rival = pagos.get(entrada.llave());
      boolean older =
          rival != null
              && entrada
                  .evento()
                  .instante()
                  .isBefore(plan.reportes.get(rival).entrada().evento().instante());
      plan.reportes.add(new NuevoReporte(entrada, false, false, older));
      if (older) {
        return;
      }
      if (rival != null) {
        plan.reportes.set(
            rival, new NuevoReporte(plan.reportes.get(rival).entrada(), false, false, true));
      }
      pagos.put(entrada.llave(), plan.reportes.size() - 1);
    }

    private void report(Entrada.Reportable entrada) {
      byte[] known = radicados.putIfAbsent(entrada.radicado(), entrada.cuerpo().huella());
      if (known == null) {
        boolean repiteHecho = entrada.hecho() != null && !hechos.add(entrada.hecho());
        if (entrada.radicado().servicio() == ServicioSat.ESTADO_PAGO_EMPLEADOR) {
          paymentState(entrada);
        } else {
          plan.reportes.add(
              new NuevoReporte(entrada, !llaves.add(entrada.llave()), repiteHecho, false));
        }
      } else if (Arrays.equals(known, entrada.cuerpo().huella())) {
        plan.otrosDelMismoHecho.add(entrada);
      } else {
        plan.cuarentena.add(new EnCuarentena(entrada, List.of(RADICADO_EN_CONFLICTO), true));
      }
    }
  }
}
