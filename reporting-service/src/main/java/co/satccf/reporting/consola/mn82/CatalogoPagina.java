package co.satccf.reporting.consola.mn82;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.reporting.consola.Ir;
import co.satccf.reporting.consola.familias.Direccion;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The catalogue, the credentials and the terms. */
@Path("/consola/mn82")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class CatalogoPagina {

  private static final String RUTA = "/consola/mn82";
  private static final String CATALOGO = "catalogo";

  private final Mn82 mn82;

  CatalogoPagina(Mn82 mn82) {
    this.mn82 = mn82;
  }

  @CheckedTemplate(basePath = "consola/mn82")
  static final class Vistas {
    private Vistas() {}

    static native TemplateInstance catalogo(
        List<Servicio> servicios,
        Credenciales credenciales,
        Terminos vigente,
        List<Terminos> terminos,
        Credenciales.@Nullable Prueba prueba);
  }

  @GET
  @Requiere(Rol.CONSULTA)
  public TemplateInstance ver() {
    return ver(null);
  }

  private TemplateInstance ver(Credenciales.@Nullable Prueba prueba) {
    var terminos = mn82.leer(Terminos.Todas.class, "terminos", "versiones").versiones();
    return Vistas.catalogo(
        mn82.leer(Servicio.Todos.class, CATALOGO).servicios(),
        mn82.leer(Credenciales.class, "credenciales"),
        terminos.getFirst(),
        terminos,
        prueba);
  }

  @POST
  @Path("/credenciales/prueba")
  @Requiere(Rol.ADMINISTRADOR)
  public TemplateInstance probar(@RestForm @Nullable String servicio) {
    return ver(
        mn82.pedir(
            Credenciales.Prueba.class,
            Direccion.de("credenciales", "prueba").con("servicio", servicio),
            Map.of()));
  }

  @POST
  @Path("/terminos/aceptacion")
  @Requiere(Rol.ADMINISTRADOR)
  public Response aceptar(@RestForm int version) {
    mn82.pedir(
        Terminos.class, Direccion.de("terminos", "aceptacion"), new Terminos.Aceptacion(version));
    return Ir.a(RUTA + "#terminos");
  }

  @POST
  @Path("/terminos/versiones")
  @Requiere(Rol.ADMINISTRADOR)
  public Response publicar(@RestForm @Nullable String texto) {
    mn82.pedir(Terminos.class, Direccion.de("terminos", "versiones"), new Terminos.Texto(texto));
    return Ir.a(RUTA + "#terminos");
  }

  @POST
  @Path("/catalogo")
  @Requiere(Rol.ADMINISTRADOR)
  public Response agregar(
      @RestForm @Nullable String nombre,
      @RestForm @Nullable String operacion,
      @RestForm @Nullable String direccion,
      @RestForm @Nullable String clientId,
      @RestForm boolean asignado,
      @RestForm @Nullable String documentacion) {
    mn82.pedir(
        Servicio.class,
        Direccion.de(CATALOGO),
        new Servicio.Pedido(nombre, operacion, direccion, clientId, asignado, documentacion));
    return Ir.a(RUTA);
  }

  @POST
  @Path("/catalogo/{nombre}")
  @Requiere(Rol.ADMINISTRADOR)
  public Response cambiar(
      @RestPath String nombre,
      @RestForm int version,
      @RestForm @Nullable String operacion,
      @RestForm @Nullable String direccion,
      @RestForm @Nullable String clientId,
      @RestForm boolean asignado,
      @RestForm @Nullable String documentacion) {
    mn82.cambiar(
        "PUT",
        version,
        new Servicio.Pedido(null, operacion, direccion, clientId, asignado, documentacion),
        CATALOGO,
        nombre);
    return Ir.a(RUTA);
  }

  @POST
  @Path("/catalogo/{nombre}/retiro")
  @Requiere(Rol.ADMINISTRADOR)
  public Response quitar(@RestPath String nombre, @RestForm int version) {
    mn82.cambiar("DELETE", version, null, CATALOGO, nombre);
    return Ir.a(RUTA);
  }
}
