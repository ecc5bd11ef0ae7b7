package co.satccf.sandbox.local;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An e-mail that arrived.
 *
 * @param html its text as a page; empty when it has none
 * @param adjuntos the attached files, by name
 */
public record Carta(
    Instant llegada,
    String de,
    List<String> para,
    String asunto,
    String html,
    Map<String, Adjunto> adjuntos) {

  /**
   * @param tipo as the sender declared it
   */
  public record Adjunto(String tipo, byte[] contenido) {}

  static Carta de(MimeMessage mensaje) {
    Map<String, Adjunto> adjuntos = new LinkedHashMap<>();
    StringBuilder html = new StringBuilder();
    try {
      leer(mensaje, html, adjuntos);
      return new Carta(
          mensaje.getReceivedDate().toInstant(),
          Arrays.toString(mensaje.getFrom()).replaceAll("^\\[|]$", ""),
          Arrays.stream(mensaje.getAllRecipients()).map(Object::toString).toList(),
          Objects.requireNonNullElse(mensaje.getSubject(), ""),
          html.toString(),
          adjuntos);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void leer(Part parte, StringBuilder html, Map<String, Adjunto> adjuntos)
      throws MessagingException, IOException {
    String nombre = parte.getFileName();
    if (parte.getContent() instanceof Multipart partes) {
      for (int i = 0; i < partes.getCount(); i++) {
        BodyPart una = partes.getBodyPart(i);
        leer(una, html, adjuntos);
      }
    } else if (nombre != null) {
      byte[] contenido = parte.getInputStream().readAllBytes();
      adjuntos.put(nombre, new Adjunto(parte.getContentType(), contenido));
    } else if (parte.isMimeType("text/html")) {
      html.append(new String(parte.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
