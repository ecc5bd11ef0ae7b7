package co.satccf.sandbox.ministerio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TokenTest extends EscenarioDelMinisterio {
  private static final Servicio SERVICIO = Servicio.ESTADO_PAGO_EMPLEADOR;

  @Test
  void givesABearerTokenOfTwentyMinutes() throws IOException {
    // When
    Caja.Vuelta vuelta = caja.pedirToken(Caja.formulario(SERVICIO.clientId()));

    // Then
    assertThat(vuelta.estado()).isEqualTo(200);
    assertThat(vuelta.campos()).containsExactly("access_token", "token_type", "expires_in");
    assertThat(vuelta.json().path("token_type").asText()).isEqualTo("bearer");
    assertThat(vuelta.json().path("expires_in").asInt()).isEqualTo(1199);
  }

  @ParameterizedTest
  @CsvSource({
    "username, 900000002, invalid_grant",
    "password, otra, invalid_grant",
    "client_id, 00000000000000000000000000000000, invalid_client",
    "grant_type, client_credentials, unsupported_grant_type",
  })
  void refusesAWrongFieldInOauthShape(String campo, String valor, String error) throws IOException {
    // Given
    Map<String, String> campos = Caja.formulario(SERVICIO.clientId());
    campos.put(campo, valor);

    // When
    Caja.Vuelta vuelta = caja.pedirToken(campos);

    // Then
    assertThat(vuelta.estado()).isEqualTo(400);
    assertThat(vuelta.json().path("error").asText()).isEqualTo(error);
    assertThat(vuelta.json().path("error_description").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(Servicio.class)
  void bindsATokenToTheServiceOfItsClientId(Servicio servicio) throws IOException {
    // Given
    String token = caja.token(servicio);

    for (Servicio llamado : Servicio.values()) {
      // When
      Caja.Vuelta vuelta = caja.reportar(llamado, "bearer " + token, new byte[0]);

      // Then: a good token gets as far as the unreadable body.
      assertThat(vuelta.estado()).isEqualTo(llamado == servicio ? 400 : 401);
      assertThat(vuelta.json().path("Message").asText()).isNotEmpty();
    }
    assertThat(control.resumen().servicios().values())
        .extracting(ResumenDelMinisterio.DelServicio::tokenAjeno)
        .containsOnly(0L, 1L);
  }

  @Test
  void takesTheSchemeInAnyCase() throws IOException {
    String token = caja.token(SERVICIO);
    for (String esquema : new String[] {"bearer", "Bearer", "BEARER"}) {
      assertThat(caja.reportar(SERVICIO, esquema + " " + token, new byte[0]).estado())
          .isEqualTo(400);
    }
  }

  @Test
  void refusesMissingForeignAndForgottenTokens() throws IOException {
    assertThat(caja.reportar(SERVICIO, null, new byte[0]).estado()).isEqualTo(401);
    assertThat(caja.reportar(SERVICIO, "bearer inventado", new byte[0]).estado()).isEqualTo(401);
    assertThat(caja.reportar(SERVICIO, "Basic YTpi", new byte[0]).estado()).isEqualTo(401);
    assertThat(delServicio().tokenDesconocido()).isEqualTo(3);
    assertThat(delServicio().sinProcesar()).isEqualTo(3);
  }

  @Test
  void holdsATokenForItsLifeAndNotLonger() throws IOException {
    // Given
    control.modo(Map.of("vidaDelTokenSegundos", 30));
    String token = caja.token(SERVICIO);

    // When / Then
    reloj.avanzar(Duration.ofSeconds(29));
    assertThat(caja.reportar(SERVICIO, "bearer " + token, new byte[0]).estado()).isEqualTo(400);
    reloj.avanzar(Duration.ofSeconds(1));
    assertThat(caja.reportar(SERVICIO, "bearer " + token, new byte[0]).estado()).isEqualTo(401);
    assertThat(delServicio().tokenVencido()).isEqualTo(1);
  }

  @Test
  void keepsOlderTokensUnlessTheModeRevokesThem() throws IOException {
    // Given
    String primero = caja.token(SERVICIO);
    caja.token(SERVICIO);
    assertThat(caja.reportar(SERVICIO, "bearer " + primero, new byte[0]).estado()).isEqualTo(400);

    // When
    control.modo(Map.of("tokenNuevoRevocaAnterior", true));
    String ultimo = caja.token(SERVICIO);

    // Then
    assertThat(caja.reportar(SERVICIO, "bearer " + primero, new byte[0]).estado()).isEqualTo(401);
    assertThat(caja.reportar(SERVICIO, "bearer " + ultimo, new byte[0]).estado()).isEqualTo(400);
  }

  @Test
  void revokesOnCommandOneServiceOrAll() throws IOException {
    // Given
    Servicio otro = Servicio.DESAFILIACION;
    String suyo = caja.token(SERVICIO);
    String ajeno = caja.token(otro);

    // When / Then
    control.revocarTokens(SERVICIO.nombre());
    assertThat(caja.reportar(SERVICIO, "bearer " + suyo, new byte[0]).estado()).isEqualTo(401);
    assertThat(caja.reportar(otro, "bearer " + ajeno, new byte[0]).estado()).isEqualTo(400);
    control.revocarTokens();
    assertThat(caja.reportar(otro, "bearer " + ajeno, new byte[0]).estado()).isEqualTo(401);
  }

  @Test
  void countsRequestsByClientAndTokensGiven() throws IOException {
    // Given
    caja.token(SERVICIO);
    caja.token(SERVICIO);
    caja.token(Servicio.DESAFILIACION);
    caja.pedirToken(Map.of("client_id", SERVICIO.clientId()));

    // When
    ResumenDelMinisterio resumen = control.resumen();

    // Then
    assertThat(resumen.tokensPedidos()).isEqualTo(4);
    assertThat(resumen.tokensEntregados()).isEqualTo(3);
    assertThat(resumen.tokensPorCliente())
        .containsOnly(
            Map.entry(SERVICIO.clientId(), 3L), Map.entry(Servicio.DESAFILIACION.clientId(), 1L));
  }

  @Test
  void givesEachServiceAClientIdOf32LowercaseHexDigits() {
    assertThat(ClientesSat.porServicio()).hasSize(7);
    assertThat(ClientesSat.porServicio().values())
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[0-9a-f]{32}"));
  }

  @Test
  void writesTheTokensFingerprintIntoTheLedger() throws Exception {
    // Given
    String token = caja.token(SERVICIO);

    // When
    caja.reportar(SERVICIO, "bearer " + token, new byte[0]);

    // Then
    byte[] sha =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(token.getBytes(StandardCharsets.UTF_8));
    assertThat(control.libro())
        .singleElement()
        .satisfies(
            entrada -> {
              assertThat(entrada.huella())
                  .isEqualTo(java.util.HexFormat.of().formatHex(sha).substring(0, 16));
              assertThat(entrada.clientId()).isEqualTo(SERVICIO.clientId());
            });
  }

  private ResumenDelMinisterio.DelServicio delServicio() {
    return java.util.Objects.requireNonNull(control.resumen().servicios().get(SERVICIO.nombre()));
  }
}
