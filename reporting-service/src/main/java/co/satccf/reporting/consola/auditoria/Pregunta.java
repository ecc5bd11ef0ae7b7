package co.satccf.reporting.consola.auditoria;

import org.jspecify.annotations.Nullable;

/**
 * What is looked for in a book.
 *
 * @param quien only entries of this person; all when null
 * @param objeto only entries about this object; all when null
 * @param vistas only who looked at somebody's data
 * @param antes number of the last entry seen; {@link Long#MAX_VALUE} for none
 */
record Pregunta(@Nullable String quien, @Nullable String objeto, boolean vistas, long antes) {

  static final int LIMITE = 50;

  static @Nullable String texto(@Nullable String valor) {
    return valor == null || valor.isBlank() ? null : valor.strip();
  }
}
