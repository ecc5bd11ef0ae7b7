package co.satccf.transmitter.operations;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.terminos.Terminos;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How many reports are where: what every account of losses and doubles starts from. */
@Path("/conteos")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Conteos", description = "Cuántos reportes hay de cada cosa")
class ConteosResource {

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
}
