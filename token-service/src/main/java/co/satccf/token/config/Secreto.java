package co.satccf.token.config;

/** A configured value that must not be seen: its text form tells nothing. */
public record Secreto(String valor) {

  @Override
  public String toString() {
    return "Secreto[***]";
  }
}
