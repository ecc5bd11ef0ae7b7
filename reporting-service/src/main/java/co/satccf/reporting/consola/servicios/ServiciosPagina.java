package co.satccf.reporting.consola.servicios;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.model.ServicioSat;
import co.satccf.reporting.consola.Ir;
import co.satccf.reporting.consola.familias.Direccion;
import co.satccf.reporting.consola.familias.EstadoDeServicios;
import co.satccf.reporting.consola.familias.Respuesta;
import co.satccf.reporting.consola.familias.Suite;
import co.satccf.reporting.problema.NoHay;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Openings, gates, limits and pauses, of all families at once. */
@Path("/consola/servicios")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ServiciosPagina {

  private static final String SERVICIOS = "servicios";
  private static final String RUTA = "/consola/servicios";

  private final Suite suite;

  ServiciosPagina(Suite suite) {
    this.suite = suite;
  }

  /** Why something is done. */
  @RegisterForReflection
  record Motivado(@Nullable String motivo) {}

  /** A limit that is wanted. */
  @RegisterForReflection
  record Cupo(@Nullable Integer piso, @Nullable Integer techo, @Nullable String motivo) {}

  @CheckedTemplate(basePath = "consola/servicios")
  static final class Vistas {
    private Vistas() {}

    static native TemplateInstance servicios(List<EstadoDeServicios> familias, List<String> fallas);
  }

  @GET
  @Requiere(Rol.CONSULTA)
  public TemplateInstance ver() {
    return ver(List.of());
  }

  /** As the families tell it now; who does not answer takes nothing from the others. */
  private TemplateInstance ver(List<String> fallas) {
    var estados =
        Suite.aTodos(
            suite.familias(),
            vecino -> vecino.get(EstadoDeServicios.DONDE, EstadoDeServicios.class));
    return Vistas.servicios(
        estados.stream().flatMap(estado -> Stream.ofNullable(estado.valor())).toList(),
        Stream.concat(fallas.stream(), fallas(estados)).distinct().toList());
  }

  private static Stream<String> fallas(List<? extends Respuesta<?>> respuestas) {
    return respuestas.stream().flatMap(respuesta -> Stream.ofNullable(respuesta.falla()));
  }

  @POST
  @Path("/pausar")
  @Requiere(Rol.ADMINISTRADOR)
  public TemplateInstance pausarTodos(@RestForm @Nullable String motivo) {
    return aTodos("pausar", motivo);
  }

  @POST
  @Path("/reanudar")
  @Requiere(Rol.ADMINISTRADOR)
  public TemplateInstance reanudarTodos(@RestForm @Nullable String motivo) {
    return aTodos("reanudar", motivo);
  }

  @POST
  @Path("/{servicio}/pausar")
  @Requiere(Rol.ADMINISTRADOR)
  public Response pausar(@RestPath String servicio, @RestForm @Nullable String motivo) {
    return aUno(servicio, "POST", "pausar", new Motivado(motivo));
  }

  @POST
  @Path("/{servicio}/reanudar")
  @Requiere(Rol.ADMINISTRADOR)
  public Response reanudar(@RestPath String servicio, @RestForm @Nullable String motivo) {
    return aUno(servicio, "POST", "reanudar", new Motivado(motivo));
  }

  @POST
  @Path("/{servicio}/cupo")
  @Requiere(Rol.ADMINISTRADOR)
  public Response fijarCupo(
      @RestPath String servicio,
      @RestForm @Nullable Integer piso,
      @RestForm @Nullable Integer techo,
      @RestForm @Nullable String motivo) {
    return aUno(servicio, "PUT", "cupo", new Cupo(piso, techo, motivo));
  }

  @POST
  @Path("/{servicio}/cupo/devolucion")
  @Requiere(Rol.ADMINISTRADOR)
  public Response devolverCupo(@RestPath String servicio, @RestForm @Nullable String motivo) {
    return aUno(servicio, "DELETE", "cupo", new Motivado(motivo));
  }

  private Response aUno(String nombre, String metodo, String que, Object cuerpo) {
    var servicio =
        ServicioSat.porNombre(nombre)
            .orElseThrow(() -> new NoHay("No hay un servicio del SAT con ese nombre"));
    suite
        .de(servicio)
        .pedir(metodo, Direccion.de(SERVICIOS, servicio.nombre(), que), cuerpo, Map.of());
    return Ir.a(RUTA + "#" + servicio.nombre());
  }

  /** What one family refuses is told; the others have done it. */
  private TemplateInstance aTodos(String que, @Nullable String motivo) {
    var respuestas =
        Suite.aTodos(
            suite.familias(),
            vecino ->
                vecino.pedir("POST", Direccion.de(SERVICIOS, que), new Motivado(motivo), Map.of()));
    return ver(fallas(respuestas).toList());
  }
}
