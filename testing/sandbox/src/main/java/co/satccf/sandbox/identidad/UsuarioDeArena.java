package co.satccf.sandbox.identidad;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The built-in persons, one for each role. */
public enum UsuarioDeArena {
  CONSULTA("carla.consulta", "mira"),
  OPERADOR("oscar.operador", "mira y corrige"),
  ADMINISTRADOR("ada.administradora", "lo puede todo");

  private final String sujeto;
  private final String puede;

  UsuarioDeArena(String sujeto, String puede) {
    this.sujeto = sujeto;
    this.puede = puede;
  }

  /** What the role is for, in a few words for a person. */
  public String puede() {
    return puede;
  }

  /** What the audit calls this person. */
  public String sujeto() {
    return sujeto;
  }

  /** The role, as tokens and command lines write it; and the name to sign in with. */
  public String rol() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The password to sign in with; synthetic, like everything here. */
  public String clave() {
    return rol() + "-de-arena";
  }

  /** Who signs in with that name and password. */
  static Optional<UsuarioDeArena> con(String usuario, String clave) {
    return Arrays.stream(values())
        .filter(uno -> uno.rol().equals(usuario) && ClienteDeArena.iguales(uno.clave(), clave))
        .findFirst();
  }
}
