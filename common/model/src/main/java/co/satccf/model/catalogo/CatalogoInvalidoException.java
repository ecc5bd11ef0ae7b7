package co.satccf.model.catalogo;

/** A catalogue file that cannot be used; the message names file, line and what is wrong. */
public final class CatalogoInvalidoException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  CatalogoInvalidoException(String archivo, int linea, String problema) {
    super("%s, línea %d: %s".formatted(archivo, linea, problema));
  }

  CatalogoInvalidoException(String archivo, String problema) {
    super("%s: %s".formatted(archivo, problema));
  }
}
