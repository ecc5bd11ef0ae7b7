package co.satccf.reporting.cargas;

/** Another look at the same upload counts now: this one writes nothing any more. */
final class Relevada extends Exception {

  private static final long serialVersionUID = 1L;

  Relevada() {
    super(null, null, false, false);
  }
}
