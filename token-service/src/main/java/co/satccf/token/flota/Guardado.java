package co.satccf.token.flota;

import co.satccf.model.cifrado.Cifrado;
import java.time.Duration;

/**
 * A token as it is stored. Its times are lapses from the moment it was looked at, on the database's
 * clock; the last two are negative once they are over.
 *
 * @param huella first 16 hexadecimal digits of the token's SHA-256
 * @param edad since just before the request that brought it
 * @param hastaRenovar until a renewal is due
 * @param hastaFin until it is handed out no more
 */
public record Guardado(
    String huella, Cifrado cifrado, Duration edad, Duration hastaRenovar, Duration hastaFin) {}
