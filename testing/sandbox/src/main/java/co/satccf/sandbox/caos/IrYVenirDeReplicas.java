package co.satccf.sandbox.caos;

import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;

/**
 * Two more replicas come and go: partitions are dealt out afresh each time, with work in hand.
 *
 * <p>The second ends by signal 9, so that the group finds out by its silence.
 */
record IrYVenirDeReplicas(ServicioSuite servicio) implements Golpe {

  @Override
  public String tipo() {
    return "réplicas que van y vienen";
  }

  @Override
  public String descripcion() {
    return "dos réplicas más de " + servicio.modulo();
  }

  @Override
  public void aplicar(Plataforma plataforma) {
    plataforma.agregar(servicio);
    plataforma.agregar(servicio);
  }

  @Override
  public void deshacer(Plataforma plataforma) {
    String replicas = servicio.modulo() + "-";
    plataforma.servicios().stream()
        .filter(nombre -> nombre.startsWith(replicas))
        .forEach(
            nombre -> {
              if (nombre.endsWith("3")) {
                plataforma.quitarDeGolpe(nombre);
              } else {
                plataforma.quitar(nombre);
              }
            });
  }
}
