package co.satccf.token.renewal;

import java.time.Duration;

/** There is no live token to hand out now. */
public final class SinToken extends Exception {

  private static final long serialVersionUID = 1L;
  private static final Duration MINIMO = Duration.ofSeconds(1);

  private final Codigo codigo;
  private final Duration reintentar;

  SinToken(Codigo codigo, Duration reintentar) {
    super(codigo.name(), null, false, false);
    this.codigo = codigo;
    this.reintentar = reintentar;
  }

  /** A person has to do something; nobody outside is called meanwhile. */
  static SinToken hastaQueSeAbra(Codigo codigo) {
    return new SinToken(codigo, Mirador.VOLVER_A_PREGUNTAR);
  }

  public Codigo codigo() {
    return codigo;
  }

  /** Whole seconds, at least one, after which asking again makes sense. */
  public long segundos() {
    Duration sana = reintentar.compareTo(MINIMO) < 0 ? MINIMO : reintentar;
    return sana.plusMillis(999).toSeconds();
  }
}
