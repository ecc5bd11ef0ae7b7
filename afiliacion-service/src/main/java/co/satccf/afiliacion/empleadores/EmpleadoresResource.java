package co.satccf.afiliacion.empleadores;

import co.satccf.afiliacion.registro.Dato;
import co.satccf.afiliacion.registro.Identificacion;
import co.satccf.afiliacion.registro.RegistroStatements;
import co.satccf.identidad.Portero;
import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.transmitter.operations.Motivos;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Problema;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.store.Database;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The register of employers in SAT, for people: what it says, and what a person knows better. */
@Path("/empleadores")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Empleadores", description = "El registro de los empleadores que están en SAT")
class EmpleadoresResource {

  private final Declaraciones declaraciones;
  private final Identificacion identificacion;
  private final Database database;
  private final Portero portero;

  EmpleadoresResource(
      Declaraciones declaraciones,
      Identificacion identificacion,
      Database database,
      Portero portero) {
    this.declaraciones = declaraciones;
    this.identificacion = identificacion;
    this.database = database;
    this.portero = portero;
  }

  @POST
  @Requiere(Rol.ADMINISTRADOR)
  @Path("/incorporaciones")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "incorporarEmpleador",
      summary = "Declara que un empleador ya está en SAT en un departamento",
      description =
          """
          Lo que esperaba por él queda listo, en los tres servicios. Repetirlo no cambia nada. El documento se cambia aquí
          mismo por su referencia: ni la respuesta, ni la auditoría, ni el registro de sucesos lo traen.""")
  @APIResponse(responseCode = "200", description = "El empleador, incorporado")
  @APIResponse(
      responseCode = "400",
      description = "Falta un dato, el motivo o quién lo pide; el detalle nombra el campo",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public Declarado incorporar(@Nullable DeclaracionPedida pedida) throws SQLException {
    String quien = portero.operador().nombre();
    DeclaracionPedida declaracion = exigir(pedida);
    return declaraciones.incorporar(
        referencia(declaracion.documento(), declaracion.serialSAT()),
        departamento(declaracion.departamento()),
        Motivos.exigir(declaracion.motivo()),
        quien);
  }

  @POST
  @Requiere(Rol.ADMINISTRADOR)
  @Path("/desincorporaciones")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "desincorporarEmpleador",
      summary = "Deshace una incorporación que no era",
      description =
          """
          El empleador queda DESAFILIADO en ese departamento: lo que estaba listo y lo exige dentro de SAT vuelve a esperar;
          sus terminaciones de relación laboral pueden salir. Por confirmar con el Ministerio.""")
  @APIResponse(responseCode = "200", description = "El empleador, fuera de SAT")
  @APIResponse(
      responseCode = "400",
      description = "Falta un dato, el motivo o quién lo pide; el detalle nombra el campo",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "404",
      description = "El registro no conoce a ese empleador en ese departamento",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "409",
      description = "El empleador ya salió por causa grave",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public Declarado desincorporar(@Nullable DeclaracionPedida pedida) throws SQLException {
    String quien = portero.operador().nombre();
    DeclaracionPedida declaracion = exigir(pedida);
    return declaraciones.desincorporar(
        referencia(declaracion.documento(), declaracion.serialSAT()),
        departamento(declaracion.departamento()),
        Motivos.exigir(declaracion.motivo()),
        quien);
  }

  @POST
  @Requiere(Rol.CONSULTA)
  @Path("/consultas")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "consultarEmpleador",
      summary = "Los estados de un empleador por su documento",
      description = "El documento va en el cuerpo, nunca en la dirección.")
  @APIResponse(responseCode = "200", description = "Los estados, por departamento")
  @APIResponse(
      responseCode = "400",
      description = "Falta el documento o no puede ser de un empleador",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public EstadosDelEmpleador consultar(@Nullable ConsultaDelEmpleador consulta)
      throws SQLException {
    return ver(
        referencia(
            consulta == null ? null : consulta.documento(),
            consulta == null ? null : consulta.serialSAT()));
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Path("/{referencia}")
  @Operation(
      operationId = "verEmpleador",
      summary = "Los estados de un empleador por su referencia")
  @APIResponse(responseCode = "200", description = "Los estados, por departamento")
  @APIResponse(
      responseCode = "404",
      description = "El registro no conoce esa referencia",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public EstadosDelEmpleador porReferencia(@RestPath String referencia) throws SQLException {
    EstadosDelEmpleador estados = ver(referencia);
    if (estados.estados().isEmpty()) {
      throw new Rechazo(Falla.NO_ENCONTRADO, "El registro no conoce esa referencia");
    }
    return estados;
  }

  private EstadosDelEmpleador ver(String empleador) throws SQLException {
    return EstadosDelEmpleador.de(
        empleador,
        database.transaction(connection -> RegistroStatements.states(connection, empleador)));
  }

  /** The document ends here: what goes on is the reference. */
  private String referencia(@Nullable DocumentoDelEmpleador documento, @Nullable String serialSat) {
    String tipo = texto("documento.tipo", documento == null ? null : documento.tipo());
    String numero = texto("documento.numero", documento == null ? null : documento.numero());
    String serial = serialSat == null ? "" : serialSat.strip();
    identificacion.errado(tipo, numero, serial).ifPresent(EmpleadoresResource::rechazar);
    return identificacion.referencia(tipo, numero, serial);
  }

  private String departamento(@Nullable String departamento) {
    String codigo = texto("departamento", departamento);
    identificacion.errado(codigo).ifPresent(EmpleadoresResource::rechazar);
    return codigo;
  }

  private static String texto(String campo, @Nullable String valor) {
    if (valor == null || valor.isBlank()) {
      throw new Rechazo(Falla.SOLICITUD_INCORRECTA, "Falta '%s'".formatted(campo));
    }
    return valor.strip();
  }

  private static void rechazar(Dato errado) {
    throw new Rechazo(Falla.SOLICITUD_INCORRECTA, "No sirve: " + errado.regla());
  }

  private static DeclaracionPedida exigir(@Nullable DeclaracionPedida pedida) {
    if (pedida == null) {
      throw new Rechazo(Falla.SOLICITUD_INCORRECTA, "Falta el cuerpo: diga qué empleador");
    }
    return pedida;
  }
}
