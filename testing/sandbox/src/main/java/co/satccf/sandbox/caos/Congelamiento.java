package co.satccf.sandbox.caos;

import co.satccf.sandbox.local.Plataforma;

/**
 * A process stands still with its locks, connections and leases, and goes on as if no time had
 * passed: the zombie that fences are for.
 */
record Congelamiento(String nombre) implements Golpe {

  @Override
  public String tipo() {
    return "SIGSTOP y SIGCONT de un servicio";
  }

  @Override
  public String descripcion() {
    return "SIGSTOP de " + nombre;
  }

  @Override
  public void aplicar(Plataforma plataforma) {
    plataforma.congelar(nombre);
  }

  @Override
  public void deshacer(Plataforma plataforma) {
    plataforma.descongelar(nombre);
  }
}
