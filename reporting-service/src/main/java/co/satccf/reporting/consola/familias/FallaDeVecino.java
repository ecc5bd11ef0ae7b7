package co.satccf.reporting.consola.familias;

import co.satccf.reporting.problema.Problema;
import java.util.List;

/** Another service refused, or did not answer; the problem is for the person at the page. */
public final class FallaDeVecino extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problema problema;
  private final transient List<GlosaDicha> glosas;

  FallaDeVecino(Problema problema) {
    this(problema, List.of());
  }

  FallaDeVecino(Problema problema, List<GlosaDicha> glosas) {
    super(problema.codigo(), null, false, false);
    this.problema = problema;
    this.glosas = glosas;
  }

  public Problema problema() {
    return problema;
  }

  /** What breaks the contract, field by field, when that is why it refused. */
  public List<GlosaDicha> glosas() {
    return glosas;
  }
}
