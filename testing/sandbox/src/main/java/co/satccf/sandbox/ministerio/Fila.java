package co.satccf.sandbox.ministerio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntSupplier;

/** Requests that wait for one of the Ministry's places, first come first served. */
final class Fila {
  private final IntSupplier puestos;
  private final Deque<Turno> espera = new ArrayDeque<>();
  private int atendidos;

  /**
   * @param puestos how many are served at once, at this moment
   */
  Fila(IntSupplier puestos) {
    this.puestos = puestos;
  }

  /** One request's way through. */
  final class Turno {
    private boolean atendido;
    private Runnable tarea = () -> {};

    /** Runs the task when there is a place: now or later. */
    void entrar(Runnable nueva) {
      tarea = nueva;
      espera.add(this);
      avanzar();
    }

    /** The request has been answered, or its caller has gone. */
    void salir() {
      if (atendido) {
        atendidos--;
        avanzar();
      } else {
        espera.remove(this);
      }
    }
  }

  Turno turno() {
    return new Turno();
  }

  private void avanzar() {
    while (!espera.isEmpty() && atendidos < puestos.getAsInt()) {
      Turno siguiente = espera.remove();
      siguiente.atendido = true;
      atendidos++;
      siguiente.tarea.run();
    }
  }
}
