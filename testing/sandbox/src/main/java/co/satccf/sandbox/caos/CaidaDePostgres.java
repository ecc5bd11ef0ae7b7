package co.satccf.sandbox.caos;

import co.satccf.sandbox.local.Plataforma;

/** The database is away for a while, with every connection to it. */
record CaidaDePostgres(Caida caida) implements Golpe {

  @Override
  public String tipo() {
    return "PostgreSQL: " + caida.texto();
  }

  @Override
  public String descripcion() {
    return caida.texto() + " de PostgreSQL";
  }

  @Override
  public void aplicar(Plataforma plataforma) {
    switch (caida) {
      case EN_ORDEN -> plataforma.baseDeDatos().stop();
      case KILL_9 -> plataforma.baseDeDatos().kill();
    }
  }

  @Override
  public void deshacer(Plataforma plataforma) {
    plataforma.baseDeDatos().start();
  }
}
