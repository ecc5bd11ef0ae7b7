package co.satccf.transmitter.operations;

import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Rechazo;
import org.jspecify.annotations.Nullable;

/** Reads why somebody does something. */
final class Motivos {

  static final int MAXIMO = 500;

  private Motivos() {}

  /**
   * The reason as the log and the audit keep it: one line, so that it cannot pass for another entry
   * of the log.
   *
   * @throws Rechazo when there is none, or it is longer than {@link #MAXIMO} characters
   */
  static String exigir(@Nullable String motivo) {
    if (motivo == null || motivo.isBlank()) {
      throw new Rechazo(Falla.SOLICITUD_INCORRECTA, "Falta 'motivo': diga por qué");
    }
    if (motivo.length() > MAXIMO) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA,
          "'motivo' tiene %d caracteres; caben %d".formatted(motivo.length(), MAXIMO));
    }
    return motivo.strip().replaceAll("[\\p{Cntrl}\"]+", " ");
  }

  static String exigir(@Nullable Motivado cuerpo) {
    return exigir(cuerpo == null ? null : cuerpo.motivo());
  }
}
