package co.satccf.transmitter.operations;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Problema;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.terminos.Terminos;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How many reports are where: what every account of losses and doubles starts from. */
@Path("/conteos")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Conteos", description = "Cuántos reportes hay de cada cosa")
class ConteosResource {

  private static final Instant PRIMERO = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant ULTIMO = Instant.parse("3000-01-01T00:00:00Z");

  private final FamiliaDeServicios familia;
  private final Terminos terminos;
  private final Database database;

  ConteosResource(FamiliaDeServicios familia, Terminos terminos, Database database) {
    this.familia = familia;
    this.terminos = terminos;
    this.database = database;
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Operation(
      operationId = "contar",
      summary = "Cuenta los reportes por servicio, estado y causa de bloqueo",
      description = "Todos los números son del mismo instante de la base de datos.")
  @APIResponse(responseCode = "200", description = "Los conteos")
  public Conteos contar() throws SQLException {
    return database.transaction(connection -> Recuento.de(connection, familia, terminos));
  }

  @GET
  @Path("/al-corte")
  @Requiere(Rol.CONSULTA)
  @Operation(
      operationId = "contarAlCorte",
      summary = "Cuenta lo recibido y lo terminado antes de un instante",
      description =
          "Con esto se cuadra un informe: lo que ya era final en el corte no cambia, así que la"
              + " respuesta es la misma por mucho que se tarde en preguntar. Pregunte un minuto"
              + " después del corte o más tarde: una transacción puede acabar después de él.")
  @APIResponse(responseCode = "200", description = "Los conteos al corte")
  @APIResponse(
      responseCode = "400",
      description = "Falta el instante, o no se entiende",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public ConteosAlCorte contarAlCorte(
      @Parameter(required = true, example = "2021-08-05T00:00:00-05:00") @RestQuery
          @Nullable String instante)
      throws SQLException {
    Instant corte = Parametros.instante("instante", instante);
    if (corte == null || corte.isBefore(PRIMERO) || corte.isAfter(ULTIMO)) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA, "Falta 'instante', o no está entre los años 2000 y 2999");
    }
    return database.transaction(connection -> ConteosAlCorte.de(connection, familia, corte));
  }
}
