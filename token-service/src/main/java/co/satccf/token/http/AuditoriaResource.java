package co.satccf.token.http;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.token.auditoria.Auditoria;
import co.satccf.token.auditoria.Hecho;
import co.satccf.token.flota.Database;
import co.satccf.token.flota.FlotaCaida;
import co.satccf.token.solicitud.Campos;
import co.satccf.token.solicitud.Objecion;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who did what with credentials, services, terms and accreditation. */
@Path("/auditoria")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Auditoría")
@APIResponse(responseCode = "503", ref = Respuestas.NO_DISPONIBLE)
class AuditoriaResource {

  private static final int LIMITE = 50;
  private static final int LIMITE_MAXIMO = 500;

  private final Database database;

  AuditoriaResource(Database database) {
    this.database = database;
  }

  @GET
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(
      operationId = "auditoria",
      summary = "Quién hizo qué, cuándo y desde dónde",
      description = "Para seguir, repita la consulta con despues=<siguiente>.")
  @APIResponse(responseCode = "200", description = "Una página de asientos")
  @APIResponse(responseCode = "400", ref = Respuestas.SOLICITUD_INCORRECTA)
  public PaginaDeAuditoria auditoria(
      @Parameter(description = "Solo estos hechos", schema = @Schema(implementation = Hecho.class))
          @RestQuery
          @Nullable String que,
      @Parameter(
              description = "Último asiento de la página anterior",
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
      throws FlotaCaida {
    @Nullable Hecho solo =
        que == null || que.isBlank() ? null : Campos.uno("que", Hecho.class, que);
    long desde = entero("despues", despues, 0, Long.MAX_VALUE, 0);
    int hasta = (int) entero("limite", limite, 1, LIMITE_MAXIMO, LIMITE);
    return PaginaDeAuditoria.de(
        database.transaction(connection -> Auditoria.pagina(connection, desde, solo, hasta + 1)),
        hasta);
  }

  @GET
  @Path("/recientes")
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(
      operationId = "auditoriaReciente",
      summary = "Los últimos asientos, el más nuevo primero",
      description = "Para seguir, repita la consulta con antes=<siguiente>.")
  @APIResponse(responseCode = "200", description = "Una página de asientos")
  @APIResponse(responseCode = "400", ref = Respuestas.SOLICITUD_INCORRECTA)
  public PaginaDeAuditoria recientes(
      @Parameter(description = "Solo los de esta persona, exacto") @RestQuery
          @Nullable String quien,
      @Parameter(description = "Solo los que traen este texto en su detalle") @RestQuery
          @Nullable String detalle,
      @Parameter(
              description = "Último asiento de la página anterior",
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
      throws FlotaCaida {
    @Nullable String persona = texto("quien", quien);
    @Nullable String buscado = texto("detalle", detalle);
    long desde = entero("antes", antes, 1, Long.MAX_VALUE, Long.MAX_VALUE);
    int hasta = (int) entero("limite", limite, 1, LIMITE_MAXIMO, LIMITE);
    return PaginaDeAuditoria.de(
        database.transaction(
            connection -> Auditoria.recientes(connection, desde, persona, buscado, hasta + 1)),
        hasta);
  }

  private static @Nullable String texto(String parametro, @Nullable String valor) {
    if (valor != null && valor.indexOf('\0') >= 0) {
      throw Objecion.dato(parametro, "trae un carácter nulo");
    }
    return valor == null || valor.isBlank() ? null : valor;
  }

  private static long entero(
      String parametro, @Nullable String valor, long minimo, long maximo, long otro) {
    if (valor == null || valor.isBlank()) {
      return otro;
    }
    try {
      long numero = Long.parseLong(valor);
      if (numero >= minimo && numero <= maximo) {
        return numero;
      }
    } catch (NumberFormatException unreadable) {
      // Told below, in the same words as a number out of range.
    }
    throw Objecion.dato(parametro, "se espera un entero de %d a %d".formatted(minimo, maximo));
  }
}
