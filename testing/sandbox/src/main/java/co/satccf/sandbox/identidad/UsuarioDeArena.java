package co.satccf.sandbox.identidad;

import java.util.Locale;

/** The built-in persons, one for each role. */
public enum UsuarioDeArena {
  CONSULTA("carla.consulta"),
  OPERADOR("oscar.operador"),
  ADMINISTRADOR("ada.administradora");

  private final String sujeto;

  UsuarioDeArena(String sujeto) {
    this.sujeto = sujeto;
  }

  /** What the audit calls this person. */
  public String sujeto() {
    return sujeto;
  }

  /** The role, as tokens and command lines write it. */
  public String rol() {
    return name().toLowerCase(Locale.ROOT);
  }
}
