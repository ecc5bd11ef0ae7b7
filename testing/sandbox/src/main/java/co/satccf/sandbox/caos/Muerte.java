package co.satccf.sandbox.caos;

import co.satccf.sandbox.local.Plataforma;

/** Signal 9 for a service; {@link Vigia} starts it again, as the orchestrator would. */
record Muerte(String nombre) implements Golpe {

  @Override
  public String tipo() {
    return "kill -9 de un servicio";
  }

  @Override
  public String descripcion() {
    return "kill -9 de " + nombre;
  }

  @Override
  public void aplicar(Plataforma plataforma) {
    plataforma.matar(nombre);
  }

  @Override
  public void deshacer(Plataforma plataforma) {
    // Nothing to take back.
  }
}
