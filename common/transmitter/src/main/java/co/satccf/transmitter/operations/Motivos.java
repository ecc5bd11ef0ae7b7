package co.satccf.transmitter.operations;

import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Rechazo;
import org.jspecify.annotations.Nullable;

/** Reads why somebody does something. */
public final class Motivos {

  static final int MAXIMO = 500;

  private Motivos() {}

  /**
   * The reason as the log and the audit keep it: one line, so that it cannot pass for another entry
   * of the log.
   *
   * @throws Rechazo when there is none, or it is longer than {@link #MAXIMO} characters
   */
  public static String exigir(@Nullable String motivo) {
    return exigir("motivo", motivo);
  }

  /** The same for a text under another name. */
  static String exigir(String nombre, @Nullable String texto) {
    if (texto == null || texto.isBlank()) {
      throw new Rechazo(Falla.SOLICITUD_INCORRECTA, "Falta '%s': diga por qué".formatted(nombre));
    }
    if (texto.length() > MAXIMO) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA,
          "'%s' tiene %d caracteres; caben %d".formatted(nombre, texto.length(), MAXIMO));
    }
    return texto.strip().replaceAll("[\\p{Cntrl}\"]+", " ");
  }

  static String exigir(@Nullable Motivado cuerpo) {
    return exigir(cuerpo == null ? null : cuerpo.motivo());
  }
}
