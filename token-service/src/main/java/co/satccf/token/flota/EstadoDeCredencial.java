package co.satccf.token.flota;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of the user and password that this replica has mounted.
 *
 * @param enUsoDesde first used by any replica
 * @param ultimoExito the Ministry granted a token for them
 * @param ultimoRechazo the Ministry refused them
 * @param rechazadaDesde the same, while it has not been undone by a success
 */
public record EstadoDeCredencial(
    @Nullable Instant enUsoDesde,
    @Nullable Instant ultimoExito,
    @Nullable Instant ultimoRechazo,
    @Nullable Instant rechazadaDesde) {}
