package co.satccf.reporting.consola.reportes;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.satccf.reporting.problema.SolicitudIncorrecta;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page of a search ends and the next one begins. */
record Marca(Instant recibido, String servicio, String radicado) {

  private static final int PARTES = 3;

  static Marca de(Hallado ultimo) {
    return new Marca(ultimo.recibido(), ultimo.servicio(), ultimo.radicado());
  }

  /** For an address. */
  String texto() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString("%s %s %s".formatted(recibido, servicio, radicado).getBytes(UTF_8));
  }

  /**
   * @throws SolicitudIncorrecta when it is none of ours
   */
  static @Nullable Marca leer(@Nullable String texto) {
    if (texto == null || texto.isBlank()) {
      return null;
    }
    try {
      var partes = new String(Base64.getUrlDecoder().decode(texto), UTF_8).split(" ", PARTES);
      if (partes.length == PARTES) {
        return new Marca(Instant.parse(partes[0]), partes[1], partes[2]);
      }
    } catch (IllegalArgumentException | DateTimeException none) {
      // Told below.
    }
    throw new SolicitudIncorrecta("despues", texto, "no es una página de esta búsqueda");
  }
}
