package co.satccf.token.acreditacion;

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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Persons here are synthetic. */
@QuarkusTest
class AcreditacionTest extends TokenServiceTest {

  private static final String PERSONAS = "/acreditacion/personas";
  private static final String CAMBIO = "/acreditacion/cambio";
  private static final List<String> DATOS =
      List.of("1030987654", "Zoraida", "Quiñónez", "zoraida@ccf.example");

  @Inject Resellado resellado;

  @Test
  void tellsWhoIsMissingAndWhichStepsUntilAllIsDone() {
    // Given nobody
    JsonObject vacia = Llamada.get("/acreditacion").cuerpo();
    assertThat(vacia.getBoolean("completa")).isFalse();
    assertThat(faltan(vacia))
        .containsExactly(
            "Falta quien sea representante legal",
            "Falta quien sea delegado",
            "Falta quien sea autorizado");

    // When
    Resultado representante =
        agregar(
            pedido("REPRESENTANTE_LEGAL", "1030000001")
                .put("ciudadanoRegistrado", "2026-11-02")
                .put("rolRegistrado", "2026-11-03"));
    Resultado delegado =
        agregar(pedido("DELEGADO", "1030000002").put("ciudadanoRegistrado", "2026-11-04"));
    Resultado autorizado = agregar(pedido("AUTORIZADO", "1030000003"));

    // Then
    assertThat(representante.estado()).isEqualTo(201);
    assertThat(representante.cuerpo().getBoolean("completo")).isTrue();
    assertThat(delegado.cuerpo().getBoolean("completo")).isFalse();
    assertThat(autorizado.cuerpo().getJsonArray("pasos")).hasSize(2);
    JsonObject ahora = Llamada.get("/acreditacion").cuerpo();
    assertThat(ahora.getBoolean("completa")).isFalse();
    assertThat(faltan(ahora))
        .satisfiesExactly(
            uno -> assertThat(uno).contains("su delegado"),
            uno -> assertThat(uno).contains("ciudadano"),
            uno ->
                assertThat(uno).contains("«Autorizado para administrar servicios web externos»"));

    // When the rest is done
    cambiar(
        delegado,
        pedido("DELEGADO", "1030000002")
            .put("ciudadanoRegistrado", "2026-11-04")
            .put("rolRegistrado", "2026-11-05"));
    cambiar(
        autorizado,
        pedido("AUTORIZADO", "1030000003")
            .put("ciudadanoRegistrado", "2026-11-06")
            .put("autorizado", "2026-11-06"));

    // Then
    JsonObject toda = Llamada.get("/acreditacion").cuerpo();
    assertThat(toda.getBoolean("completa")).isTrue();
    assertThat(toda.getJsonArray("personas")).hasSize(3);
    assertThat(
            toda.getJsonArray("personas")
                .getJsonObject(0)
                .getJsonObject("persona")
                .getString("numeroDocumento"))
        .isEqualTo("1030000001");
  }

  @Test
  void onePersonHoldsARoleOnceAndOnlyAuthorisedOnesAreSeveral() {
    // Given
    agregar(pedido("AUTORIZADO", "1030000001"));
    agregar(pedido("DELEGADO", "1030000001"));

    // When
    Resultado otra = agregar(pedido("AUTORIZADO", "1030000002"));
    Resultado misma = agregar(pedido("AUTORIZADO", "1030000001"));
    Resultado segundoDelegado = agregar(pedido("DELEGADO", "1030000003"));
    Resultado cambiada = cambiar(otra, pedido("AUTORIZADO", "1030000001"));

    // Then
    assertThat(otra.estado()).isEqualTo(201);
    assertThat(Stream.of(misma, segundoDelegado, cambiada))
        .allSatisfy(
            negada -> {
              assertThat(negada.estado()).isEqualTo(409);
              assertThat(negada.codigo()).isEqualTo("YA_EXISTE");
              assertThat(negada.respuesta().body()).doesNotContain("10300000");
            });
  }

  @Test
  void whoTheyAreStandsSealedAndInNoAuditNorLog() {
    try (Registro registro = new Registro()) {
      // When
      Resultado una = agregar(zoraida("DELEGADO"));
      cambiar(una, zoraida("DELEGADO").put("ciudadanoRegistrado", "2026-11-02"));
      Llamada.post(CAMBIO, new JsonObject().put("persona", persona(zoraida(""))).encode());
      Llamada.post(PERSONAS, zoraida("DELEGADO").encode() + "]");
      agregar(zoraida("DELEGADO"));
      Llamada.cambiar("DELETE", PERSONAS + "/" + id(una), "\"2\"", "");
      agregar(zoraida("AUTORIZADO"));

      // Then
      List<String> crudo = new ArrayList<>();
      crudo.add(filas().crudo("acreditado"));
      crudo.add(filas().crudo("cambio_de_representante"));
      crudo.add(String.join("\n", filas().columna("select t::text from auditoria t")));
      crudo.addAll(registro.lineas());
      assertThat(crudo.subList(0, 3)).noneMatch(String::isEmpty);
      for (String dato : DATOS) {
        assertThat(crudo).as(dato).noneMatch(texto -> texto.contains(dato));
      }
      assertThat(filas().auditoria())
          .containsSubsequence(
              IdentidadDePrueba.QUIEN + "|ACREDITADO_AGREGADO|127.0.0.1|DELEGADO " + id(una),
              IdentidadDePrueba.QUIEN
                  + "|ACREDITADO_CAMBIADO|127.0.0.1|DELEGADO "
                  + id(una)
                  + ": [CIUDADANO_REGISTRADO]",
              IdentidadDePrueba.QUIEN + "|CAMBIO_DE_REPRESENTANTE_INICIADO|127.0.0.1|",
              IdentidadDePrueba.QUIEN + "|ACREDITADO_QUITADO|127.0.0.1|DELEGADO " + id(una));
    }
  }

  @Test
  void aKeyThatRotatesTakesThemAlong() {
    // Given
    agregar(zoraida("DELEGADO"));
    Llamada.post(CAMBIO, new JsonObject().put("persona", persona(zoraida(""))).encode());

    // When
    Montaje.DEL_SERVICIO.llavero("actual = k2\n" + Montaje.CLAVES);
    resellado.todo();
    Montaje.DEL_SERVICIO.llavero("actual = k2\nk2 = " + "2".repeat(64));

    // Then
    Resultado toda = Llamada.get("/acreditacion");
    assertThat(toda.respuesta().body()).contains(DATOS);
    assertThat(toda.cuerpo().getJsonObject("cambio").getJsonObject("persona")).isNotNull();
  }

  @Test
  void whoCannotBeReadIsShownSoAndKeepsNobodyFromTheRest() {
    // Given two, one of them under the seal of the other
    Resultado movida = agregar(zoraida("DELEGADO"));
    Resultado buena = agregar(pedido("AUTORIZADO", "1030000003"));
    filas()
        .ejecutar(
            """
            update acreditado set cifrado = otro.cifrado from acreditado otro
            where acreditado.rol = 'DELEGADO' and otro.rol = 'AUTORIZADO'
            """);

    // When
    Resultado toda = Llamada.get("/acreditacion");
    Resultado cambiada =
        cambiar(buena, pedido("AUTORIZADO", "1030000003").put("ciudadanoRegistrado", "2026-11-02"));
    Resultado otra = agregar(pedido("AUTORIZADO", "1030000004"));
    Resultado segundoDelegado = agregar(pedido("DELEGADO", "1030000005"));

    // Then
    assertThat(toda.estado()).isEqualTo(200);
    assertThat(toda.cuerpo().getJsonArray("personas"))
        .extracting(persona -> ((JsonObject) persona).getJsonObject("persona") == null)
        .containsExactly(true, false);
    assertThat(cambiada.estado()).isEqualTo(200);
    assertThat(otra.estado()).isEqualTo(201);
    assertThat(segundoDelegado.codigo()).isEqualTo("YA_EXISTE");

    // When it is written anew
    Resultado escrita = cambiar(movida, zoraida("DELEGADO"));

    // Then
    assertThat(escrita.estado()).isEqualTo(200);
    assertThat(Llamada.get("/acreditacion").respuesta().body()).contains(DATOS);
  }

  @Test
  void aChangeWhosePersonCannotBeReadIsShownAndGivenUpButNotClosed() {
    // Given
    Resultado cambio =
        Llamada.post(CAMBIO, new JsonObject().put("persona", persona(zoraida(""))).encode());
    filas()
        .ejecutar(
            """
            update cambio_de_representante set clave = 'k9',
              pasos = array_fill('2026-11-10'::date, array[6])
            """);

    // Then
    assertThat(Llamada.get("/acreditacion").cuerpo().getJsonObject("cambio").getValue("persona"))
        .isNull();
    assertThat(Llamada.cambiar("POST", CAMBIO + "/cierre", cambio.etiqueta(), "").codigo())
        .isEqualTo("DATOS_ILEGIBLES");
    assertThat(Llamada.cambiar("DELETE", CAMBIO, cambio.etiqueta(), "").estado()).isEqualTo(204);
  }

  @Test
  void theRepresentanteLegalChangesStepByStepAsTheProcedureSays() {
    // Given
    Resultado anterior =
        agregar(
            pedido("REPRESENTANTE_LEGAL", "1030000001")
                .put("ciudadanoRegistrado", "2026-11-02")
                .put("rolRegistrado", "2026-11-03"));
    Resultado cambio =
        Llamada.post(CAMBIO, new JsonObject().put("persona", persona(zoraida(""))).encode());
    assertThat(cambio.estado()).isEqualTo(201);
    assertThat(cambio.cuerpo().getJsonArray("pasos")).hasSize(6);
    assertThat(cambio.respuesta().body())
        .contains("Solicitar-Actualizar Usuario Institucional")
        .contains("soportepisis@minsalud.gov.co")
        .contains("cámara y comercio");
    assertThat(
            Llamada.post(CAMBIO, new JsonObject().put("persona", persona(zoraida(""))).encode())
                .codigo())
        .isEqualTo("YA_EXISTE");

    // When a step is left out, or comes before the one that was done
    Resultado saltado = marcar("CORREO_CONFIRMADO", cambio.etiqueta(), "2026-11-10");
    Resultado primero = marcar("ACTUALIZACION_SOLICITADA", cambio.etiqueta(), "2026-11-10");
    Resultado repetido = marcar("ACTUALIZACION_SOLICITADA", primero.etiqueta(), "2026-11-10");
    Resultado antes = marcar("CORREO_CONFIRMADO", primero.etiqueta(), "2026-11-09");
    Resultado sinVer = marcar("CORREO_CONFIRMADO", cambio.etiqueta(), "2026-11-11");
    Resultado pronto = Llamada.cambiar("POST", CAMBIO + "/cierre", primero.etiqueta(), "");

    // Then
    assertThat(saltado.estado()).isEqualTo(409);
    assertThat(saltado.detalle()).contains("falta ACTUALIZACION_SOLICITADA");
    assertThat(primero.estado()).isEqualTo(200);
    assertThat(repetido.codigo()).isEqualTo("YA_EXISTE");
    assertThat(antes.detalle()).contains("2026-11-09").contains("2026-11-10");
    assertThat(sinVer.estado()).isEqualTo(412);
    assertThat(pronto.codigo()).isEqualTo("NO_PERMITIDO");

    // When all are done
    String etiqueta = primero.etiqueta();
    for (String paso :
        List.of(
            "CORREO_CONFIRMADO",
            "DOCUMENTOS_REUNIDOS",
            "SOLICITUD_ENVIADA",
            "REPRESENTANTE_ACTUALIZADO",
            "ENTIDAD_ACTUALIZADA")) {
      etiqueta = marcar(paso, etiqueta, "2026-11-11").etiqueta();
    }
    assertThat(Llamada.get(CAMBIO).cuerpo().getBoolean("completo")).isTrue();
    Resultado cerrado = Llamada.cambiar("POST", CAMBIO + "/cierre", etiqueta, "");

    // Then the new one is it, and has the steps of the role before them
    assertThat(cerrado.estado()).isEqualTo(204);
    JsonObject toda = Llamada.get("/acreditacion").cuerpo();
    assertThat(toda.getJsonObject("cambio")).isNull();
    assertThat(toda.getJsonArray("personas")).hasSize(1);
    JsonObject nuevo = toda.getJsonArray("personas").getJsonObject(0);
    assertThat(nuevo.getString("rol")).isEqualTo("REPRESENTANTE_LEGAL");
    assertThat(nuevo.getJsonObject("persona").getString("numeroDocumento"))
        .isEqualTo(DATOS.getFirst());
    assertThat(nuevo.getBoolean("completo")).isFalse();
    assertThat(filas().auditoria().getLast())
        .isEqualTo(
            IdentidadDePrueba.QUIEN
                + "|CAMBIO_DE_REPRESENTANTE_CERRADO|127.0.0.1|%s en lugar de %s"
                    .formatted(nuevo.getString("id"), id(anterior)));
  }

  @Test
  void aChangeMayBeGivenUp() {
    // Given
    String etiqueta =
        Llamada.post(CAMBIO, new JsonObject().put("persona", persona(zoraida(""))).encode())
            .etiqueta();

    // Then
    assertThat(Llamada.cambiar("DELETE", CAMBIO, "", "").estado()).isEqualTo(428);
    assertThat(Llamada.cambiar("DELETE", CAMBIO, etiqueta, "").estado()).isEqualTo(204);
    assertThat(Llamada.get(CAMBIO).estado()).isEqualTo(404);
    assertThat(filas().columna("select version from cambio_de_representante")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "rol, GERENTE",
    "ciudadanoRegistrado, ayer",
    "ciudadanoRegistrado, 2126-01-01",
    "ciudadanoRegistrado, 1999-12-31",
    "rolRegistrado, 2026-11-02",
    "autorizado, 2026-11-02",
    "persona.tipoDocumento, NI",
    "persona.numeroDocumento, 10.300.001",
    "persona.numeroDocumento, 1",
    "persona.nombres, ''",
    "persona.apellidos, ' '",
    "persona.correo, sin-arroba",
  })
  void refusesWhatCannotBeRightNamingTheField(String campo, String valor) {
    // Given
    JsonObject pedido = zoraida("DELEGADO");
    if (campo.startsWith("persona.")) {
      persona(pedido).put(campo.substring("persona.".length()), valor);
    } else {
      pedido.put(campo, valor);
    }

    // When
    Resultado negado = agregar(pedido);

    // Then
    assertThat(negado.estado()).isEqualTo(400);
    assertThat(negado.detalle()).startsWith(campo + ": ");
    assertThat(DATOS).noneMatch(negado.respuesta().body()::contains);
  }

  @Test
  void theDayOfAStepIsNotBeforeTheOneBefore() {
    // When
    Resultado negado =
        agregar(
            zoraida("DELEGADO")
                .put("ciudadanoRegistrado", "2026-11-05")
                .put("rolRegistrado", "2026-11-04"));

    // Then
    assertThat(negado.detalle()).contains("2026-11-04").contains("2026-11-05");
  }

  private static Resultado agregar(JsonObject pedido) {
    return Llamada.post(PERSONAS, pedido.encode());
  }

  private static Resultado cambiar(Resultado antes, JsonObject pedido) {
    return Llamada.cambiar("PUT", PERSONAS + "/" + id(antes), antes.etiqueta(), pedido.encode());
  }

  private static Resultado marcar(String paso, String etiqueta, String dia) {
    return Llamada.cambiar(
        "PUT", CAMBIO + "/pasos/" + paso, etiqueta, new JsonObject().put("dia", dia).encode());
  }

  private static String id(Resultado una) {
    return una.cuerpo().getString("id");
  }

  private static List<String> faltan(JsonObject acreditacion) {
    return acreditacion.getJsonArray("faltan").stream()
        .map(falta -> ((JsonObject) falta).getString("descripcion"))
        .toList();
  }

  private static JsonObject pedido(String rol, String documento) {
    return new JsonObject()
        .put("rol", rol)
        .put(
            "persona",
            new JsonObject()
                .put("tipoDocumento", "CC")
                .put("numeroDocumento", documento)
                .put("nombres", "Persona")
                .put("apellidos", "Sintética"));
  }

  private static JsonObject zoraida(String rol) {
    JsonObject pedido = pedido(rol, DATOS.get(0));
    persona(pedido)
        .put("nombres", DATOS.get(1))
        .put("apellidos", DATOS.get(2))
        .put("correo", DATOS.get(3));
    return pedido;
  }

  private static JsonObject persona(JsonObject pedido) {
    return pedido.getJsonObject("persona");
  }
}
