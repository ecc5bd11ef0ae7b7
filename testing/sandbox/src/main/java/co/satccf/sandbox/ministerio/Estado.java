package co.satccf.sandbox.ministerio;

import java.time.Instant;

/** All that the Ministry knows. Touched by one event loop only, so nothing here needs a lock. */
final class Estado {
  private final OpcionesDelMinisterio opciones;
  private final Juez juez = new Juez();
  private final Tokens tokens = new Tokens();
  private final Cuentas cuentas = new Cuentas();
  private final Averias averias = new Averias();
  private final Libro libro;
  private ModoDelMinisterio modo;

  Estado(OpcionesDelMinisterio opciones) {
    this.opciones = opciones;
    this.libro = new Libro(opciones.libro());
    this.modo = opciones.modo();
    averias.poner(opciones.fallas());
  }

  Instant ahora() {
    return opciones.reloj().instant();
  }

  Juez juez() {
    return juez;
  }

  Tokens tokens() {
    return tokens;
  }

  Cuentas cuentas() {
    return cuentas;
  }

  Averias averias() {
    return averias;
  }

  Libro libro() {
    return libro;
  }

  ModoDelMinisterio modo() {
    return modo;
  }

  void modo(ModoDelMinisterio nuevo) {
    modo = nuevo;
  }

  void reiniciar() {
    juez.olvidar();
    tokens.olvidar();
    cuentas.olvidar();
    libro.olvidar();
    averias.poner(Fallas.ninguna());
    modo = opciones.modo();
  }
}
