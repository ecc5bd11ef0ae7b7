package co.satccf.sandbox.local;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The mailbox of the local platform: a real SMTP server on loopback that takes mail for anybody,
 * and pages that show what arrived. Kept in memory.
 */
public final class Buzon implements AutoCloseable {
  private static final long ARRANQUE_MS = 60_000;

  private static final DateTimeFormatter HORA =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("America/Bogota"));

  private static final String PAGINA =
      """
      <!DOCTYPE html>
      <html lang="es">
      <head><meta charset="utf-8"><title>Buzón · arena de sat-ccf</title></head>
      <body>
      <h1>Correo que llegó</h1>
      %s
      </body>
      </html>
      """;

  private final GreenMail correo;
  private final HttpServer paginas;

  private Buzon() {
    ServerSetup smtp = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    smtp.setServerStartupTimeout(ARRANQUE_MS);
    this.correo = new GreenMail(smtp);
    try {
      this.paginas =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Buzon abrir() {
    Buzon buzon = new Buzon();
    buzon.correo.start();
    buzon.paginas.createContext("/", buzon::responder);
    buzon.paginas.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    buzon.paginas.start();
    return buzon;
  }

  /** Where mail is delivered: SMTP, without TLS. */
  int puerto() {
    return correo.getSmtp().getPort();
  }

  /** Where a person looks at it. */
  public String url() {
    return "http://127.0.0.1:" + paginas.getAddress().getPort();
  }

  /** What arrived, oldest first; once for each recipient. */
  public List<Carta> cartas() {
    return Arrays.stream(correo.getReceivedMessages()).map(Carta::de).toList();
  }

  @Override
  public void close() {
    paginas.stop(0);
    correo.stop();
  }

  /** {@code /}, {@code /<number>} (its text) and {@code /<number>/<attachment>}. */
  private void responder(HttpExchange pedido) throws IOException {
    try (pedido) {
      String[] ruta = pedido.getRequestURI().getPath().split("/", 3);
      List<Carta> cartas = cartas();
      if (ruta[1].isEmpty()) {
        enviar(pedido, "text/html; charset=utf-8", bytes(indice(cartas)));
        return;
      }
      int numero = ruta[1].matches("\\d{1,6}") ? Integer.parseInt(ruta[1]) : 0;
      if (numero < 1 || numero > cartas.size()) {
        pedido.sendResponseHeaders(404, -1);
        return;
      }
      Carta carta = cartas.get(numero - 1);
      if (ruta.length < 3) {
        enviar(pedido, "text/html; charset=utf-8", bytes(carta.html()));
        return;
      }
      Carta.Adjunto adjunto = carta.adjuntos().get(ruta[2]);
      if (adjunto == null) {
        pedido.sendResponseHeaders(404, -1);
      } else {
        pedido.getResponseHeaders().add("Content-Disposition", "attachment");
        enviar(pedido, adjunto.tipo().replaceAll("\\s+", " "), adjunto.contenido());
      }
    }
  }

  private static void enviar(HttpExchange pedido, String tipo, byte[] cuerpo) throws IOException {
    pedido.getResponseHeaders().add("Content-Type", tipo);
    // What a mail brings along may look as it likes, and do nothing.
    pedido
        .getResponseHeaders()
        .add("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    pedido.sendResponseHeaders(200, cuerpo.length == 0 ? -1 : cuerpo.length);
    pedido.getResponseBody().write(cuerpo);
  }

  private static String indice(List<Carta> cartas) {
    if (cartas.isEmpty()) {
      return PAGINA.formatted("<p>Nada todavía. Apruebe un informe en la consola.</p>");
    }
    return PAGINA.formatted(
        IntStream.rangeClosed(1, cartas.size())
            .mapToObj(numero -> renglon(numero, cartas.get(numero - 1)))
            .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>")));
  }

  private static String renglon(int numero, Carta carta) {
    String adjuntos =
        carta.adjuntos().keySet().stream()
            .map(
                nombre ->
                    "<a href=\"/%d/%s\">%s</a>"
                        .formatted(numero, inofensivo(nombre), inofensivo(nombre)))
            .collect(Collectors.joining(", "));
    return "<li>%s, para %s: <a href=\"/%d\">%s</a>. Adjuntos: %s</li>"
        .formatted(
            HORA.format(carta.llegada()),
            inofensivo(String.join(", ", carta.para())),
            numero,
            inofensivo(carta.asunto()),
            adjuntos.isEmpty() ? "ninguno" : adjuntos);
  }

  private static byte[] bytes(String texto) {
    return texto.getBytes(StandardCharsets.UTF_8);
  }

  private static String inofensivo(String texto) {
    return texto
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
