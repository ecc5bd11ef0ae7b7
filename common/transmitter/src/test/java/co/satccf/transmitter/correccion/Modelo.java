package co.satccf.transmitter.correccion;

import static co.satccf.model.estado.EstadoReporte.ACEPTADO;
import static co.satccf.model.estado.EstadoReporte.EN_VUELO;
import static co.satccf.model.estado.EstadoReporte.GLOSADO;
import static co.satccf.model.estado.EstadoReporte.INCIERTO;
import static co.satccf.model.estado.EstadoReporte.PENDIENTE;
import static co.satccf.model.estado.EstadoReporte.POR_CONFIRMAR;
import static co.satccf.model.estado.EstadoReporte.RETIRADO;
import static co.satccf.model.estado.EstadoReporte.SUSTITUIDO;

import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.Causa;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.estado.Movimiento;
import co.satccf.model.estado.Movimientos;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rules 2, 5, 12 and the operators' moves in plain memory, one thing after another: no database, no
 * lock. Written from the rules, not from the statements.
 */
final class Modelo {

  /** Employers up to this one are in SAT. */
  static final int ULTIMO_EN_SAT = 1;

  /** What a report is expected to be. */
  record Visto(
      EstadoReporte estado, @Nullable Bloqueo bloqueo, int version, @Nullable String retencion) {}

  /** A claim; an answer to an old one comes late. */
  record Reclamo(String radicado, int intento, int version, boolean dudoso) {}

  private record Correccion(
      String original, String radicado, int empleador, int fecha, boolean roto) {}

  private static final class Reporte {
    final String radicado;
    final int orden;
    int empleador;
    int fecha;
    boolean roto;
    EstadoReporte estado = PENDIENTE;
    int version = 1;
    int intento;
    boolean dudoso;
    @Nullable String retencion;
    @Nullable Reporte sucesor;

    Reporte(String radicado, int orden) {
      this.radicado = radicado;
      this.orden = orden;
    }
  }

  private final Map<String, Reporte> reportes = new LinkedHashMap<>();
  private final Map<Integer, Reporte> turnos = new HashMap<>();
  private final List<Correccion> enEspera = new ArrayList<>();

  List<String> radicados() {
    return List.copyOf(reportes.keySet());
  }

  Map<String, Visto> visto() {
    Map<String, Visto> visto = new TreeMap<>();
    reportes.forEach(
        (radicado, r) ->
            visto.put(radicado, new Visto(r.estado, bloqueo(r), r.version, r.retencion)));
    return visto;
  }

  int correccionesEnEspera() {
    return enEspera.size();
  }

  void llega(String radicado, int empleador, int fecha, boolean roto) {
    Reporte nuevo = new Reporte(radicado, reportes.size());
    poner(nuevo, empleador, fecha, roto);
    nuevo.retencion = repetido(nuevo) ? "POSIBLE_DUPLICADO" : null;
    reportes.put(radicado, nuevo);
    turnos.putIfAbsent(empleador, nuevo);
    aplicarCorrecciones();
  }

  List<Reclamo> reclama() {
    List<Reclamo> reclamos = new ArrayList<>();
    for (Reporte r : reportes.values()) {
      if (r.estado == INCIERTO || (r.estado == PENDIENTE && bloqueo(r) == null)) {
        r.dudoso = r.dudoso || r.estado == INCIERTO;
        r.estado = EN_VUELO;
        r.intento++;
        reclamos.add(new Reclamo(r.radicado, r.intento, r.version, r.dudoso));
      }
    }
    return reclamos;
  }

  void vencenArriendos() {
    reportes.values().stream().filter(r -> r.estado == EN_VUELO).forEach(r -> r.estado = INCIERTO);
  }

  void responde(Reclamo reclamo, Respuesta respuesta) {
    Reporte r = reporte(reclamo.radicado());
    EstadoReporte estado = respuesta.estado(reclamo.dudoso());
    if (r.estado == SUSTITUIDO && estado.esFinal()) {
      retener(sucesor(r));
    } else if (r.intento == reclamo.intento()) {
      if (r.estado == EN_VUELO || r.estado == INCIERTO) {
        pasar(r, estado, null);
      } else if (estado.esFinal() && !r.estado.esFinal()) {
        llegaTardeLaAceptacion(r, reclamo, estado);
      }
    }
    aplicarCorrecciones();
  }

  /** A person has decided meanwhile, or a correction has replaced what was accepted. */
  private void llegaTardeLaAceptacion(Reporte r, Reclamo reclamo, EstadoReporte estado) {
    if (r.version == reclamo.version()) {
      pasar(r, estado, null);
    } else if (bloqueo(r) == Bloqueo.REPORTE_ANTERIOR) {
      retener(r);
    } else if (r.estado == PENDIENTE || r.estado == GLOSADO) {
      r.estado = POR_CONFIRMAR;
    }
  }

  private static Reporte sucesor(Reporte r) {
    Reporte ultimo = r;
    while (ultimo.sucesor != null) {
      ultimo = ultimo.sucesor;
    }
    return ultimo;
  }

  /** Perhaps the Ministry has it already. */
  private static void retener(Reporte r) {
    if (r.estado == PENDIENTE || r.estado == GLOSADO) {
      r.retencion = "POSIBLE_DUPLICADO";
    }
  }

  /** What the Ministry says, or does not. */
  enum Respuesta {
    ACEPTA,
    GLOSA_DE_NEGOCIO,
    GLOSA_ESTRUCTURAL,
    YA_REPORTADO,
    CODIGO_DESCONOCIDO,
    CORTE,
    NO_PROCESADO;

    EstadoReporte estado(boolean dudoso) {
      return switch (this) {
        case ACEPTA -> ACEPTADO;
        case GLOSA_DE_NEGOCIO -> dudoso ? POR_CONFIRMAR : GLOSADO;
        case GLOSA_ESTRUCTURAL -> GLOSADO;
        case YA_REPORTADO -> dudoso ? ACEPTADO : POR_CONFIRMAR;
        case CODIGO_DESCONOCIDO -> POR_CONFIRMAR;
        case CORTE -> INCIERTO;
        case NO_PROCESADO -> dudoso ? INCIERTO : PENDIENTE;
      };
    }
  }

  void corrige(String original, String radicado, int empleador, int fecha, boolean roto) {
    enEspera.add(new Correccion(original, radicado, empleador, fecha, roto));
    aplicarCorrecciones();
  }

  boolean reintenta(String radicado) {
    Reporte r = reporte(radicado);
    return r.estado == PENDIENTE && bloqueo(r) == null;
  }

  boolean reenvia(String radicado) {
    Reporte r = reporte(radicado);
    return !r.roto && mover(r, PENDIENTE, Causa.REINTENTO_SIN_CAMBIO, null);
  }

  boolean retira(String radicado, boolean retiene) {
    return mover(reporte(radicado), RETIRADO, Causa.RETIRO, retiene ? "ANTERIOR_RETIRADO" : null);
  }

  boolean decide(String radicado, EstadoReporte estado) {
    return mover(reporte(radicado), estado, Causa.DECISION_DEL_OPERADOR, null);
  }

  boolean libera(String radicado) {
    Reporte r = reporte(radicado);
    boolean puede = r.retencion != null && !r.estado.esFinal();
    if (puede) {
      r.retencion = null;
    }
    return puede;
  }

  boolean corrigeElOperador(String radicado) {
    Reporte r = reporte(radicado);
    if (r.estado != GLOSADO) {
      return false;
    }
    r.roto = false;
    r.estado = PENDIENTE;
    r.dudoso = false;
    r.version++;
    return true;
  }

  private boolean mover(Reporte r, EstadoReporte a, Causa causa, @Nullable String retiene) {
    if (!Movimientos.todos().contains(new Movimiento(r.estado, a, causa))) {
      return false;
    }
    r.dudoso = r.dudoso || r.estado == INCIERTO;
    pasar(r, a, retiene);
    aplicarCorrecciones();
    return true;
  }

  private void pasar(Reporte r, EstadoReporte a, @Nullable String retiene) {
    r.estado = a;
    if (!a.esFinal()) {
      return;
    }
    Optional<Reporte> siguiente = detras(r);
    if (turnos.get(r.empleador) == r) {
      cederTurno(r.empleador);
    }
    if (retiene != null) {
      siguiente.ifPresent(s -> s.retencion = retiene);
    }
  }

  private void cederTurno(int empleador) {
    turnos.remove(empleador);
    enFila(empleador).findFirst().ifPresent(s -> turnos.put(empleador, s));
  }

  /** The one that relied on it: the first of its key where it held the turn, else the next. */
  private Optional<Reporte> detras(Reporte r) {
    boolean teniaElTurno = turnos.get(r.empleador) == r;
    return enFila(r.empleador).filter(s -> teniaElTurno || s.orden > r.orden).findFirst();
  }

  private Stream<Reporte> enFila(int empleador) {
    return reportes.values().stream()
        .filter(s -> s.empleador == empleador && !s.estado.esFinal() && turnos.get(empleador) != s)
        .sorted(Comparator.comparingInt(s -> s.orden));
  }

  private void aplicarCorrecciones() {
    List<Correccion> siguen = new ArrayList<>();
    for (Correccion c : List.copyOf(enEspera)) {
      Reporte r = reportes.get(c.original());
      boolean espera =
          r == null
              || r.estado == EN_VUELO
              || r.estado == INCIERTO
              || r.estado == POR_CONFIRMAR
              || siguen.stream().anyMatch(antes -> antes.original().equals(c.original()));
      if (espera) {
        siguen.add(c);
      } else if (r != null && !r.estado.esFinal()) {
        aplicar(r, c);
      }
    }
    enEspera.clear();
    enEspera.addAll(siguen);
  }

  private void aplicar(Reporte r, Correccion c) {
    boolean mismoHecho = r.empleador == c.empleador() && r.fecha == c.fecha();
    boolean tenia = turnos.get(r.empleador) == r;
    int antes = r.empleador;
    Reporte despues = r;
    if (!c.radicado().equals(r.radicado)) {
      despues = new Reporte(c.radicado(), r.orden);
      despues.retencion = r.retencion;
      r.sucesor = despues;
      r.estado = SUSTITUIDO;
      reportes.put(c.radicado(), despues);
    } else {
      r.version++;
      r.dudoso = false;
    }
    if (tenia) {
      turnos.remove(antes);
    }
    poner(despues, c.empleador(), c.fecha(), c.roto());
    if (!mismoHecho && !"ANTERIOR_RETIRADO".equals(despues.retencion)) {
      despues.retencion = repetido(despues) ? "POSIBLE_DUPLICADO" : null;
    }
    if (tenia && antes != c.empleador()) {
      cederTurno(antes);
    }
    turnos.putIfAbsent(c.empleador(), despues);
  }

  private static void poner(Reporte r, int empleador, int fecha, boolean roto) {
    r.empleador = empleador;
    r.fecha = fecha;
    r.roto = roto;
    r.estado = roto ? GLOSADO : PENDIENTE;
  }

  private boolean repetido(Reporte r) {
    return reportes.values().stream()
        .anyMatch(
            otro ->
                otro != r
                    && otro.empleador == r.empleador
                    && otro.fecha == r.fecha
                    && otro.estado != RETIRADO
                    && otro.estado != SUSTITUIDO);
  }

  private @Nullable Bloqueo bloqueo(Reporte r) {
    if (r.estado != PENDIENTE && r.estado != GLOSADO) {
      return null;
    }
    if (turnos.get(r.empleador) != r) {
      return Bloqueo.REPORTE_ANTERIOR;
    }
    if (r.estado == GLOSADO) {
      return null;
    }
    if (r.retencion != null) {
      return Bloqueo.valueOf(r.retencion);
    }
    return r.empleador <= ULTIMO_EN_SAT ? null : Bloqueo.EMPLEADOR_NO_INCORPORADO;
  }

  private Reporte reporte(String radicado) {
    Reporte r = reportes.get(radicado);
    if (r == null) {
      throw new IllegalArgumentException(radicado);
    }
    return r;
  }
}
