package co.satccf.acceptance;

import static org.awaitility.Awaitility.await;

import co.satccf.sandbox.identidad.UsuarioDeArena;
import co.satccf.sandbox.infra.BaseDeDatos;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What reporting-service says at the end of a run, and again after it has read everything anew.
 *
 * @param conteos by day, service, rezago, departamento, state and cause
 * @param deNuevo the same after the replay
 * @param informe the report of workers loaded, with its figures
 * @param informeDeNuevo the next one of its kind, made after the replay
 * @param leido outcomes on the topic, all read
 */
record Cuentas(
    JsonNode conteos, JsonNode deNuevo, JsonNode informe, JsonNode informeDeNuevo, long leido) {

  static final Cuentas NINGUNAS =
      new Cuentas(
          RegistroAMano.JSON.getNodeFactory().nullNode(),
          RegistroAMano.JSON.getNodeFactory().nullNode(),
          RegistroAMano.JSON.getNodeFactory().nullNode(),
          RegistroAMano.JSON.getNodeFactory().nullNode(),
          0);

  private static final Duration PRONTO = Duration.ofSeconds(60);

  static Cuentas de(Plataforma plataforma) {
    JsonNode conteos = conteos(plataforma).orElseThrow();
    JsonNode informe = informe(plataforma);
    leerDeNuevo(plataforma);
    await().atMost(PRONTO).until(() -> conteos(plataforma).equals(Optional.of(conteos)));
    return new Cuentas(
        conteos,
        conteos(plataforma).orElseThrow(),
        informe,
        informe(plataforma),
        leido(plataforma));
  }

  /** How many outcomes reporting-service has read. */
  static long leido(Plataforma plataforma) {
    long leido = 0;
    for (JsonNode posicion :
        plataforma
            .consultar(ServicioSuite.REPORTING, "/conteos/posiciones")
            .orElse(RegistroAMano.JSON.createObjectNode())) {
      leido += posicion.asLong();
    }
    return leido;
  }

  private static void leerDeNuevo(Plataforma plataforma) {
    String reporting = ServicioSuite.REPORTING.modulo();
    plataforma.detener(reporting);
    try (var connection =
            DriverManager.getConnection(
                plataforma.baseDeDatos().jdbcUrl(ServicioSuite.REPORTING.base()),
                BaseDeDatos.USUARIO,
                BaseDeDatos.CLAVE);
        var statement = connection.createStatement()) {
      statement.execute("SELECT olvidar_proyeccion()");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    plataforma.revivir(reporting);
    plataforma.esperarListo(reporting);
  }

  private static Optional<JsonNode> conteos(Plataforma plataforma) {
    return pedir(
        plataforma, "GET", "/conteos?agrupar=dia,servicio,rezago,departamento,estado,causa", "");
  }

  /** Everything up to now, balanced with the family services. */
  private static JsonNode informe(Plataforma plataforma) {
    String encargo =
        "{\"tipo\":\"TRABAJADORES_CARGADOS\",\"corte\":\"%s\"}".formatted(Instant.now());
    long id =
        await()
            .atMost(PRONTO)
            .until(() -> pedir(plataforma, "POST", "/informes", encargo), Optional::isPresent)
            .orElseThrow()
            .path("id")
            .asLong();
    return await()
        .atMost(PRONTO)
        .until(
            () -> pedir(plataforma, "GET", "/informes/" + id, "").orElseThrow(),
            uno -> !uno.path("expediente").path("estado").asText().equals("POR_HACER"));
  }

  private static Optional<JsonNode> pedir(
      Plataforma plataforma, String metodo, String ruta, String cuerpo) {
    try {
      var respuesta =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          plataforma.direccion(ServicioSuite.REPORTING).resolve(ruta))
                      .header(
                          "Authorization",
                          "Bearer " + plataforma.token(UsuarioDeArena.ADMINISTRADOR))
                      .header("Content-Type", "application/json")
                      .method(metodo, BodyPublishers.ofString(cuerpo))
                      .build(),
                  BodyHandlers.ofString());
      return respuesta.statusCode() < 300
          ? Optional.of(RegistroAMano.leer(respuesta.body()))
          : Optional.empty();
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
