package co.satccf.transmitter.operations;

import co.satccf.model.huella.Sha256;
import co.satccf.transmitter.reception.Procedencia;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A quarantined record as it came: it may hold personal data, so nobody may keep the answer. */
@Schema(description = "El registro tal como llegó; puede traer datos personales")
record ContenidoApartado(
    long id,
    @Schema(description = "SHA-256 del contenido, en hexadecimal") String sha256,
    Bytes contenido,
    @Schema(description = "Las cabeceras de Kafka, por nombre") Map<String, Bytes> cabeceras) {

  /** Bytes, and the text they are if they are one. */
  @Schema(description = "Bytes, y el texto que son si son UTF-8")
  record Bytes(int bytes, String base64, @Nullable String texto) {

    static Bytes de(byte[] bytes) {
      return new Bytes(bytes.length, Base64.getEncoder().encodeToString(bytes), text(bytes));
    }

    private static @Nullable String text(byte[] bytes) {
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException notText) {
        return null;
      }
    }
  }

  static ContenidoApartado de(long id, Procedencia procedencia) {
    Map<String, Bytes> cabeceras = new TreeMap<>();
    procedencia.cabeceras().forEach((nombre, valor) -> cabeceras.put(nombre, Bytes.de(valor)));
    return new ContenidoApartado(
        id, Sha256.hex(procedencia.contenido()), Bytes.de(procedencia.contenido()), cabeceras);
  }
}
