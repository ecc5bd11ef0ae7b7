package co.satccf.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.erp.ErpSintetico;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import co.satccf.sandbox.local.Corrida;
import co.satccf.sandbox.local.OpcionesDePlataforma;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import co.satccf.sandbox.ministerio.ClientesSat;
import co.satccf.sandbox.ministerio.Falla;
import co.satccf.sandbox.ministerio.Fallas;
import co.satccf.sandbox.ministerio.Latencia;
import co.satccf.sandbox.ministerio.ResumenDelMinisterio;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A wrong ClientID and a wrong password at the Ministry, through the whole platform: nobody
 * hammers, reports stay ready, the services say why, and one alert is raised.
 */
class CredencialesTest {

  private static final String TOKENS = "/tokens/Desafiliacion";
  private static final Path RAIZ =
      Path.of(System.getProperty("sat.raiz", "../..")).toAbsolutePath().normalize();
  private static final Path REGISTROS =
      RAIZ.resolve("testing/acceptance/target/registros/credenciales");
  private static final String AJENO = "ffffffffffffffffffffffffffffffff";
  private static final Duration PAUSA_DEL_CLIENTE = Duration.ofSeconds(3);
  private static final Duration SIN_AVANCE = Duration.ofSeconds(8);
  private static final OpcionesDePlataforma BUENAS =
      OpcionesDePlataforma.en(RAIZ).conRegistros(REGISTROS);

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void holdsTheReportsAndSaysWhyUntilTheCredentialsAreRight() throws Exception {
    OpcionesDePlataforma clienteMalo =
        BUENAS
            .con(ServicioSuite.TOKEN, "sat.clientes.InicioRelacionLaboral", AJENO)
            .con(ServicioSuite.TOKEN, "sat.renovacion.pausa-cliente", PAUSA_DEL_CLIENTE.toString());
    try (Plataforma plataforma = Plataforma.iniciar(clienteMalo, aviso -> {})) {
      Corrida corrida = new Corrida(plataforma, System.out, false, SIN_AVANCE);

      // When one ClientID is wrong
      Instant antes = Instant.now();
      Corrida.Veredicto sinCliente =
          corrida.correr(RegistroAMano.todos().stream().map(RegistroAMano::linea).toList());
      // Then that service waits and the others send
      nothingLost(sinCliente);
      assertThat(servicio(sinCliente, "InicioRelacionLaboral", "aceptados")).isZero();
      assertThat(servicio(sinCliente, "InicioRelacionLaboral", "enEspera"))
          .isGreaterThanOrEqualTo(3);
      assertThat(servicio(sinCliente, "AfiliacionPrimeraVez", "enEspera")).isZero();
      assertThat(servicio(sinCliente, "EstadoPagoEmpleador", "enEspera")).isZero();
      saysWhy(plataforma, ServicioSuite.RELACION_LABORAL, "CLIENTE_RECHAZADO", antes);
      ResumenDelMinisterio ministerio = plataforma.control().resumen();
      long pausas = Duration.between(antes, Instant.now()).dividedBy(PAUSA_DEL_CLIENTE);
      assertThat(ministerio.tokensPorCliente().get(AJENO)).isBetween(1L, pausas + 1);
      assertThat(alerts(ServicioSuite.RELACION_LABORAL, "event=gate_closed")).isOne();

      // When it is put right
      plataforma.reiniciar(ServicioSuite.TOKEN, BUENAS);
      // Then everything goes
      assertThat(corrida.correr(List.of()).bien()).isTrue();

      // When the Ministry takes back the tokens and the password is no longer the right one
      antes = Instant.now();
      plataforma.montaje().credencial(ClientesSat.USUARIO, "caducada-hace-poco");
      plataforma.control().revocarTokens();
      long pedidos = plataforma.control().resumen().tokensPedidos();
      Map<String, Long> aceptados = accepted(plataforma);
      Corrida.Veredicto sinClave = corrida.correr(ErpSintetico.lineas(200, 3));
      // Then nothing is sent and nothing is lost
      nothingLost(sinClave);
      assertThat(accepted(plataforma)).isEqualTo(aceptados);
      assertThat(servicio(sinClave, "AfiliacionPrimeraVez", "enEspera")).isPositive();
      assertThat(servicio(sinClave, "EstadoPagoEmpleador", "enEspera")).isPositive();
      // and the password was tried once, so that the account is not locked
      assertThat(plataforma.control().resumen().tokensPedidos()).isEqualTo(pedidos + 1);
      for (ServicioSuite transmisor : List.of(ServicioSuite.AFILIACION, ServicioSuite.NOVEDADES)) {
        saysWhy(plataforma, transmisor, "CREDENCIAL_RECHAZADA", antes);
      }
      // and there is one alert, which names the cause
      assertThat(alerts(ServicioSuite.TOKEN, "event=credential_refused alert=true")).isOne();
      assertThat(plataforma.metrica(ServicioSuite.TOKEN.modulo(), "sat_credencial_rechazada"))
          .hasValue(1);
      assertThat(get(plataforma, ServicioSuite.TOKEN, "/q/health/ready").toString())
          .contains("CREDENCIAL_RECHAZADA");
      assertThat(Files.readString(REGISTROS.resolve("token-service.log")))
          .doesNotContain("caducada-hace-poco");

      // and another replica does not try it again
      String otra = plataforma.replica(ServicioSuite.TOKEN);
      String afiliacion = plataforma.token(ServicioSuite.AFILIACION);
      assertThat(pedir(plataforma.direccion(otra).resolve(TOKENS), afiliacion).statusCode())
          .isEqualTo(503);
      assertThat(plataforma.control().resumen().tokensPedidos()).isEqualTo(pedidos + 1);

      // When the right one is mounted
      plataforma.montaje().credencial(ClientesSat.USUARIO, ClientesSat.CLAVE);
      // Then it takes effect without a restart
      assertThat(
              pedir(plataforma.direccion(ServicioSuite.TOKEN).resolve(TOKENS), afiliacion)
                  .statusCode())
          .isEqualTo(200);
      assertThat(plataforma.metrica(ServicioSuite.TOKEN.modulo(), "sat_credencial_rechazada"))
          .hasValue(0);
    }
  }

  @Test
  void aReplicaThatIsStoppedStoresTheTokenThatItHasAskedFor() throws Exception {
    // Given a Ministry that takes its time, and a caller that does not
    OpcionesDePlataforma impaciente =
        BUENAS
            .soloCon(Set.of(ServicioSuite.TOKEN))
            .con(ServicioSuite.TOKEN, "sat.renovacion.espera", "PT0.1S");
    try (Plataforma plataforma = Plataforma.iniciar(impaciente, aviso -> {})) {
      plataforma
          .control()
          .fallas(
              new Fallas(
                  null, Map.of(Falla.TOKEN, Latencia.fija(3_000)), null, null, null, null, null));
      String afiliacion = plataforma.token(ServicioSuite.AFILIACION);
      URI tokens = plataforma.direccion(ServicioSuite.TOKEN).resolve(TOKENS);
      assertThat(pedir(tokens, afiliacion).statusCode()).isEqualTo(503);

      // When its only replica is stopped meanwhile
      plataforma.detener(ServicioSuite.TOKEN.modulo());

      // Then the next one has the token, and the fleet's door is free
      plataforma.revivir(ServicioSuite.TOKEN.modulo());
      plataforma.esperarListo(ServicioSuite.TOKEN.modulo());
      assertThat(pedir(tokens, afiliacion).statusCode()).isEqualTo(200);
      assertThat(plataforma.control().resumen().tokensPedidos()).isOne();
    }
  }

  private static void nothingLost(Corrida.Veredicto veredicto) {
    assertThat(veredicto.perdidos()).isZero();
    assertThat(veredicto.dobles()).isZero();
    assertThat(veredicto.resumen().path("inciertos").asInt()).isZero();
    assertThat(veredicto.resumen().path("porConfirmar").asInt()).isZero();
    assertThat(veredicto.bien()).as("nobody calls this settled").isFalse();
  }

  /** {@code GET /servicios} names the cause, since when, and until when. */
  private void saysWhy(Plataforma plataforma, ServicioSuite servicio, String codigo, Instant desde)
      throws IOException, InterruptedException {
    JsonNode servicios = get(plataforma, servicio, "/servicios").path("servicios");
    assertThat(servicios)
        .as("%s: %s", servicio, servicios)
        .anySatisfy(
            s -> {
              JsonNode puerta = s.path("puerta");
              assertThat(puerta.path("codigo").asText()).isEqualTo(codigo);
              assertThat(puerta.path("motivo").asText()).isNotBlank();
              assertThat(Instant.parse(puerta.path("desde").asText()))
                  .isBetween(desde.minusSeconds(1), Instant.now().plusSeconds(1));
              assertThat(Instant.parse(puerta.path("hasta").asText())).isAfter(desde);
            });
  }

  private HttpResponse<String> pedir(URI uri, String token)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode get(Plataforma plataforma, ServicioSuite servicio, String ruta)
      throws IOException, InterruptedException {
    URI de =
        ruta.startsWith("/q/")
            ? plataforma.gestion(servicio.modulo())
            : plataforma.direccion(servicio);
    HttpResponse<String> respuesta =
        pedir(de.resolve(ruta), plataforma.token(UsuarioDeArena.CONSULTA));
    assertThat(respuesta.statusCode()).as(ruta).isEqualTo(200);
    return RegistroAMano.leer(respuesta.body());
  }

  private static long alerts(ServicioSuite servicio, String evento) throws IOException {
    return Files.readAllLines(REGISTROS.resolve(servicio.modulo() + ".log")).stream()
        .filter(linea -> linea.contains(evento))
        .count();
  }

  private static int servicio(Corrida.Veredicto veredicto, String nombre, String cuenta) {
    return veredicto.resumen().path("servicios").path(nombre).path(cuenta).asInt();
  }

  private static Map<String, Long> accepted(Plataforma plataforma) {
    Map<String, Long> aceptados = new HashMap<>();
    plataforma
        .control()
        .resumen()
        .servicios()
        .forEach((servicio, cuentas) -> aceptados.put(servicio, cuentas.aceptados()));
    return aceptados;
  }
}
