package co.satccf.reporting.consola.mn82;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.reporting.consola.Navegador;
import co.satccf.reporting.consola.VecinosFalsos;
import co.satccf.reporting.consola.VecinosFalsos.Pedido;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class Mn82PaginaTest {

  private static final String PERSONA =
      "\"persona\":{\"tipoDocumento\":\"CC\",\"numeroDocumento\":\"123456\",\"nombres\":\"Eva\",\"apellidos\":\"Díaz\",\"correo\":null}";

  @TestHTTPResource("/")
  URI base;

  private VecinosFalsos vecinos;

  @BeforeEach
  void open() throws Exception {
    vecinos =
        new VecinosFalsos()
            .con(
                "GET /tokens/catalogo",
                """
                {"servicios":[{"nombre":"Desafiliacion","operacion":"POST","direccion":"https://sat.example/x","clientId":"abc","asignado":true,"transmitido":true,"documentacion":null,"ultimoToken":{"pedido":"2026-11-21T10:00:00Z","huella":"9f86"},"ultimoUso":null,"version":3},
                {"nombre":"Otro","operacion":null,"direccion":null,"clientId":null,"asignado":false,"transmitido":false,"documentacion":"https://doc.example/","ultimoToken":null,"ultimoUso":null,"version":1}]}""")
            .con(
                "GET /tokens/credenciales",
                """
                {"entorno":"preproduccion","estado":"ACEPTADA","enUsoDesde":"2026-11-01T10:00:00Z","ultimoExito":"2026-11-21T10:00:00Z","ultimoRechazo":null}""")
            .con(
                "GET /tokens/terminos/versiones",
                """
                {"versiones":[{"version":2,"texto":"Lo que <dice> el portal","publicado":"2026-11-20T10:00:00Z","publicadoPor":"Ana","aceptado":null,"aceptadoPor":null,"aceptadoDesde":null},
                {"version":1,"texto":"Antes","publicado":"2026-11-01T10:00:00Z","publicadoPor":"sistema","aceptado":"2026-11-02T10:00:00Z","aceptadoPor":"Ana","aceptadoDesde":"10.0.0.1"}]}""")
            .con(
                "POST /tokens/credenciales/prueba",
                "{\"servicio\":\"Desafiliacion\",\"resultado\":\"CREDENCIAL_RECHAZADA\"}")
            .con("POST /tokens/terminos/aceptacion", "{}")
            .con("PUT /tokens/catalogo/Desafiliacion", "{}")
            .con(
                "GET /tokens/compartidos",
                """
                {"compartidos":[{"nombre":"Notificaciones","completo":false,"datos":{"descripcion":"Avisos","url":"https://ccf.example/n","operacion":"POST","llavePublica":{"tipo":"Llave RSA","huella":"aa","hasta":null,"pem":"PEM"},"ejemplo":"{}","desde":"2026-11-21T10:00:00Z"},"oauth":null,"version":4}]}""")
            .con("PUT /tokens/compartidos/Notificaciones/oauth", "{}")
            .con(
                "POST /tokens/compartidos/Notificaciones/datos/verificacion",
                """
                {"url":"https://ccf.example/n","instante":"2026-11-21T10:00:00Z","resultado":"NO_CONECTA","detalle":"Nadie acepta la conexión","protocolo":null,"cadena":[]}""")
            .con(
                "GET /tokens/acreditacion",
                """
                {"completa":false,"personas":[{"id":"6b1f2c6e-0000-4000-8000-000000000001","rol":"DELEGADO",%s,
                "pasos":[{"paso":"CIUDADANO_REGISTRADO","descripcion":"Se registra","dia":"2026-11-20"},{"paso":"ROL_REGISTRADO","descripcion":"Lo registran","dia":null}],"completo":false,"version":7}],
                "faltan":[{"rol":"REPRESENTANTE_LEGAL","persona":null,"paso":null,"descripcion":"Falta quien sea representante legal"}],
                "cambio":{%s,"iniciado":"2026-11-21T10:00:00Z","pasos":[{"paso":"ACTUALIZACION_SOLICITADA","descripcion":"Usa la opción","lleva":["RUT"],"dia":null}],"completo":false,"version":2}}"""
                    .formatted(PERSONA, PERSONA))
            .con("PUT /tokens/acreditacion/personas/6b1f2c6e-0000-4000-8000-000000000001", "{}")
            .con("PUT /tokens/acreditacion/cambio/pasos/ACTUALIZACION_SOLICITADA", "{}");
  }

  @AfterEach
  void close() {
    vecinos.close();
  }

  @Test
  void showsTheCatalogueTheCredentialsAndTheTerms() {
    assertThat(Navegador.como(UsuarioDeArena.CONSULTA, base).get("/consola/mn82").body())
        .contains("Desafiliacion", "Asignado", "9f86", "preproduccion", "Aceptadas", "Sin aceptar")
        .contains("Nadie ha aceptado la versión 2")
        .contains("&lt;dice&gt;")
        .doesNotContain("<form")
        .doesNotContain("/consola/mn82/acreditacion");
  }

  @Test
  void changesWhatAnAdministratorHasSeen() {
    // Given
    var ana = Navegador.como(UsuarioDeArena.ADMINISTRADOR, base);
    // When
    var probada =
        ana.post("/consola/mn82/credenciales/prueba", Map.of("servicio", "Desafiliacion"));
    ana.post("/consola/mn82/terminos/aceptacion", Map.of("version", "2"));
    ana.post("/consola/mn82/catalogo/Desafiliacion", Map.of("version", "3", "documentacion", ""));
    // Then
    assertThat(probada.body()).contains("El Ministerio las rechazó");
    assertThat(vecinos.cambios())
        .extracting(Pedido::que)
        .containsExactly(
            "POST /tokens/credenciales/prueba",
            "POST /tokens/terminos/aceptacion",
            "PUT /tokens/catalogo/Desafiliacion");
    assertThat(vecinos.cambios().getFirst().consulta()).isEqualTo("servicio=Desafiliacion");
    assertThat(vecinos.cambios().getLast())
        .satisfies(
            pedido -> {
              assertThat(pedido.ifMatch()).isEqualTo("\"3\"");
              assertThat(pedido.cuerpo()).contains("\"asignado\":false");
            });
  }

  @Test
  void sharesAServiceAndLooksWhetherItAnswers() {
    // Given
    var ana = Navegador.como(UsuarioDeArena.ADMINISTRADOR, base);
    assertThat(ana.get("/consola/mn82/compartidos").body())
        .contains("Notificaciones", "Falta un formulario", "Avisos", "PEM");
    // When
    ana.post(
        "/consola/mn82/compartidos/oauth",
        Map.of(
            "nombre",
            "Notificaciones",
            "version",
            "4",
            "url",
            "https://ccf.example/t",
            "clave",
            ""));
    // Then
    assertThat(vecinos.cambios().getFirst().cuerpo()).contains("\"clave\":null");
    assertThat(vecinos.cambios().getFirst().ifMatch()).isEqualTo("\"4\"");
    assertThat(
            ana.post("/consola/mn82/compartidos/Notificaciones/datos/verificacion", Map.of())
                .body())
        .contains("Nadie acepta la conexión");
  }

  @Test
  void givesNoSecretBackWhenTokenServiceIsAway() {
    // Given
    vecinos.con("PUT /tokens/compartidos/Notificaciones/oauth", 503, "");
    // When
    var pagina =
        Navegador.como(UsuarioDeArena.ADMINISTRADOR, base)
            .post(
                "/consola/mn82/compartidos/oauth",
                Map.of("nombre", "Notificaciones", "version", "4", "clave", "muy-secreta-91"));
    // Then
    assertThat(pagina.statusCode()).isGreaterThan(500);
    assertThat(pagina.body()).doesNotContain("muy-secreta-91");
  }

  @Test
  void leadsThroughTheAccreditation() {
    // Given
    var ana = Navegador.como(UsuarioDeArena.ADMINISTRADOR, base);
    assertThat(ana.get("/consola/mn82/acreditacion").body())
        .contains("Representante legal: Falta quien sea representante legal")
        .contains("Delegado: Eva Díaz")
        .contains("value=\"2026-11-20\"")
        .contains("Usa la opción", "RUT", "Desistir");
    // When
    ana.post(
        "/consola/mn82/acreditacion/personas/6b1f2c6e-0000-4000-8000-000000000001",
        Map.of(
            "version",
            "7",
            "tipoDocumento",
            "CC",
            "numeroDocumento",
            "123456",
            "nombres",
            "Eva",
            "apellidos",
            "Díaz",
            "rolRegistrado",
            "2026-11-21"));
    ana.post(
        "/consola/mn82/acreditacion/cambio/pasos/ACTUALIZACION_SOLICITADA",
        Map.of("version", "2", "dia", "2026-11-21"));
    // Then
    assertThat(vecinos.cambios().getFirst().cuerpo())
        .contains("\"rolRegistrado\":\"2026-11-21\"", "\"nombres\":\"Eva\"");
    assertThat(vecinos.cambios().getLast())
        .satisfies(
            pedido -> {
              assertThat(pedido.ifMatch()).isEqualTo("\"2\"");
              assertThat(pedido.cuerpo()).isEqualTo("{\"dia\":\"2026-11-21\"}");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"/consola/mn82/compartidos", "/consola/mn82/acreditacion"})
  void showsPersonsAndSharedServicesToAdministratorsAlone(String ruta) {
    assertThat(Navegador.como(UsuarioDeArena.OPERADOR, base).get(ruta).statusCode()).isEqualTo(403);
    assertThat(vecinos.pedidos()).isEmpty();
  }
}
