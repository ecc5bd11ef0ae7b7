package co.satccf.sandbox.caos;

import co.satccf.sandbox.local.Plataforma;

/** The Ministry answers badly, slowly or not at all. */
record MinisterioEnfermo(Dolencia dolencia) implements Golpe {

  @Override
  public String tipo() {
    return "Ministerio: " + dolencia.texto();
  }

  @Override
  public String descripcion() {
    return tipo();
  }

  @Override
  public void aplicar(Plataforma plataforma) {
    plataforma.control().fallas(dolencia.fallas());
    if (dolencia.quitaLosTokens()) {
      plataforma.control().revocarTokens();
    }
  }

  @Override
  public void deshacer(Plataforma plataforma) {
    plataforma.control().fallas(Dolencia.SANO);
    if (dolencia == Dolencia.CREDENCIAL_RECHAZADA) {
      Operador.probarCredenciales(plataforma);
    } else if (dolencia == Dolencia.CODIGO_DESCONOCIDO) {
      Operador.decidirDesconocidos(plataforma);
    }
  }
}
