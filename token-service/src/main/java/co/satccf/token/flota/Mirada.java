package co.satccf.token.flota;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the fleet knows of one ClientID and of the credentials of this replica.
 *
 * @param cierre why the Ministry is not called for this service whatever it holds, if so
 * @param huella fingerprint of the last token granted, whatever became of it
 * @param token the same, whether it still lives or not; none when SAT refused it
 * @param pausa why the Ministry is not asked, if so
 * @param hastaFinDeLaPausa never negative
 * @param rechazadaDesde since when the Ministry refuses these credentials, if it does
 * @param dudaPor how long nobody tries them, for they may be wrong; never negative
 */
public record Mirada(
    @Nullable String cierre,
    @Nullable String huella,
    @Nullable Guardado token,
    @Nullable String pausa,
    Duration hastaFinDeLaPausa,
    @Nullable Instant rechazadaDesde,
    Duration dudaPor) {}
