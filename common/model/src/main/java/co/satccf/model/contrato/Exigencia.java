package co.satccf.model.contrato;

import java.util.function.Predicate;

/** When a field must, may or must not have a value. */
sealed interface Exigencia<R> {

  record Obligatorio<R>() implements Exigencia<R> {}

  record Opcional<R>() implements Exigencia<R> {}

  /**
   * @param cuando the reports that must have it
   * @param condicion the same in Spanish, after "obligatorio si"
   * @param vacioSiNo whether the others must leave it empty
   */
  record Condicional<R>(Predicate<R> cuando, String condicion, boolean vacioSiNo) implements Exigencia<R> {}

  /** May have a value only in the reports named. */
  record SoloSi<R>(Predicate<R> cuando, String condicion) implements Exigencia<R> {}
}
