package co.satccf.reporting.consola.mn82;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.reporting.consola.Ir;
import co.satccf.reporting.consola.familias.Direccion;
import co.satccf.reporting.consola.mn82.Acreditacion.Persona;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Who represents and administers for the fund, and what is missing. */
@Path("/consola/mn82/acreditacion")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AcreditacionPagina {

  private static final String RUTA = "/consola/mn82/acreditacion";
  private static final String ACREDITACION = "acreditacion";
  private static final String PERSONAS = "personas";
  private static final String CAMBIO = "cambio";

  private final Mn82 mn82;

  AcreditacionPagina(Mn82 mn82) {
    this.mn82 = mn82;
  }

  /** Who somebody is, as a form says it. */
  public record FormularioDePersona(
      @RestForm @Nullable String tipoDocumento,
      @RestForm @Nullable String numeroDocumento,
      @RestForm @Nullable String nombres,
      @RestForm @Nullable String apellidos,
      @RestForm @Nullable String correo) {

    Persona persona() {
      return new Persona(tipoDocumento, numeroDocumento, nombres, apellidos, correo);
    }

    @Override
    public String toString() {
      return "FormularioDePersona[***]";
    }
  }

  /** The days of the steps, as a form says them. */
  public record FormularioDePasos(
      @RestForm @Nullable String ciudadanoRegistrado,
      @RestForm @Nullable String rolRegistrado,
      @RestForm @Nullable String autorizado) {}

  @CheckedTemplate(basePath = "consola/mn82")
  static final class Vistas {
    private Vistas() {}

    static native TemplateInstance acreditacion(Acreditacion todo);
  }

  @GET
  @Requiere(Rol.ADMINISTRADOR)
  public TemplateInstance ver() {
    return Vistas.acreditacion(mn82.leer(Acreditacion.class, ACREDITACION));
  }

  @POST
  @Path("/personas")
  @Requiere(Rol.ADMINISTRADOR)
  public Response agregar(
      @RestForm @Nullable String rol,
      @BeanParam FormularioDePersona persona,
      @BeanParam FormularioDePasos pasos) {
    mn82.pedir(JsonNode.class, Direccion.de(ACREDITACION, PERSONAS), pedido(rol, persona, pasos));
    return Ir.a(RUTA);
  }

  @POST
  @Path("/personas/{id}")
  @Requiere(Rol.ADMINISTRADOR)
  public Response cambiar(
      @RestPath String id,
      @RestForm int version,
      @BeanParam FormularioDePersona persona,
      @BeanParam FormularioDePasos pasos) {
    mn82.cambiar("PUT", version, pedido(null, persona, pasos), ACREDITACION, PERSONAS, id);
    return Ir.a(RUTA);
  }

  @POST
  @Path("/personas/{id}/retiro")
  @Requiere(Rol.ADMINISTRADOR)
  public Response quitar(@RestPath String id, @RestForm int version) {
    mn82.cambiar("DELETE", version, null, ACREDITACION, PERSONAS, id);
    return Ir.a(RUTA);
  }

  @POST
  @Path("/cambio")
  @Requiere(Rol.ADMINISTRADOR)
  public Response iniciarCambio(@BeanParam FormularioDePersona persona) {
    mn82.pedir(
        JsonNode.class,
        Direccion.de(ACREDITACION, CAMBIO),
        new Acreditacion.CambioPedido(persona.persona()));
    return Ir.a(RUTA + "#cambio");
  }

  @POST
  @Path("/cambio/pasos/{paso}")
  @Requiere(Rol.ADMINISTRADOR)
  public Response marcarPaso(
      @RestPath String paso, @RestForm int version, @RestForm @Nullable String dia) {
    mn82.cambiar(
        "PUT", version, new Acreditacion.PasoHecho(dia), ACREDITACION, CAMBIO, "pasos", paso);
    return Ir.a(RUTA + "#cambio");
  }

  @POST
  @Path("/cambio/cierre")
  @Requiere(Rol.ADMINISTRADOR)
  public Response cerrarCambio(@RestForm int version) {
    mn82.cambiar("POST", version, null, ACREDITACION, CAMBIO, "cierre");
    return Ir.a(RUTA);
  }

  @POST
  @Path("/cambio/desistimiento")
  @Requiere(Rol.ADMINISTRADOR)
  public Response desistir(@RestForm int version) {
    mn82.cambiar("DELETE", version, null, ACREDITACION, CAMBIO);
    return Ir.a(RUTA);
  }

  private static Acreditacion.Pedido pedido(
      @Nullable String rol, FormularioDePersona persona, FormularioDePasos pasos) {
    return new Acreditacion.Pedido(
        rol,
        persona.persona(),
        pasos.ciudadanoRegistrado(),
        pasos.rolRegistrado(),
        pasos.autorizado());
  }
}
