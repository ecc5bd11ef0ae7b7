package co.satccf.sandbox.caos;

import co.satccf.sandbox.local.Plataforma;
import java.time.Duration;

/** The clock of one process jumps, and jumps back. */
record SaltoDeReloj(String nombre, Duration salto) implements Golpe {

  @Override
  public String tipo() {
    return "salto del reloj de un servicio";
  }

  @Override
  public String descripcion() {
    return "el reloj de %s salta %+d min".formatted(nombre, salto.toMinutes());
  }

  @Override
  public void aplicar(Plataforma plataforma) {
    plataforma.moverReloj(nombre, salto);
  }

  @Override
  public void deshacer(Plataforma plataforma) {
    plataforma.moverReloj(nombre, Duration.ZERO);
  }
}
