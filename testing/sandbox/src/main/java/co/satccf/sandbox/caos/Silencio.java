package co.satccf.sandbox.caos;

import co.satccf.sandbox.local.Enlaces;
import co.satccf.sandbox.local.Plataforma;

/**
 * Connections of the services to one end stay open and nothing comes through; what was on its way
 * arrives late.
 */
record Silencio(Enlaces.Extremo extremo) implements Golpe {

  @Override
  public String tipo() {
    return "conexiones mudas: " + extremo;
  }

  @Override
  public String descripcion() {
    return "silencio en las conexiones hacia " + extremo;
  }

  @Override
  public void aplicar(Plataforma plataforma) {
    plataforma.cimientos().enlaces().hacia(extremo).callar();
  }

  @Override
  public void deshacer(Plataforma plataforma) {
    plataforma.cimientos().enlaces().hacia(extremo).abrir();
  }
}
