package co.satccf.transmitter.problem;

import co.satccf.model.contrato.Glosa;
import java.util.List;

/** A request that is answered with an error; its message is for the caller and in Spanish. */
public final class Rechazo extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Falla falla;
  private final transient List<Glosa> glosas;

  public Rechazo(Falla falla, String detalle) {
    this(falla, detalle, List.of());
  }

  /**
   * @param glosas what breaks the contract, for a caller that shows each at its field
   */
  public Rechazo(Falla falla, String detalle, List<Glosa> glosas) {
    super(detalle);
    this.falla = falla;
    this.glosas = glosas;
  }

  Problema problema() {
    return Problema.de(falla, String.valueOf(getMessage())).con(glosas);
  }
}
