package co.satccf.transmitter.operations;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.model.referencia.Referencias;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Problema;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.terminos.Terminos;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The reports of an employer or a worker. The document becomes a reference here, at the door: only
 * the reference is looked up, and only it comes back.
 */
@Path("/consultas")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Consultas", description = "Los reportes de un empleador o de un trabajador")
class ConsultasResource {

  private final Reportes reportes;
  private final Referencias referencias;
  private final Terminos terminos;

  ConsultasResource(Reportes reportes, Referencias referencias, Terminos terminos) {
    this.reportes = reportes;
    this.referencias = referencias;
    this.terminos = terminos;
  }

  @POST
  @Requiere(Rol.CONSULTA)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "consultarPorDocumento",
      summary = "Los reportes de un empleador, de un trabajador o de ambos, en orden de llegada",
      description =
          "Los documentos van en el cuerpo, nunca en la dirección; aquí mismo se cambian por su"
              + " referencia, y ni la respuesta ni el registro los repiten. Un documento sin"
              + " reportes da una página vacía.")
  @APIResponse(responseCode = "200", description = "Una página de reportes")
  @APIResponse(
      responseCode = "400",
      description = "Falta el documento, o la paginación no se entiende",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public PaginaDeReportes consultar(
      @Nullable Consulta consulta,
      @Parameter(
              description = "Id del último reporte de la página anterior",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
          @RestQuery
          @Nullable String despues,
      @Parameter(
              description = "Reportes por página",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "500",
                      defaultValue = "50"))
          @RestQuery
          @Nullable String limite) {
    if (consulta == null || (consulta.empleador() == null && consulta.trabajador() == null)) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA, "Diga de quién: falta 'empleador' y falta 'trabajador'");
    }
    Filtro filtro =
        Parametros.pagina(despues, limite)
            .con("empleador", empleador(consulta.empleador()))
            .con("trabajador", trabajador(consulta.trabajador()));
    return PaginaDeReportes.de(reportes.page(filtro), filtro.limite(), terminos);
  }

  private @Nullable String empleador(Consulta.@Nullable Empleador empleador) {
    if (empleador == null) {
      return null;
    }
    String serial = empleador.serialSAT();
    return referencias.empleador(
        required("empleador.tipo", empleador.tipo()),
        required("empleador.numero", empleador.numero()),
        serial == null ? "" : serial);
  }

  private @Nullable String trabajador(Consulta.@Nullable Trabajador trabajador) {
    return trabajador == null
        ? null
        : referencias.trabajador(
            required("trabajador.tipo", trabajador.tipo()),
            required("trabajador.numero", trabajador.numero()));
  }

  /** Names the field, never the value. */
  private static String required(String campo, @Nullable String valor) {
    if (valor == null || valor.isBlank()) {
      throw new Rechazo(Falla.SOLICITUD_INCORRECTA, "Falta '%s'".formatted(campo));
    }
    return valor;
  }
}
