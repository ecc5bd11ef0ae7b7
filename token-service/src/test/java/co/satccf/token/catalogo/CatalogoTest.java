package co.satccf.token.catalogo;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.model.ServicioSat.ESTADO_PAGO_EMPLEADOR;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.ServicioSat;
import co.satccf.sandbox.identidad.IdentidadDePrueba;
import co.satccf.token.flota.UltimoUso;
import co.satccf.token.prueba.Llamada;
import co.satccf.token.prueba.Llamada.Resultado;
import co.satccf.token.prueba.MinisterioResource;
import co.satccf.token.prueba.TokenServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CatalogoTest extends TokenServiceTest {

  private static final String RUTA = "/catalogo/Desafiliacion";
  private static final String OTRO =
      """
      {"nombre":"ResponderSolicitud","operacion":"POST","direccion":"https://min.example/r",
       "clientId":"cliente-de-otro","asignado":true,"documentacion":"https://min.example/swagger"}""";

  @Inject UltimoUso ultimosUsos;

  @BeforeEach
  void nobodyHasUsedAny() {
    ultimosUsos.anotar();
    filas().ejecutar("update servicio set ultimo_uso = null");
  }

  @Test
  void hasTheSevenWithAddressClientIdLastTokenAndLastUse() {
    // Given
    String pedido = reloj.instant().toString();
    String huella = Llamada.token(DESAFILIACION).huella();
    ultimosUsos.anotar();

    // When
    Resultado todos = Llamada.get("/catalogo");

    // Then
    List<JsonObject> servicios =
        todos.cuerpo().getJsonArray("servicios").stream().map(JsonObject.class::cast).toList();
    assertThat(servicios)
        .extracting(servicio -> servicio.getString("nombre"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ServicioSat.values()).map(ServicioSat::nombre).toList());
    assertThat(servicios)
        .filteredOn(servicio -> servicio.getString("nombre").equals("Desafiliacion"))
        .singleElement()
        .satisfies(
            suyo -> {
              assertThat(suyo.getString("operacion")).isEqualTo("POST");
              assertThat(suyo.getString("direccion"))
                  .isEqualTo(ministerio().url() + "/ReportarDesafiliacion");
              assertThat(suyo.getString("clientId"))
                  .isEqualTo(MinisterioResource.clientId(DESAFILIACION));
              assertThat(suyo.getBoolean("asignado")).isTrue();
              assertThat(suyo.getBoolean("transmitido")).isTrue();
              assertThat(suyo.getJsonObject("ultimoToken").getString("huella")).isEqualTo(huella);
              assertThat(suyo.getJsonObject("ultimoToken").getString("pedido")).isEqualTo(pedido);
              assertThat(suyo.getString("ultimoUso")).isEqualTo(pedido);
            });
    assertThat(servicios)
        .filteredOn(servicio -> servicio.getString("nombre").equals("EstadoPagoEmpleador"))
        .singleElement()
        .satisfies(
            suyo -> {
              assertThat(suyo.getJsonObject("ultimoToken")).isNull();
              assertThat(suyo.getString("ultimoUso")).isNull();
            });
    assertThat(todos.respuesta().body()).doesNotContain("token-secreto");
    assertThat(todos.cabecera("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void writesTheLastUseBesideTheRequestsAndNeverAnOlderOne() {
    // Given
    Llamada.token(DESAFILIACION);
    reloj.avanzar(Duration.ofSeconds(59));
    Llamada.token(DESAFILIACION);
    String visto = reloj.instant().toString();
    assertThat(ultimoUso()).isNull();

    // When
    reloj.avanzar(Duration.ofSeconds(1));
    ultimosUsos.anotar();

    // Then
    assertThat(ultimoUso()).isEqualTo(visto);

    // When another replica has written a later one
    Llamada.token(DESAFILIACION);
    filas().ejecutar("update servicio set ultimo_uso = ahora() + interval '1 second'");
    ultimosUsos.anotar();

    // Then
    assertThat(ultimoUso()).isEqualTo(reloj.instant().plusSeconds(1).toString());
  }

  @Test
  void aClientIdThatWasMovedToAnotherServiceIsShownOnceAndThere() {
    // Given tokens, one of the time when its ClientID was the other service's
    Llamada.token(DESAFILIACION);
    String huella = Llamada.token(ESTADO_PAGO_EMPLEADOR).huella();
    filas().ejecutar("update token set servicio = 'Desafiliacion'");

    // When
    Resultado todos = Llamada.get("/catalogo");

    // Then
    assertThat(todos.cuerpo().getJsonArray("servicios")).hasSize(ServicioSat.values().length);
    assertThat(
            Llamada.get("/catalogo/EstadoPagoEmpleador")
                .cuerpo()
                .getJsonObject("ultimoToken")
                .getString("huella"))
        .isEqualTo(huella);
  }

  @Test
  void aServiceThatIsNotAssignedIsNeverCalledUntilItIs() {
    // Given a live token
    String huella = Llamada.token(DESAFILIACION).huella();
    asignar(false);
    int antes = peticiones();

    for (Duration lapso : List.of(Duration.ZERO, Duration.ofHours(1))) {
      reloj.avanzar(lapso);
      // When
      Resultado pedido = Llamada.token(DESAFILIACION);
      Resultado rechazo = Llamada.rechazo(DESAFILIACION, huella);
      Resultado prueba = Llamada.post("/credenciales/prueba?servicio=Desafiliacion", "", "Ana");

      // Then
      assertThat(List.of(pedido, rechazo))
          .allSatisfy(
              negado -> {
                assertThat(negado.estado()).isEqualTo(503);
                assertThat(negado.codigo()).isEqualTo("SERVICIO_NO_ASIGNADO");
                assertThat(negado.retryAfter()).isEqualTo(Duration.ofMinutes(1));
                assertThat(negado.respuesta().body()).doesNotContain("token-secreto");
              });
      assertThat(prueba.estado()).isEqualTo(409);
      assertThat(prueba.codigo()).isEqualTo("SERVICIO_NO_ASIGNADO");
    }
    assertThat(peticiones()).isEqualTo(antes);
    assertThat(Llamada.get("/q/health").respuesta().body())
        .contains("\"Desafiliacion\": \"SERVICIO_NO_ASIGNADO\"");
    assertThat(Llamada.token(ESTADO_PAGO_EMPLEADOR).estado()).isEqualTo(200);

    // When it is assigned again
    asignar(true);

    // Then
    assertThat(Llamada.token(DESAFILIACION).estado()).isEqualTo(200);
    assertThat(filas().auditoria())
        .contains(
            IdentidadDePrueba.QUIEN + "|SERVICIO_CAMBIADO|127.0.0.1|Desafiliacion: no asignado",
            IdentidadDePrueba.QUIEN + "|SERVICIO_CAMBIADO|127.0.0.1|Desafiliacion: asignado");
  }

  @Test
  void takesOtherServicesForTheRecord() {
    // When
    Resultado nuevo = Llamada.post("/catalogo", OTRO);
    Resultado repetido = Llamada.post("/catalogo", OTRO);
    Resultado mismoCliente =
        Llamada.post("/catalogo", OTRO.replace("ResponderSolicitud", "Consultar"));
    Resultado clienteDeLosSiete =
        Llamada.post(
            "/catalogo",
            OTRO.replace("ResponderSolicitud", "Consultar")
                .replace("cliente-de-otro", MinisterioResource.clientId(DESAFILIACION)));

    // Then
    assertThat(nuevo.estado()).isEqualTo(201);
    assertThat(nuevo.etiqueta()).isEqualTo("\"1\"");
    assertThat(nuevo.cuerpo().getBoolean("transmitido")).isFalse();
    assertThat(nuevo.cuerpo().getString("direccion")).isEqualTo("https://min.example/r");
    assertThat(nuevo.cuerpo().getString("documentacion")).isEqualTo("https://min.example/swagger");
    assertThat(List.of(repetido, mismoCliente, clienteDeLosSiete))
        .allSatisfy(
            negado -> {
              assertThat(negado.estado()).isEqualTo(409);
              assertThat(negado.codigo()).isEqualTo("YA_EXISTE");
            });
    assertThat(Llamada.token(DESAFILIACION).estado()).isEqualTo(200);
    assertThat(peticiones()).isEqualTo(1);

    // When
    Resultado cambiado =
        Llamada.cambiar(
            "PUT", "/catalogo/ResponderSolicitud", nuevo.etiqueta(), "{\"asignado\":false}");
    Resultado atrasado =
        Llamada.cambiar(
            "PUT", "/catalogo/ResponderSolicitud", nuevo.etiqueta(), "{\"asignado\":true}");
    Resultado quitado =
        Llamada.cambiar("DELETE", "/catalogo/ResponderSolicitud", cambiado.etiqueta(), "");

    // Then
    assertThat(cambiado.cuerpo().getBoolean("asignado")).isFalse();
    assertThat(atrasado.estado()).isEqualTo(412);
    assertThat(atrasado.detalle()).contains("versión 1").contains("es la 2");
    assertThat(quitado.estado()).isEqualTo(204);
    assertThat(Llamada.get("/catalogo/ResponderSolicitud").estado()).isEqualTo(404);
    assertThat(filas().auditoria())
        .filteredOn(asiento -> asiento.contains("SERVICIO_"))
        .containsExactly(
            IdentidadDePrueba.QUIEN + "|SERVICIO_AGREGADO|127.0.0.1|ResponderSolicitud: asignado",
            IdentidadDePrueba.QUIEN
                + "|SERVICIO_CAMBIADO|127.0.0.1|ResponderSolicitud: no asignado",
            IdentidadDePrueba.QUIEN + "|SERVICIO_QUITADO|127.0.0.1|ResponderSolicitud");
  }

  @Test
  void whatTheConfigurationSaysOfTheSevenIsNotChangedHere() {
    // Given
    String etiqueta = Llamada.get(RUTA).etiqueta();

    // When
    List<Resultado> negados =
        List.of(
            Llamada.cambiar(
                "PUT", RUTA, etiqueta, "{\"asignado\":true,\"direccion\":\"https://a.example\"}"),
            Llamada.cambiar("PUT", RUTA, etiqueta, "{\"asignado\":true,\"clientId\":\"otro\"}"),
            Llamada.cambiar("DELETE", RUTA, etiqueta, ""));

    // Then
    assertThat(negados)
        .allSatisfy(
            negado -> {
              assertThat(negado.estado()).isEqualTo(409);
              assertThat(negado.codigo()).isEqualTo("NO_PERMITIDO");
              assertThat(negado.detalle()).contains("Desafiliacion");
            });
    assertThat(Llamada.get(RUTA).etiqueta()).isEqualTo(etiqueta);
    assertThat(filas().auditoria()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | asignado",
        "{\"asignado\":\"tal vez\"} | asignado",
        "{\"asignado\":true,\"documentacion\":\"http://a.example\"} | documentacion",
        "{\"asignado\":true,\"documentacion\":\"https://u:c@a.example\"} | documentacion",
        "{\"asignado\":true,\"operacion\":\"BORRAR\"} | operacion",
        "{\"asignado\":true,\"clientId\":\"a\\u0000\"} | clientId",
      })
  void refusesWhatCannotBeRightNamingTheField(String cuerpo, String campo) {
    // When
    Resultado negado = Llamada.cambiar("PUT", RUTA, Llamada.get(RUTA).etiqueta(), cuerpo);

    // Then
    assertThat(negado.estado()).isEqualTo(400);
    assertThat(negado.detalle()).contains(campo);
    assertThat(negado.cabecera("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void nobodyOverwritesWhatTheyHaveNotSeen() {
    assertThat(Llamada.cambiar("PUT", RUTA, "", "{\"asignado\":false}").estado()).isEqualTo(428);
    assertThat(Llamada.cambiar("PUT", RUTA, "*", "{\"asignado\":false}").estado()).isEqualTo(400);
    assertThat(Llamada.cambiar("DELETE", RUTA, "\"7\"", "").estado()).isEqualTo(412);
    assertThat(Llamada.token(DESAFILIACION).estado()).isEqualTo(200);
  }

  private static void asignar(boolean asignado) {
    Resultado cambiado =
        Llamada.cambiar(
            "PUT", RUTA, Llamada.get(RUTA).etiqueta(), "{\"asignado\":%s}".formatted(asignado));
    assertThat(cambiado.estado()).isEqualTo(200);
    assertThat(cambiado.cuerpo().getBoolean("asignado")).isEqualTo(asignado);
  }

  private static String ultimoUso() {
    return Llamada.get(RUTA).cuerpo().getString("ultimoUso");
  }
}
