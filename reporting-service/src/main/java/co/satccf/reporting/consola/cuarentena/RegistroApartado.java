package co.satccf.reporting.consola.cuarentena;

import co.satccf.model.Familia;
import co.satccf.reporting.consola.familias.Direccion;
import co.satccf.reporting.consola.familias.Suite;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record that a family service could not place, as it tells it: without its content. */
@RegisterForReflection
public record RegistroApartado(
    long id,
    String topico,
    int particion,
    long posicion,
    @Nullable String eventoSource,
    @Nullable String eventoId,
    List<Motivo> motivos,
    int bytes,
    Instant instante,
    String estado,
    @Nullable String desenlace,
    @Nullable String servicio,
    @Nullable String radicado) {

  /** Why; never a value of the record. */
  @RegisterForReflection
  public record Motivo(String codigo, String mensaje) {}

  /** Some of them. */
  @RegisterForReflection
  public record Pagina(List<RegistroApartado> registros, @Nullable Long siguiente) {}

  /** As it came; it may hold personal data. */
  @RegisterForReflection
  public record Contenido(String sha256, Bytes contenido) {
    @Override
    public String toString() {
      return "Contenido[%s]".formatted(sha256);
    }
  }

  /**
   * Its bytes.
   *
   * @param texto null when they are no UTF-8
   */
  @RegisterForReflection
  public record Bytes(int bytes, String base64, @Nullable String texto) {
    @Override
    public String toString() {
      return "Bytes[%d]".formatted(bytes);
    }
  }

  public boolean abierto() {
    return estado.equals("ABIERTA");
  }

  static Direccion donde(long id) {
    return Direccion.de("cuarentena", String.valueOf(id));
  }

  static Direccion donde(long id, String que) {
    return Direccion.de("cuarentena", String.valueOf(id), que);
  }

  /** Its page. */
  static String camino(Familia familia, long id) {
    return "/consola/cuarentena/%s/%d".formatted(Suite.enRuta(familia), id);
  }
}
