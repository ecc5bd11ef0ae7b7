package co.satccf.sandbox.erp;

import co.satccf.model.catalogo.Municipio;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Ordinary histories of employers: affiliated or in SAT already, with workers that start and leave,
 * payment states, and now and then an end.
 *
 * <p>An employer that leaves SAT starts no workers there in the same feed: which of the two facts
 * reached the Ministry first would then be a race, and the feed could not say what to expect.
 */
final class Historias {
  private static final int LARGO_MAXIMO = 40;

  private final Azar azar;
  private final Gente gente;
  private final Eventos eventos;

  Historias(Azar azar, Gente gente, Eventos eventos) {
    this.azar = azar;
    this.gente = gente;
    this.eventos = eventos;
  }

  /** The next history, at most {@code quedan} lines long. */
  List<FeedLine> siguiente(Instant desde, int quedan) {
    if (quedan <= LARGO_MAXIMO) {
      return exacta(desde, Math.min(quedan, 12));
    }
    List<FeedLine> historia = alAzar(desde);
    if (azar.porciento(20)) {
      repetir(historia);
    }
    return historia;
  }

  private List<FeedLine> alAzar(Instant desde) {
    int suerte = azar.entre(1, 100);
    if (suerte <= 45) {
      return conSaldo(desde);
    }
    if (suerte <= 72) {
      return nueva(desde);
    }
    if (suerte <= 80) {
      return reingreso(desde);
    }
    if (suerte <= 88) {
      return retiro(desde);
    }
    if (suerte <= 92) {
      return expulsion(desde);
    }
    return dosDepartamentos(desde);
  }

  /** In SAT through PISIS: most employers of a caja, and most of its daily facts. */
  private List<FeedLine> conSaldo(Instant desde) {
    Agenda agenda = agenda(desde);
    Empleador empleador = gente.empleador();
    List<FeedLine> lineas = new ArrayList<>();
    lineas.add(incorporado(empleador, agenda));
    relaciones(lineas, empleador, agenda, azar.entre(2, 9));
    retirosDeAntiguos(lineas, empleador, agenda, azar.entre(1, 5));
    pagos(lineas, empleador, agenda, azar.entre(0, 4));
    return lineas;
  }

  /** Affiliated now; sometimes workers are told before it. */
  private List<FeedLine> nueva(Instant desde) {
    Agenda agenda = agenda(desde);
    Empleador empleador = gente.empleador();
    List<FeedLine> lineas = new ArrayList<>();
    if (azar.porciento(25)) {
      for (int i = azar.entre(1, 2); i > 0; i--) {
        lineas.add(
            eventos
                .inicio(empleador, gente.trabajador(), agenda.siguiente())
                .linea(Esperado.ACEPTADO, "trabajador antes que su empleador"));
      }
    }
    lineas.add(primeraVez(empleador, agenda));
    relaciones(lineas, empleador, agenda, azar.entre(2, 8));
    pagos(lineas, empleador, agenda, azar.entre(0, 3));
    return lineas;
  }

  /** Affiliated again in a departamento it knew before. */
  private List<FeedLine> reingreso(Instant desde) {
    Agenda agenda = agenda(desde);
    Empleador empleador = gente.empleador();
    List<FeedLine> lineas = new ArrayList<>();
    lineas.add(noPrimeraVez(empleador, agenda));
    relaciones(lineas, empleador, agenda, azar.entre(1, 6));
    pagos(lineas, empleador, agenda, azar.entre(0, 2));
    return lineas;
  }

  /** Leaves, and often comes back. Its old workers' ends are told after it left. */
  private List<FeedLine> retiro(Instant desde) {
    Agenda agenda = Agenda.delDia(azar, desde);
    Empleador empleador = gente.empleador();
    List<FeedLine> lineas = new ArrayList<>();
    lineas.add(azar.porciento(50) ? incorporado(empleador, agenda) : primeraVez(empleador, agenda));
    lineas.add(
        eventos
            .desafiliacion(empleador, agenda.siguienteSinRezago())
            .linea(Esperado.ACEPTADO, "desafiliación"));
    retirosDeAntiguos(lineas, empleador, agenda, azar.entre(1, 4));
    if (azar.porciento(60)) {
      lineas.add(noPrimeraVez(empleador, agenda));
    }
    return lineas;
  }

  private List<FeedLine> expulsion(Instant desde) {
    Agenda agenda = Agenda.delDia(azar, desde);
    Empleador empleador = gente.empleador();
    List<FeedLine> lineas = new ArrayList<>();
    lineas.add(azar.porciento(70) ? incorporado(empleador, agenda) : primeraVez(empleador, agenda));
    lineas.add(
        eventos
            .causaGrave(empleador, agenda.siguienteSinRezago())
            .linea(Esperado.ACEPTADO, "pérdida por causa grave"));
    retirosDeAntiguos(lineas, empleador, agenda, azar.entre(0, 3));
    return lineas;
  }

  /** Affiliated in two departamentos; sometimes it leaves the second, where it had no workers. */
  private List<FeedLine> dosDepartamentos(Instant desde) {
    Agenda agenda = agenda(desde);
    Empleador aqui = gente.juridico();
    Municipio otro = gente.municipioFueraDe(aqui.sede().departamento());
    Empleador alla = aqui.en(otro);
    List<FeedLine> lineas = new ArrayList<>();
    lineas.add(primeraVez(aqui, agenda));
    lineas.add(primeraVez(alla, agenda));
    relaciones(lineas, aqui, agenda, azar.entre(1, 5));
    if (azar.porciento(40)) {
      lineas.add(
          eventos
              .desafiliacion(alla, agenda.siguienteSinRezago())
              .linea(Esperado.ACEPTADO, "desafiliación de un departamento"));
    } else {
      relaciones(lineas, alla, agenda, azar.entre(1, 4));
    }
    pagos(lineas, aqui, agenda, azar.entre(0, 2));
    return lineas;
  }

  /** Ends a feed at its exact length. */
  private List<FeedLine> exacta(Instant desde, int largo) {
    Agenda agenda = Agenda.delDia(azar, desde);
    Empleador empleador = gente.juridico();
    List<FeedLine> lineas = new ArrayList<>();
    lineas.add(primeraVez(empleador, agenda));
    while (lineas.size() < largo) {
      lineas.add(
          eventos
              .inicio(empleador, gente.trabajador(), agenda.siguiente())
              .linea(Esperado.ACEPTADO, "inicio"));
    }
    return lineas;
  }

  /** Starts, two thirds of them with their end. */
  private void relaciones(List<FeedLine> lineas, Empleador empleador, Agenda agenda, int cuantas) {
    List<Persona> activos = new ArrayList<>();
    for (int i = 0; i < cuantas; i++) {
      Persona trabajador = gente.trabajador();
      lineas.add(
          eventos
              .inicio(empleador, trabajador, agenda.siguiente())
              .linea(Esperado.ACEPTADO, "inicio"));
      activos.add(trabajador);
      if (azar.porciento(65)) {
        Persona saliente = activos.remove(azar.entre(0, activos.size() - 1));
        lineas.add(terminacion(empleador, saliente, agenda, "terminación"));
      }
    }
  }

  /** Ends of workers whose start came through PISIS and is not known here. */
  private void retirosDeAntiguos(
      List<FeedLine> lineas, Empleador empleador, Agenda agenda, int cuantos) {
    for (int i = 0; i < cuantos; i++) {
      lineas.add(
          terminacion(
              empleador, gente.trabajador(), agenda, "terminación de un inicio desconocido"));
    }
  }

  /** Payment states: up to date and in arrears in turn; one in six is told late. */
  private void pagos(List<FeedLine> lineas, Empleador empleador, Agenda agenda, int cuantos) {
    for (int i = 0; i < cuantos; i++) {
      boolean tardio = i > 0 && azar.porciento(16);
      lineas.add(
          eventos
              .estadoPago(
                  empleador,
                  i % 2 == 0 ? "2" : "1",
                  tardio ? agenda.atrasado() : agenda.siguienteSinRezago())
              .linea(
                  cuantos == 1 ? Esperado.ACEPTADO : Esperado.ACEPTADO_O_SUSTITUIDO,
                  tardio ? "estado de pago atrasado" : "estado de pago"));
    }
  }

  /** Some line comes again, byte for byte, later in the same history. */
  private void repetir(List<FeedLine> lineas) {
    int cual = azar.entre(0, lineas.size() - 1);
    FeedLine original = lineas.get(cual);
    FeedLine repetida =
        new FeedLine(
            original.topic(),
            original.key(),
            original.bytes(),
            original.servicio(),
            Esperado.REPETIDO,
            "repetido");
    lineas.add(azar.entre(cual + 1, lineas.size()), repetida);
  }

  private Agenda agenda(Instant desde) {
    return azar.porciento(85) ? Agenda.delDia(azar, desde) : Agenda.rezagada(azar, desde);
  }

  private FeedLine incorporado(Empleador empleador, Agenda agenda) {
    return eventos
        .incorporado(empleador, agenda.siguiente())
        .linea(Esperado.INCORPORADO, "saldo inicial");
  }

  private FeedLine primeraVez(Empleador empleador, Agenda agenda) {
    return eventos
        .primeraVez(empleador, agenda.siguiente())
        .linea(Esperado.ACEPTADO, "afiliación primera vez");
  }

  private FeedLine noPrimeraVez(Empleador empleador, Agenda agenda) {
    return eventos
        .noPrimeraVez(empleador, agenda.siguiente())
        .linea(Esperado.ACEPTADO, "afiliación no primera vez");
  }

  private FeedLine terminacion(Empleador empleador, Persona quien, Agenda agenda, String caso) {
    return eventos.terminacion(empleador, quien, agenda.siguiente()).linea(Esperado.ACEPTADO, caso);
  }
}
