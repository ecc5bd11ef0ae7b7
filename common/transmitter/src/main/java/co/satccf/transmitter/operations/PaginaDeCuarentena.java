package co.satccf.transmitter.operations;

import co.satccf.transmitter.cuarentena.Apartado;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Quarantined records in the order of their arrival. */
@Schema(description = "Una página de la cuarentena, en orden de llegada y sin los contenidos")
record PaginaDeCuarentena(
    List<Apartado> registros,
    @Schema(description = "Valor de 'despues' para la página siguiente; nulo en la última")
        @Nullable Long siguiente) {

  /** Takes up to one record more than the limit: it tells that a page follows. */
  static PaginaDeCuarentena de(List<Apartado> apartados, int limite) {
    List<Apartado> registros = apartados.stream().limit(limite).toList();
    return new PaginaDeCuarentena(
        registros, apartados.size() > limite ? registros.getLast().id() : null);
  }
}
