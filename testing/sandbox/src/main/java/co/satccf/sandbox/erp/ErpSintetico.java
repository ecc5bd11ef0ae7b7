package co.satccf.sandbox.erp;

import co.satccf.sandbox.erp.Personas.Patrono;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * A feed as an affiliation ERP would publish it: the histories of many employers, interleaved; within each the facts in
 * life's order, but for what goes wrong on purpose: workers before their employer, repeats, broken records, unreadable
 * events, radicados and ids used twice.
 */
public final class ErpSintetico {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant DESDE = Instant.parse("2026-11-03T13:00:00Z");
  private static final int ABIERTOS_A_LA_VEZ = 200;

  private final Random random;
  private final Sorteo sorteo;
  private final Personas personas;
  private final Hechos hechos;

  private ErpSintetico(long semilla) {
    this.random = new Random(semilla);
    this.sorteo = new Sorteo(random);
    this.personas = new Personas(random);
    this.hechos = new Hechos(sorteo, semilla, DESDE);
  }

  /**
   * Exactly so many lines, the same for the same seed on every machine and day.
   *
   * @param eventos 1 or more
   */
  public static List<byte[]> lineas(int eventos, long semilla) {
    return new ErpSintetico(semilla).generar(eventos);
  }

  private List<byte[]> generar(int eventos) {
    List<byte[]> lineas = new ArrayList<>(eventos);
    List<Deque<ObjectNode>> abiertos = new ArrayList<>();
    while (lineas.size() < eventos) {
      while (abiertos.size() < Math.min(ABIERTOS_A_LA_VEZ, 1 + eventos / 20)) {
        abiertos.add(new ArrayDeque<>(historia(personas.patrono())));
      }
      Deque<ObjectNode> historia = abiertos.get(random.nextInt(abiertos.size()));
      ObjectNode evento = historia.removeFirst();
      if (historia.isEmpty()) {
        abiertos.remove(historia);
      }
      publicar(evento, lineas);
      if (lineas.size() % 250 == 100) {
        lineas.addAll(Roturas.ilegibles(evento.path("radicado").isMissingNode() ? ejemplo() : evento));
      }
    }
    return List.copyOf(lineas.subList(0, eventos));
  }

  private ObjectNode ejemplo() {
    return hechos.estadoPago(personas.patrono());
  }

  private void publicar(ObjectNode evento, List<byte[]> lineas) {
    if (sorteo.porCiento(3)) {
      romper(evento);
    }
    byte[] linea = linea(evento);
    lineas.add(linea);
    if (sorteo.porCiento(2)) {
      lineas.add(linea);
    }
    if (sorteo.porCiento(1) && evento.has("radicado")) {
      lineas.add(linea(conOtroContenido(evento)));
    }
    if (sorteo.porCiento(1) && evento.has("radicado")) {
      lineas.add(linea(conOtroContenido(hechos.conOtraIdentidad(evento))));
    }
  }

  /** Tries ways to break it until one fits its fields. */
  private void romper(ObjectNode evento) {
    int desde = random.nextInt(Roturas.DE_CONTRATO.size());
    for (int i = 0; i < Roturas.DE_CONTRATO.size(); i++) {
      if (Roturas.DE_CONTRATO.get((desde + i) % Roturas.DE_CONTRATO.size()).aplicar(evento)) {
        return;
      }
    }
  }

  private static ObjectNode conOtroContenido(ObjectNode evento) {
    ObjectNode otro = evento.deepCopy();
    ((ObjectNode) otro.path("data").path("empleador")).put("serialSAT", "9");
    return otro;
  }

  /** The life of one employer. */
  private List<ObjectNode> historia(Patrono patrono) {
    List<ObjectNode> historia = new ArrayList<>();
    historia.add(sorteo.porCiento(30) ? hechos.incorporado(patrono) : hechos.primeraVez(patrono));
    List<ObjectNode> contratados = new ArrayList<>();
    for (int i = sorteo.entre(0, 9); i > 0; i--) {
      ObjectNode trabajador = personas.trabajador();
      contratados.add(trabajador);
      historia.add(hechos.inicio(patrono, trabajador, personas.contacto()));
    }
    for (int i = sorteo.entre(0, 3); i > 0; i--) {
      historia.add(hechos.estadoPago(patrono));
    }
    contratados.stream()
        .filter(trabajador -> sorteo.porCiento(40))
        .forEach(trabajador -> historia.add(hechos.terminacion(patrono, trabajador)));
    if (sorteo.porCiento(10)) {
      historia.add(hechos.desafiliacion(patrono));
      if (sorteo.porCiento(40)) {
        historia.add(hechos.noPrimeraVez(patrono));
      }
    } else if (sorteo.porCiento(4)) {
      historia.add(hechos.causaGrave(patrono));
    }
    if (sorteo.porCiento(10) && historia.size() > 2) {
      // The worker's desk was faster than the employer's.
      historia.add(2, historia.removeFirst());
    }
    return historia;
  }

  static byte[] linea(ObjectNode evento) {
    try {
      return JSON.writeValueAsBytes(evento);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
