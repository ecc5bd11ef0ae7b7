package co.satccf.reporting.consola.familias;

import co.satccf.model.estado.Bloqueo;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/** What a family counts at this instant: the part of its {@code GET /conteos} that pages show. */
@RegisterForReflection
public record ConteosDeAhora(
    Map<String, DelServicio> servicios, long cuarentenaAbierta, Correcciones correcciones) {

  @RegisterForReflection
  public record DelServicio(
      long listos,
      Map<Bloqueo, Long> bloqueados,
      long enVuelo,
      long glosados,
      long inciertos,
      long porConfirmar,
      Terminos terminos) {}

  @RegisterForReflection
  public record Terminos(long vencidos, long porVencer) {}

  @RegisterForReflection
  public record Correcciones(long enBandeja) {}

  public static final Direccion DONDE = Direccion.de("conteos");
}
