package co.satccf.transmitter.operations;

import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Rechazo;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Between which limits a service's cupo may be, whatever configuration says. */
@Schema(description = "Piso y techo del cupo; al menos uno")
record CupoPedido(
    @Schema(minimum = "1", maximum = "1000", examples = "2") @Nullable Integer piso,
    @Schema(minimum = "1", maximum = "1000", examples = "16") @Nullable Integer techo,
    @Schema(description = "Obligatorio, sin datos personales", required = true, maxLength = 500)
        @Nullable String motivo) {

  private static final int MAXIMO = 1_000;

  /**
   * @throws Rechazo when there is neither, one is out of range, or they leave no number between
   *     them
   */
  void revisar() {
    if (piso == null && techo == null) {
      throw new Rechazo(Falla.SOLICITUD_INCORRECTA, "Falta 'piso' o 'techo'");
    }
    revisar("piso", piso);
    revisar("techo", techo);
    if (piso != null && techo != null && piso > techo) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA,
          "'piso' (%d) es mayor que 'techo' (%d)".formatted(piso, techo));
    }
  }

  private static void revisar(String campo, @Nullable Integer valor) {
    if (valor != null && (valor < 1 || valor > MAXIMO)) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA,
          "'%s' = %d: se espera de 1 a %d; para no enviar nada, pause el servicio"
              .formatted(campo, valor, MAXIMO));
    }
  }
}
