package co.satccf.transmitter.operations;

import co.satccf.transmitter.correccion.Bandeja;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Corrections in the order of their arrival. */
@Schema(description = "Una página de correcciones, en orden de llegada")
record PaginaDeCorrecciones(
    List<Bandeja.Fila> correcciones,
    @Schema(description = "Valor de 'despues' para la página siguiente; nulo en la última")
        @Nullable Long siguiente) {}
