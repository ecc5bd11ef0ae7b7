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
    if (dolencia == Dolencia.TOKENS_REVOCADOS) {
      plataforma.control().revocarTokens();
    }
    plataforma.control().fallas(dolencia.fallas());
  }

  @Override
  public void deshacer(Plataforma plataforma) {
    plataforma.control().fallas(Dolencia.SANO);
  }
}
