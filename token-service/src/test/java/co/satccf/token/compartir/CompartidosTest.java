package co.satccf.token.compartir;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.identidad.IdentidadDePrueba;
import co.satccf.token.prueba.Llamada;
import co.satccf.token.prueba.Llamada.Resultado;
import co.satccf.token.prueba.Montaje;
import co.satccf.token.prueba.Registro;
import co.satccf.token.prueba.TokenServiceTest;
import co.satccf.token.sellado.Resellado;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CompartidosTest extends TokenServiceTest {

  private static final String RUTA = "/compartidos/Notificaciones";
  private static final String CLAVE = "la-clave-compartida ñ";
  private static final String SECRETO = "el-secreto-del-cliente";
  private static final String LLAVE = llave();

  @Inject Resellado resellado;

  @Test
  void theTwoFormsAreSavedApartAndAreCompleteTogether() {
    // When
    Resultado primero = Llamada.cambiar("PUT", RUTA + "/datos", "", datos().encode());
    String guardado = reloj.instant().toString();
    reloj.avanzar(Duration.ofHours(1));
    Resultado segundo =
        Llamada.cambiar("PUT", RUTA + "/oauth", primero.etiqueta(), oauth().encode());

    // Then
    assertThat(primero.estado()).isEqualTo(200);
    assertThat(primero.cuerpo().getBoolean("completo")).isFalse();
    assertThat(primero.cuerpo().getJsonObject("oauth")).isNull();
    assertThat(segundo.cuerpo().getBoolean("completo")).isTrue();
    assertThat(segundo.etiqueta()).isEqualTo("\"2\"");
    JsonObject datos = Llamada.get(RUTA).cuerpo().getJsonObject("datos");
    assertThat(datos.getString("descripcion")).isEqualTo("Recibe novedades");
    assertThat(datos.getString("url")).isEqualTo("https://servicios.ccf.example/novedades");
    assertThat(datos.getString("operacion")).isEqualTo("POST");
    assertThat(datos.getString("ejemplo")).isEqualTo("{\n  \"codigo\": 1\n}");
    assertThat(datos.getJsonObject("llavePublica").getString("tipo"))
        .isEqualTo("Llave RSA de 2048 bits");
    assertThat(datos.getJsonObject("llavePublica").getString("pem")).isEqualTo(LLAVE);
    assertThat(datos.getString("desde")).isEqualTo(guardado);
    assertThat(filas().auditoria())
        .containsExactly(
            IdentidadDePrueba.QUIEN + "|COMPARTIDO_GUARDADO|127.0.0.1|Notificaciones: datos",
            IdentidadDePrueba.QUIEN
                + "|COMPARTIDO_GUARDADO|127.0.0.1|Notificaciones: oauth, clave, client secret");
  }

  @Test
  void passwordAndSecretAreSealedAndComeBackNowhere() {
    try (Registro registro = new Registro()) {
      // When
      Resultado nuevo = Llamada.cambiar("PUT", RUTA + "/oauth", "", oauth().encode());
      List<Resultado> dichos =
          List.of(
              nuevo,
              Llamada.get(RUTA),
              Llamada.get("/compartidos"),
              Llamada.cambiar("PUT", RUTA + "/oauth", "\"9\"", oauth().encode()),
              Llamada.cambiar(
                  "PUT", RUTA + "/oauth", nuevo.etiqueta(), oauth().put("url", "x").encode()),
              Llamada.cambiar("PUT", RUTA + "/oauth", nuevo.etiqueta(), oauth().encode() + "}x"),
              Llamada.get("/auditoria"));

      // Then
      assertThat(nuevo.estado()).isEqualTo(200);
      assertThat(dichos)
          .allSatisfy(
              dicho ->
                  assertThat(dicho.respuesta().body())
                      .doesNotContain(CLAVE)
                      .doesNotContain(SECRETO));
      assertThat(filas().crudo("compartido"))
          .contains("Notificaciones")
          .doesNotContain(CLAVE)
          .doesNotContain("la-clave")
          .doesNotContain(SECRETO);
      assertThat(filas().columna("select t::text from auditoria t"))
          .isNotEmpty()
          .noneMatch(fila -> fila.contains(CLAVE) || fila.contains(SECRETO));
      assertThat(registro.lineas())
          .noneMatch(linea -> linea.contains("la-clave") || linea.contains(SECRETO));
    }
  }

  @Test
  void tellsSinceWhenTheyAreSetAndKeepsThoseThatAreNotSentAgain() {
    // Given
    String etiqueta = Llamada.cambiar("PUT", RUTA + "/oauth", "", oauth().encode()).etiqueta();
    String primera = reloj.instant().toString();
    reloj.avanzar(Duration.ofDays(1));

    // When only the password is new
    JsonObject otra = oauth().put("clave", "otra-clave");
    otra.remove("clientSecret");
    Resultado cambiado = Llamada.cambiar("PUT", RUTA + "/oauth", etiqueta, otra.encode());

    // Then
    JsonObject oauth = cambiado.cuerpo().getJsonObject("oauth");
    assertThat(oauth.getString("claveDesde")).isEqualTo(reloj.instant().toString());
    assertThat(oauth.getString("clientSecretDesde")).isEqualTo(primera);
    assertThat(filas().auditoria().getLast()).endsWith("Notificaciones: oauth, clave");
  }

  @Test
  void theyMustBeSetOnce() {
    // When
    JsonObject sinSecreto = oauth();
    sinSecreto.remove("clientSecret");
    Resultado negado = Llamada.cambiar("PUT", RUTA + "/oauth", "", sinSecreto.encode());

    // Then
    assertThat(negado.estado()).isEqualTo(400);
    assertThat(negado.detalle()).contains("clientSecret").doesNotContain(CLAVE);
    assertThat(Llamada.get(RUTA).estado()).isEqualTo(404);
  }

  @Test
  void aKeyThatRotatesTakesThemAlong() {
    // Given
    String etiqueta = Llamada.cambiar("PUT", RUTA + "/oauth", "", oauth().encode()).etiqueta();
    assertThat(filas().columna("select clave from compartido")).containsExactly("k1");

    // When
    Montaje.DEL_SERVICIO.llavero("actual = k2\n" + Montaje.CLAVES);
    resellado.todo();
    Montaje.DEL_SERVICIO.llavero("actual = k2\nk2 = " + "2".repeat(64));

    // Then: the one that is kept can still be opened
    assertThat(filas().columna("select clave from compartido")).containsExactly("k2");
    JsonObject sinSecreto = oauth();
    sinSecreto.remove("clientSecret");
    assertThat(Llamada.cambiar("PUT", RUTA + "/oauth", etiqueta, sinSecreto.encode()).estado())
        .isEqualTo(200);
  }

  @Test
  void aRowUnderAKeyThatIsNotThereSaysSo() {
    // Given
    String etiqueta = Llamada.cambiar("PUT", RUTA + "/oauth", "", oauth().encode()).etiqueta();
    Montaje.DEL_SERVICIO.llavero("actual = k3\nk3 = " + "3".repeat(64));
    JsonObject sinSecreto = oauth();
    sinSecreto.remove("clientSecret");

    // When
    resellado.todo();
    Resultado negado = Llamada.cambiar("PUT", RUTA + "/oauth", etiqueta, sinSecreto.encode());

    // Then
    assertThat(negado.estado()).isEqualTo(503);
    assertThat(negado.codigo()).isEqualTo("DATOS_ILEGIBLES");
    assertThat(negado.detalle()).contains("k1");
    assertThat(filas().columna("select clave from compartido")).containsExactly("k1");
  }

  @Test
  void nobodyOverwritesWhatTheyHaveNotSeen() {
    // Given
    String etiqueta = Llamada.cambiar("PUT", RUTA + "/datos", "", datos().encode()).etiqueta();

    // Then
    assertThat(Llamada.cambiar("PUT", RUTA + "/datos", "", datos().encode()).estado())
        .isEqualTo(428);
    assertThat(Llamada.cambiar("PUT", RUTA + "/oauth", "\"7\"", oauth().encode()).estado())
        .isEqualTo(412);
    assertThat(Llamada.cambiar("DELETE", RUTA, "\"7\"", "").estado()).isEqualTo(412);
    assertThat(Llamada.cambiar("DELETE", RUTA, etiqueta, "").estado()).isEqualTo(204);
    assertThat(Llamada.cambiar("PUT", RUTA + "/datos", etiqueta, datos().encode()).estado())
        .isEqualTo(404);
    assertThat(filas().auditoria().getLast()).contains("|COMPARTIDO_QUITADO|");
  }

  @Test
  void aPrivateKeyIsRefusedAndKeptNowhere() {
    // Given
    String privada = "-----BEGIN PRIVATE KEY-----\nTUlJRXZR\n-----END PRIVATE KEY-----";

    // When
    Resultado negado =
        Llamada.cambiar("PUT", RUTA + "/datos", "", datos().put("llavePublica", privada).encode());

    // Then
    assertThat(negado.estado()).isEqualTo(400);
    assertThat(negado.detalle()).contains("llavePublica").contains("clave privada");
    assertThat(negado.respuesta().body()).doesNotContain("TUlJRXZR");
    assertThat(filas().columna("select nombre from compartido")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "descripcion, ''",
    "url, http://servicios.ccf.example",
    "url, https://u:c@servicios.ccf.example",
    "url, https:///ruta",
    "url, https://servicios.ccf.example:70000",
    "operacion, TRACE",
    "llavePublica, ninguna",
    "llavePublica, -----BEGIN PUBLIC KEY-----QUJD-----END PUBLIC KEY-----",
    "ejemplo, ' '",
  })
  void refusesWhatCannotBeRightNamingTheField(String campo, String valor) {
    // When
    Resultado negado =
        Llamada.cambiar("PUT", RUTA + "/datos", "", datos().put(campo, valor).encode());

    // Then
    assertThat(negado.estado()).isEqualTo(400);
    assertThat(negado.codigo()).isEqualTo("DATO_INVALIDO");
    assertThat(negado.detalle()).startsWith(campo + ": ");
  }

  @Test
  void looksAtAnAddressAndDoesNotCallInternalOnes() throws Exception {
    // Given
    try (ServidorTls servidor = ServidorTls.mudo()) {
      JsonObject interna = datos().put("url", servidor.url("localhost").toString());
      Llamada.cambiar("PUT", RUTA + "/datos", "", interna.encode());

      // When
      Resultado dicho = Llamada.post(RUTA + "/datos/verificacion", "");

      // Then
      assertThat(dicho.estado()).isEqualTo(200);
      assertThat(dicho.cuerpo().getString("resultado")).isEqualTo("DIRECCION_INTERNA");
      assertThat(servidor.conexiones()).isEmpty();
      assertThat(Llamada.post(RUTA + "/oauth/verificacion", "").estado()).isEqualTo(404);
      assertThat(filas().auditoria().getLast())
          .isEqualTo(
              IdentidadDePrueba.QUIEN
                  + "|COMPARTIDO_VERIFICADO|127.0.0.1|Notificaciones: datos, DIRECCION_INTERNA");
    }
  }

  private static JsonObject datos() {
    return new JsonObject()
        .put("descripcion", "Recibe novedades")
        .put("url", "https://servicios.ccf.example/novedades")
        .put("operacion", "POST")
        .put("llavePublica", "pegado de un correo:\r\n" + LLAVE.replace("\n", "\r\n"))
        .put("ejemplo", "{\n  \"codigo\": 1\n}");
  }

  private static JsonObject oauth() {
    return new JsonObject()
        .put("nombreDelToken", "token-de-la-caja")
        .put("url", "https://servicios.ccf.example/token")
        .put("usuario", "ministerio")
        .put("clave", CLAVE)
        .put("clientId", "cliente-del-ministerio")
        .put("clientSecret", SECRETO)
        .put("scope", "novedades");
  }

  private static String llave() {
    try {
      KeyPairGenerator generador = KeyPairGenerator.getInstance("RSA");
      generador.initialize(2_048);
      return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
          .formatted(
              Base64.getMimeEncoder(64, new byte[] {'\n'})
                  .encodeToString(generador.generateKeyPair().getPublic().getEncoded()));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
