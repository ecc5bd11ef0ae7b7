package co.satccf.reporting.consola.cargas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.satccf.reporting.Resultados;
import co.satccf.reporting.consola.Navegador;
import co.satccf.reporting.consola.VecinosFalsos;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CargasPaginaTest {

  private static final String HECHO =
      """
      {"type":"co.satccf.novedades.estado-pago.v1","radicado":"77","data":{"empleador":{"documento":{"tipo":"NI","numero":"900000001"}},"estadoPago":"9"}}""";

  private static final String GLOSADO =
      """
      {"linea":1,"resultado":"GLOSADO","servicio":"EstadoPagoEmpleador","radicado":"77","glosas":[{"campo":"estadoPago","codigo":"LOC03","mensaje":"No es un estado de pago"}]}
      """;

  @TestHTTPResource("/")
  URI base;

  @Inject Resultados resultados;
  private VecinosFalsos vecinos;

  @BeforeEach
  void open() throws Exception {
    vecinos = new VecinosFalsos().con("POST /novedades/validaciones", GLOSADO);
  }

  @AfterEach
  void close() {
    vecinos.close();
  }

  @Test
  void takesAFileAndShowsWhatIsWrongInIt() {
    // Given
    var luz = Navegador.como(UsuarioDeArena.OPERADOR, base);
    // When
    var subido = subir(luz, luz.csrf(), "<b>mi</b>archivo.ndjson", HECHO.getBytes(UTF_8));
    // Then
    assertThat(subido.statusCode()).isEqualTo(201);
    var ruta = subido.headers().firstValue("Location").orElseThrow();
    assertThat(ruta).startsWith("/consola/cargas/");
    await().atMost(Duration.ofSeconds(30)).until(() -> luz.get(ruta).body().contains("Revisada"));
    assertThat(luz.get(ruta).body())
        .contains("Incumple el contrato")
        .contains("No es un estado de pago")
        .doesNotContain("900000001")
        .doesNotContain("Publicar 0");
    assertThat(luz.get("/consola/cargas").body())
        .doesNotContain("<b>")
        .contains("&gt;archivo.ndjson");
    assertThat(vecinos.cambios())
        .singleElement()
        .satisfies(pedido -> assertThat(pedido.autorizacion()).startsWith("Bearer ey"));
    // When
    luz.post(ruta + "/cancelacion", Map.of());
    // Then
    assertThat(luz.get(ruta).body()).contains("Cancelada").doesNotContain("Revisar otra vez");
    assertThat(luz.get(ruta + "/avance").body()).startsWith("<div").doesNotContain("latido");
  }

  @Test
  void tellsInAPageWhatIsWrongWithAFile() {
    var luz = Navegador.como(UsuarioDeArena.OPERADOR, base);
    var libro = subir(luz, luz.csrf(), "hoja.csv", new byte[] {'P', 'K', 3, 4, 0});
    assertThat(libro.statusCode()).isEqualTo(400);
    assertThat(libro.body()).contains("es un libro de Excel").contains("role=\"alert\"");
  }

  @Test
  void takesNothingWithoutTheTokenOfThePageNorFromWhoMayOnlyLook() {
    var luz = Navegador.como(UsuarioDeArena.OPERADOR, base);
    assertThat(subir(luz, "otro", "a.ndjson", HECHO.getBytes(UTF_8)).statusCode()).isEqualTo(403);
    var leo = Navegador.como(UsuarioDeArena.CONSULTA, base);
    assertThat(subir(leo, leo.csrf(), "a.ndjson", HECHO.getBytes(UTF_8)).statusCode())
        .isEqualTo(403);
    assertThat(leo.get("/consola/cargas").body()).doesNotContain("data-carga");
    assertThat(vecinos.pedidos()).isEmpty();
  }

  @Test
  void staysOnThePageOfFindingsThatIsLookedAt() {
    // Given
    var id =
        resultados
            .consultar(
                """
                INSERT INTO carga (nombre, estado, creada_por, huella)
                VALUES ('rezago.ndjson', 'REVISANDO', 'luz', 'f') RETURNING id""")
            .getFirst();
    var leo = Navegador.como(UsuarioDeArena.CONSULTA, base);
    // When
    var primera = leo.get("/consola/cargas/" + id).body();
    var otra = leo.get("/consola/cargas/" + id + "?errados=true&despues=100").body();
    // Then
    assertThat(seRenueva(primera)).isEqualTo("/consola/cargas/" + id + "/avance?errados=false");
    assertThat(seRenueva(otra))
        .isEqualTo("/consola/cargas/" + id + "/avance?errados=true&despues=100");
    assertThat(leo.get(seRenueva(primera)).statusCode()).isEqualTo(200);
    assertThat(leo.get(seRenueva(otra)).statusCode()).isEqualTo(200);
  }

  private static String seRenueva(String pagina) {
    var direccion = Pattern.compile("hx-get=\"([^\"]+)\"").matcher(pagina);
    assertThat(direccion.find()).isTrue();
    return direccion.group(1).replace("&amp;", "&");
  }

  @Test
  void givesTheSheetsToFillIn() {
    var leo = Navegador.como(UsuarioDeArena.CONSULTA, base);
    assertThat(leo.get("/consola/cargas/plantillas/co.satccf.afiliacion.desafiliacion.v1").body())
        .contains("radicado;")
        .contains("empleador.documento.numero");
  }

  private HttpResponse<String> subir(Navegador quien, String csrf, String nombre, byte[] archivo) {
    return quien.enviar(
        HttpRequest.newBuilder(
                base.resolve(
                    "/consola/cargas/archivo?tipo=&nombre=" + URLEncoder.encode(nombre, UTF_8)))
            .header("Content-Type", "application/octet-stream")
            .header("X-CSRF-TOKEN", csrf)
            .header("HX-Request", "true")
            .POST(HttpRequest.BodyPublishers.ofByteArray(archivo)));
  }
}
