package co.satccf.sandbox.caos;

import co.satccf.sandbox.local.Enlaces;
import co.satccf.sandbox.local.Plataforma;

/** Every connection of the services to one end is reset, and so is each new one. */
record Corte(Enlaces.Extremo extremo) implements Golpe {

  @Override
  public String tipo() {
    return "conexiones cortadas: " + extremo;
  }

  @Override
  public String descripcion() {
    return "corte de las conexiones hacia " + extremo;
  }

  @Override
  public void aplicar(Plataforma plataforma) {
    plataforma.cimientos().enlaces().hacia(extremo).cortar();
  }

  @Override
  public void deshacer(Plataforma plataforma) {
    plataforma.cimientos().enlaces().hacia(extremo).abrir();
  }
}
