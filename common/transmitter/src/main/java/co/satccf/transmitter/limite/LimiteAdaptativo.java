package co.satccf.transmitter.limite;

import co.satccf.transmitter.limite.Busqueda.Fase;
import java.util.List;

/**
 * Finds how many calls the Ministry takes at once (rule 3, docs/adr/0009). It has no clock: what
 * was seen goes in, the next limit comes out.
 *
 * <p>A round begins whenever the limit changes, and is judged by the calls that were claimed in it,
 * once there are as many answers as places. While nothing is refused and latency holds, each try
 * goes twice as far beyond the last limit that held. A refused try halves what lies between the
 * limit that held and the one that did not, until they touch. Where latency has grown by half, one
 * round with fewer calls measures how long an answer takes when nothing queues; had calls queued,
 * the limit goes to where none would.
 */
final class LimiteAdaptativo {

  /** Fewer answers than this do not tell a limit that holds. */
  private static final int RESPUESTAS = 16;

  /** Fewer latencies than this tell nothing of latency. */
  private static final int LATENCIAS = 8;

  /** So many times the answers do where most are glosas, which come before the others. */
  private static final int CON_GLOSAS = 4;

  /** Answers that make up for a refusal, so that tries cost less than one in a hundred. */
  private static final int POR_RECHAZO = 150;

  /** So many refusals not made up for, or one for each {@link #PUESTOS} places: no accident. */
  private static final int ACCIDENTES = 3;

  private static final int PUESTOS = 16;

  /** Share of refusals in a whole round of a try that may be accidents. */
  private static final double SUELTOS = 0.01;

  /** Limits that differ by less than this part are the same. */
  private static final int PARTE = 32;

  /** Latency has grown when it is above this multiple of the base, and by so many milliseconds. */
  private static final double TOLERANCIA = 1.5;

  private static final double RUIDO = 5;

  /** ... and more calls than this must be queueing, by what their latency says. */
  private static final double COLA = 3;

  /** Part of the limit we reckon that a measure uses: none of its calls queues. */
  private static final double DESAHOGO = 0.8;

  /** A short queue, so that no place of the Ministry's stands empty between two calls. */
  private static final double COLCHON = 0.15;

  /** Rounds and answers, whichever is more, and milliseconds between tries. */
  private static final int RONDAS_DE_CALMA = 16;

  private static final int RESPUESTAS_DE_CALMA = 128;
  private static final long CALMA = 5_000;

  private final Margen margen;
  private final long ahora;
  private int cupo;
  private Fase fase;
  private int bueno;
  private int malo;
  private int paso;
  private int deuda;
  private int calma;
  private long noAntes;
  private double base;
  private double cargada;
  private int vigente;
  private Muestra vista;

  private LimiteAdaptativo(Busqueda antes, Margen margen, long ahora) {
    this.margen = margen;
    this.ahora = ahora;
    cupo = antes.cupo();
    fase = antes.fase();
    bueno = antes.bueno();
    malo = antes.malo();
    paso = antes.paso();
    deuda = antes.deuda();
    calma = antes.calma();
    noAntes = antes.noAntes();
    base = antes.base();
    cargada = antes.cargada();
    vigente = antes.vigente();
    vista = antes.vista();
  }

  /**
   * @param muestras what replicas have seen since the step before, in any order
   * @param ahora time of the database, milliseconds since 1970
   */
  static Busqueda siguiente(Busqueda antes, List<Muestra> muestras, Margen margen, long ahora) {
    LimiteAdaptativo limite = new LimiteAdaptativo(antes, margen, ahora);
    limite.acotar();
    muestras.forEach(limite::ver);
    limite.juzgar();
    return limite.busqueda();
  }

  private Busqueda busqueda() {
    return new Busqueda(
        cupo, fase, bueno, malo, paso, deuda, calma, noAntes, base, cargada, vigente, vista);
  }

  /** Floor and ceiling may have been moved meanwhile; calls from before say nothing of these. */
  private void acotar() {
    if (margen.acotar(cupo) != cupo || margen.acotar(bueno) != bueno) {
      bueno = margen.acotar(bueno);
      malo = 0;
      paso = 1;
      pasar(Fase.ESPERA, bueno);
      vigente = vista.ronda();
    }
  }

  private void ver(Muestra muestra) {
    if (muestra.ronda() == vista.ronda()) {
      vista = vista.mas(muestra);
      deuda = Math.max(0, deuda - muestra.respuestas());
      calma = Math.max(0, calma - muestra.respuestas());
    } else if (muestra.ronda() >= vigente) {
      // A timeout comes long after its round; that its call was answered late says nothing new.
      vista = vista.conRechazos(muestra.rechazos());
    } else {
      return;
    }
    if (fase != Fase.PRUEBA) {
      deuda += POR_RECHAZO * muestra.rechazos();
    }
  }

  private void juzgar() {
    switch (fase) {
      case PRUEBA -> {
        if (rechazada()) {
          rechazar();
        } else if (completa()) {
          probada();
        }
      }
      case ESPERA -> {
        if (sobrecargada()) {
          recortar();
        } else if (completa()) {
          sostenida();
        }
      }
      case MEDIDA -> {
        if (sobrecargada()) {
          recortar();
        } else if (completa()) {
          medida();
        }
      }
    }
  }

  private boolean completa() {
    int bastan = Math.max(RESPUESTAS, cupo);
    return vista.latencias().cuantas() >= bastan || vista.respuestas() >= CON_GLOSAS * bastan;
  }

  private boolean rechazada() {
    int rechazos = vista.rechazos();
    return rechazos > cupo / PARTE || (completa() && rechazos > SUELTOS * vista.respuestas());
  }

  private boolean sobrecargada() {
    return deuda > POR_RECHAZO * Math.max(ACCIDENTES, cupo / PUESTOS);
  }

  private void rechazar() {
    malo = cupo;
    deuda = POR_RECHAZO * vista.rechazos();
    noAntes = ahora + CALMA;
    probarOEsperar();
    vigente = vista.ronda();
  }

  private void probada() {
    if (crecida()) {
      medir();
    } else {
      bueno = cupo;
      probarOEsperar();
    }
  }

  private void sostenida() {
    if (crecida()) {
      medir();
    } else if (deuda == 0 && calma == 0 && ahora >= noAntes) {
      probarOEsperar();
    } else {
      pasar(Fase.ESPERA, cupo);
    }
  }

  private void probarOEsperar() {
    if (malo > 0 && malo - bueno <= Math.max(1, bueno / PARTE)) {
      malo = 0;
      paso = 1;
      pasar(Fase.ESPERA, bueno);
    } else if (!vista.lleno()) {
      pasar(Fase.ESPERA, bueno);
    } else {
      int intento = margen.acotar(malo > 0 ? (bueno + malo) / 2 : bueno + paso);
      paso = malo > 0 ? 1 : Math.min(2 * paso, margen.techo());
      pasar(intento > bueno ? Fase.PRUEBA : Fase.ESPERA, intento);
    }
  }

  /** Whether latency has grown; learns a shorter base at once. */
  private boolean crecida() {
    if (vista.latencias().cuantas() < LATENCIAS) {
      return false;
    }
    double central = vista.latencias().central();
    if (base == 0) {
      base = central;
    } else if (central < base) {
      base = (base + central) / 2;
    }
    return central > TOLERANCIA * base + RUIDO && cupo * (1 - base / central) > COLA;
  }

  private void medir() {
    cargada = vista.latencias().central();
    bueno = cupo;
    malo = 0;
    int menos = margen.acotar((int) (DESAHOGO * cupo * base / cargada));
    if (menos < cupo) {
      pasar(Fase.MEDIDA, menos);
      vigente = vista.ronda();
    } else {
      base = cargada;
      pasar(Fase.ESPERA, cupo);
    }
  }

  private void medida() {
    if (vista.latencias().cuantas() < LATENCIAS) {
      pasar(Fase.ESPERA, bueno);
      return;
    }
    base = vista.latencias().central();
    double sinCola = bueno * base / cargada;
    int conColchon = (int) Math.ceil(sinCola + Math.max(1, COLCHON * sinCola));
    paso = 1;
    if (conColchon < bueno) {
      bueno = margen.acotar(Math.max(cupo, conColchon));
      calma = Math.max(RESPUESTAS_DE_CALMA, RONDAS_DE_CALMA * bueno);
      noAntes = ahora + CALMA;
    }
    pasar(Fase.ESPERA, bueno);
  }

  /** What held does not hold any more; far less, if most is refused. */
  private void recortar() {
    int rechazos = vista.rechazos();
    double parte = (double) rechazos / Math.max(RESPUESTAS, rechazos + vista.respuestas());
    boolean casiTodo = parte > 0.25;
    malo = casiTodo ? cupo : 0;
    int menos = Math.max((int) (cupo * parte / 2), Math.max(1, cupo / PARTE));
    bueno = margen.acotar(cupo - menos);
    paso = 1;
    deuda = casiTodo ? 0 : POR_RECHAZO;
    calma = 0;
    noAntes = ahora;
    pasar(Fase.ESPERA, bueno);
    vigente = vista.ronda();
  }

  /** Begins to look anew; another limit is another round. */
  private void pasar(Fase otra, int limite) {
    vista = Muestra.vacia(limite == cupo ? vista.ronda() : vista.ronda() + 1);
    fase = otra;
    cupo = limite;
  }
}
