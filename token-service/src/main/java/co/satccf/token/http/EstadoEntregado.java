package co.satccf.token.http;

import co.satccf.model.entorno.Entorno;
import co.satccf.token.flota.EstadoDeCredencial;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is told of the user and password; never one of them. */
@RegisterForReflection
@Schema(description = "Qué se sabe del usuario y la contraseña montados en este entorno")
record EstadoEntregado(
    @Schema(description = "Entorno de esta copia", examples = "preproduccion") String entorno,
    @Schema(description = "SIN_PROBAR, ACEPTADA o RECHAZADA", examples = "ACEPTADA") String estado,
    @Schema(description = "Desde cuándo las usa alguna réplica") @Nullable Instant enUsoDesde,
    @Schema(description = "Última vez que el Ministerio entregó un token por ellas")
        @Nullable Instant ultimoExito,
    @Schema(description = "Última vez que el Ministerio las rechazó")
        @Nullable Instant ultimoRechazo) {

  static EstadoEntregado de(Entorno entorno, EstadoDeCredencial credencial) {
    String estado =
        credencial.rechazadaDesde() != null
            ? "RECHAZADA"
            : credencial.ultimoExito() != null ? "ACEPTADA" : "SIN_PROBAR";
    return new EstadoEntregado(
        entorno.valor(),
        estado,
        credencial.enUsoDesde(),
        credencial.ultimoExito(),
        credencial.ultimoRechazo());
  }
}
