package co.satccf.sandbox.local;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BuzonTest {
  private final Buzon buzon = Buzon.abrir();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void cerrar() {
    buzon.close();
    http.close();
  }

  @Test
  void showsWhatArrivedWithItsFiles() throws Exception {
    // Given
    assertThat(pedir("/").body()).contains("Nada todavía");
    // When
    enviar("Conteo <semanal>", "<p>Año: 1.234</p>", "conteo.csv", "a;b");
    // Then
    assertThat(buzon.cartas())
        .singleElement()
        .satisfies(
            carta -> {
              assertThat(carta.asunto()).isEqualTo("Conteo <semanal>");
              assertThat(carta.para()).containsExactly("seguimiento@ministerio.example");
              assertThat(carta.html()).isEqualTo("<p>Año: 1.234</p>");
            });
    assertThat(pedir("/").body())
        .contains("Conteo &lt;semanal&gt;", "<a href=\"/1/conteo.csv\">")
        .doesNotContain("<semanal>");
    HttpResponse<String> texto = pedir("/1");
    assertThat(texto.body()).isEqualTo("<p>Año: 1.234</p>");
    assertThat(texto.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(regla -> assertThat(regla).startsWith("default-src 'none'"));
    assertThat(pedir("/1/conteo.csv").body()).isEqualTo("a;b");
  }

  @Test
  void whatItDoesNotHaveIsNotThere() throws Exception {
    for (String ruta : new String[] {"/1", "/0", "/x", "/99999999999", "/1/otro.csv"}) {
      assertThat(pedir(ruta).statusCode()).as(ruta).isEqualTo(404);
    }
  }

  private void enviar(String asunto, String html, String archivo, String contenido)
      throws Exception {
    Properties servidor = new Properties();
    servidor.put("mail.smtp.host", "127.0.0.1");
    servidor.put("mail.smtp.port", String.valueOf(buzon.puerto()));
    MimeMessage mensaje = new MimeMessage(Session.getInstance(servidor));
    mensaje.setFrom(new InternetAddress("sat@caja.example"));
    mensaje.setRecipient(
        Message.RecipientType.TO, new InternetAddress("seguimiento@ministerio.example"));
    mensaje.setSubject(asunto, StandardCharsets.UTF_8.name());
    MimeBodyPart texto = new MimeBodyPart();
    texto.setText(html, "utf-8", "html");
    MimeBodyPart adjunto = new MimeBodyPart();
    adjunto.setText(contenido, "utf-8", "csv");
    adjunto.setFileName(archivo);
    mensaje.setContent(new MimeMultipart(texto, adjunto));
    Transport.send(mensaje);
  }

  private HttpResponse<String> pedir(String ruta) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(buzon.url() + ruta)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
