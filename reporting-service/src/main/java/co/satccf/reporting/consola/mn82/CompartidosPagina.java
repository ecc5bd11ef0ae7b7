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

/** What the fund shares with the Ministry, in its two forms. */
@Path("/consola/mn82/compartidos")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class CompartidosPagina {

  private static final String RUTA = "/consola/mn82/compartidos";
  private static final String COMPARTIDOS = "compartidos";

  private final Mn82 mn82;

  CompartidosPagina(Mn82 mn82) {
    this.mn82 = mn82;
  }

  @CheckedTemplate(basePath = "consola/mn82")
  static final class Vistas {
    private Vistas() {}

    static native TemplateInstance compartidos(
        List<Compartido> lista, Compartido.@Nullable Verificacion verificacion);
  }

  @GET
  @Requiere(Rol.ADMINISTRADOR)
  public TemplateInstance ver() {
    return ver(null);
  }

  private TemplateInstance ver(Compartido.@Nullable Verificacion verificacion) {
    return Vistas.compartidos(
        mn82.leer(Compartido.Todos.class, COMPARTIDOS).compartidos(), verificacion);
  }

  @POST
  @Path("/datos")
  @Requiere(Rol.ADMINISTRADOR)
  public Response guardarDatos(
      @RestForm String nombre,
      @RestForm @Nullable Integer version,
      @RestForm @Nullable String descripcion,
      @RestForm @Nullable String url,
      @RestForm @Nullable String operacion,
      @RestForm @Nullable String llavePublica,
      @RestForm @Nullable String ejemplo) {
    mn82.cambiar(
        "PUT",
        version,
        new Compartido.DatosPedidos(descripcion, url, operacion, llavePublica, ejemplo),
        COMPARTIDOS,
        nombre,
        "datos");
    return Ir.a(RUTA);
  }

  @POST
  @Path("/oauth")
  @Requiere(Rol.ADMINISTRADOR)
  public Response guardarOauth(
      @RestForm String nombre,
      @RestForm @Nullable Integer version,
      @RestForm @Nullable String nombreDelToken,
      @RestForm @Nullable String url,
      @RestForm @Nullable String usuario,
      @RestForm @Nullable String clave,
      @RestForm @Nullable String clientId,
      @RestForm @Nullable String clientSecret,
      @RestForm @Nullable String scope) {
    mn82.cambiar(
        "PUT",
        version,
        new Compartido.OauthPedido(
            nombreDelToken, url, usuario, siLoHay(clave), clientId, siLoHay(clientSecret), scope),
        COMPARTIDOS,
        nombre,
        "oauth");
    return Ir.a(RUTA);
  }

  /** A secret that is not typed stays as it is. */
  private static @Nullable String siLoHay(@Nullable String secreto) {
    return secreto == null || secreto.isEmpty() ? null : secreto;
  }

  @POST
  @Path("/{nombre}/{formulario}/verificacion")
  @Requiere(Rol.ADMINISTRADOR)
  public TemplateInstance verificar(@RestPath String nombre, @RestPath String formulario) {
    return ver(
        mn82.pedir(
            Compartido.Verificacion.class,
            Direccion.de(COMPARTIDOS, nombre, formulario, "verificacion"),
            Map.of()));
  }

  @POST
  @Path("/{nombre}/retiro")
  @Requiere(Rol.ADMINISTRADOR)
  public Response quitar(@RestPath String nombre, @RestForm int version) {
    mn82.cambiar("DELETE", version, null, COMPARTIDOS, nombre);
    return Ir.a(RUTA);
  }
}
