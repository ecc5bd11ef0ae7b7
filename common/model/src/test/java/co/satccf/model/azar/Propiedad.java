package co.satccf.model.azar;

import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.jspecify.annotations.Nullable;

/**
 * Holds a property against random values. The seed is printed and the same unless {@code
 * -Dazar.semilla} says another; {@code -Dazar.factor} multiplies the tries. jqwik makes the values
 * and shrinks one that breaks the property; its own engine does not run on JUnit 6.
 */
public final class Propiedad {
  private static final long SEMILLA = Long.getLong("azar.semilla", 20_261_121L);
  private static final int FACTOR = Integer.getInteger("azar.factor", 1);
  private static final int ENCOGIDAS = 300;

  private Propiedad() {}

  /**
   * @param propiedad throws for a value that breaks it
   * @throws AssertionError that tells the seed and the smallest value found that breaks it
   */
  public static <T> void paraTodo(
      String nombre, int veces, Arbitrary<T> valores, Consumer<T> propiedad) {
    System.out.printf("%s: azar.semilla=%d, %d values%n", nombre, SEMILLA, veces * FACTOR);
    JqwikSession.run(
        () -> {
          var azar = new Random(SEMILLA);
          var generador = valores.generator(1_000, true);
          for (int i = 0; i < veces * FACTOR; i++) {
            revisar(nombre, i, generador.next(azar), propiedad);
          }
        });
  }

  private static <T> void revisar(
      String nombre, int cual, Shrinkable<T> valor, Consumer<T> propiedad) {
    var falla = falla(valor, propiedad);
    if (falla == null) {
      return;
    }
    var menor = valor;
    for (int i = 0; i < ENCOGIDAS; i++) {
      var mas = menor.shrink().filter(candidato -> falla(candidato, propiedad) != null).findFirst();
      if (mas.isEmpty()) {
        break;
      }
      menor = mas.get();
    }
    throw new AssertionError(
        "%s: value %d of azar.semilla=%d: %s".formatted(nombre, cual, SEMILLA, menor.value()),
        falla(menor, propiedad));
  }

  private static <T> @Nullable Throwable falla(Shrinkable<T> valor, Consumer<T> propiedad) {
    try {
      propiedad.accept(valor.value());
      return null;
    } catch (RuntimeException | Error rota) {
      return rota;
    }
  }
}
