package co.satccf.identidad;

import co.satccf.identidad.Negada.Causa;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The one place that says who asks and what that caller may do. */
@RequestScoped
public class Portero {

  private @Nullable Identidad identidad;

  void recibir(Identidad quien) {
    identidad = quien;
  }

  /** Who does what the audit will tell. */
  public Operador operador() {
    return new Operador(quien().sujeto());
  }

  /**
   * For what depends on what is asked for; every door asks for its {@link Requiere} by itself.
   *
   * @param cualquiera one of these is enough
   * @throws RuntimeException answered with 403 when the caller has none of them
   */
  public void exigir(Rol... cualquiera) {
    if (Arrays.stream(cualquiera).noneMatch(quien()::tiene)) {
      throw new Negada(Causa.SIN_ROL);
    }
  }

  /** Whether the caller may do what asks for this role. */
  public boolean puede(Rol rol) {
    return identidad != null && identidad.tiene(rol);
  }

  private Identidad quien() {
    return Objects.requireNonNull(identidad, "nobody has come in with this request");
  }
}
