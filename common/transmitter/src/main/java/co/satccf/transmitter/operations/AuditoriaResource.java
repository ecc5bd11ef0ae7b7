package co.satccf.transmitter.operations;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.transmitter.auditoria.AuditoriaStatements;
import co.satccf.transmitter.auditoria.Cadena;
import co.satccf.transmitter.auditoria.Verificacion;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Problema;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.store.Database;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who changed what, and the proof that nobody changed that afterwards. */
@Path("/auditoria")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Auditoría", description = "Quién cambió qué, cuándo y por qué, encadenado por hashes")
class AuditoriaResource {

  private static final int LIMITE = 50;
  private static final int LIMITE_MAXIMO = 500;

  private final Database database;
  private final Cadena cadena;
  private final ObjectMapper json;

  AuditoriaResource(Database database, Cadena cadena, ObjectMapper json) {
    this.database = database;
    this.cadena = cadena;
    this.json = json;
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Operation(
      operationId = "listarAuditoria",
      summary = "Lista los asientos en el orden de la cadena",
      description = "Para seguir, repita la consulta con despues=<siguiente>.")
  @APIResponse(responseCode = "200", description = "Una página de asientos")
  @APIResponse(
      responseCode = "400",
      description = "La paginación no se entiende; el detalle nombra el valor",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public PaginaDeAuditoria listar(
      @Parameter(
              description = "Solo los asientos de este objeto, exacto",
              example = "reporte/Desafiliacion/1234")
          @RestQuery
          @Nullable String objeto,
      @Parameter(
              description = "Número del último asiento de la página anterior",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
          @RestQuery
          @Nullable String despues,
      @Parameter(
              description = "Asientos por página",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "500",
                      defaultValue = "50"))
          @RestQuery
          @Nullable String limite)
      throws SQLException {
    String buscado = Parametros.texto(objeto);
    long after = Parametros.entero("despues", despues, 0, Long.MAX_VALUE, 0);
    int atMost = (int) Parametros.entero("limite", limite, 1, LIMITE_MAXIMO, LIMITE);
    List<AuditoriaStatements.Fila> filas =
        database.transaction(
            connection -> AuditoriaStatements.page(connection, buscado, after, atMost + 1));
    return PaginaDeAuditoria.de(filas, atMost, json);
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Path("/recientes")
  @Operation(
      operationId = "listarAuditoriaReciente",
      summary = "Lista los últimos asientos, el más nuevo primero",
      description = "Para seguir, repita la consulta con antes=<siguiente>.")
  @APIResponse(responseCode = "200", description = "Una página de asientos")
  @APIResponse(
      responseCode = "400",
      description = "La paginación no se entiende; el detalle nombra el valor",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public PaginaDeAuditoria recientes(
      @Parameter(description = "Solo los asientos de este objeto, exacto") @RestQuery
          @Nullable String objeto,
      @Parameter(description = "Solo los de esta persona, exacto") @RestQuery
          @Nullable String quien,
      @Parameter(description = "Solo estas acciones; varias si se repite") @RestQuery
          List<String> accion,
      @Parameter(
              description = "Número del último asiento de la página anterior",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
          @RestQuery
          @Nullable String antes,
      @Parameter(
              description = "Asientos por página",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "500",
                      defaultValue = "50"))
          @RestQuery
          @Nullable String limite)
      throws SQLException {
    String buscado = Parametros.texto(objeto);
    String persona = Parametros.texto(quien);
    long before = Parametros.entero("antes", antes, 1, Long.MAX_VALUE, Long.MAX_VALUE);
    int atMost = (int) Parametros.entero("limite", limite, 1, LIMITE_MAXIMO, LIMITE);
    List<AuditoriaStatements.Fila> filas =
        database.transaction(
            connection ->
                AuditoriaStatements.recientes(
                    connection, buscado, persona, accion, before, atMost + 1));
    return PaginaDeAuditoria.de(filas, atMost, json);
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Path("/verificacion")
  @Operation(
      operationId = "verificarAuditoria",
      summary = "Recorre toda la cadena y nombra el primer eslabón roto",
      description =
          """
          Sola, la cadena prueba que no se cambió, agregó ni quitó nada en medio. Que no se borró el final ni se rehizo
          toda, solo lo prueba un hash guardado fuera: guarde 'ultimo' y envíelo después en 'hasta'.""")
  @APIResponse(responseCode = "200", description = "La cadena está íntegra, o dónde se rompe")
  @APIResponse(
      responseCode = "400",
      description = "'hasta' no se entiende",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public Verificacion verificar(
      @Parameter(
              description =
                  "Un asiento guardado fuera: <número>:<hash en 64 dígitos hexadecimales>")
          @RestQuery
          @Nullable String hasta)
      throws SQLException {
    return cadena.verificar(ancla(Parametros.texto(hasta)));
  }

  private static Verificacion.@Nullable Ancla ancla(@Nullable String hasta) {
    return hasta == null
        ? null
        : Verificacion.Ancla.leer(hasta)
            .orElseThrow(
                () ->
                    new Rechazo(
                        Falla.SOLICITUD_INCORRECTA,
                        "'hasta' debe ser <número>:<hash>, con el hash en 64 dígitos hexadecimales"));
  }
}
