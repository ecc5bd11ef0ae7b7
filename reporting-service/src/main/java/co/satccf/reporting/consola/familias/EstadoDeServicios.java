package co.satccf.reporting.consola.familias;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lets the SAT services of a family send, or holds them: its {@code GET /servicios}. */
@RegisterForReflection
public record EstadoDeServicios(
    Instant instante,
    String envio,
    @Nullable String restauracion,
    List<EstadoDelServicio> servicios) {

  public static final Direccion DONDE = Direccion.de("servicios");

  /** One SAT service. */
  @RegisterForReflection
  public record EstadoDelServicio(
      String servicio,
      Calendario cronograma,
      @Nullable Puerta puerta,
      @Nullable Pausa pausa,
      Freno freno,
      int cupo,
      Rango cupoConfigurado,
      @Nullable CupoFijado cupoFijado,
      long enVuelo) {}

  @RegisterForReflection
  public record Calendario(
      boolean configurado,
      boolean abierto,
      @Nullable Instant desde,
      @Nullable Instant hasta,
      List<Integer> clasesAbiertas) {}

  @RegisterForReflection
  public record Puerta(
      String codigo,
      @Nullable String motivo,
      @Nullable Instant desde,
      @Nullable Instant hasta,
      boolean enPrueba) {}

  @RegisterForReflection
  public record Pausa(@Nullable String motivo, String quien, @Nullable Instant desde) {}

  /** The glosa brake, as the replica that answers has counted. */
  @RegisterForReflection
  public record Freno(boolean pauso, int ventana, int umbral, int respuestas) {}

  /** Between what the limit finds itself. */
  @RegisterForReflection
  public record Rango(int piso, int techo) {}

  /** What an administrator has set over it. */
  @RegisterForReflection
  public record CupoFijado(
      @Nullable Integer piso,
      @Nullable Integer techo,
      @Nullable String motivo,
      @Nullable String quien,
      @Nullable Instant desde) {}
}
