package co.satccf.reporting.consola.cuarentena;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.model.Familia;
import co.satccf.reporting.consola.Ir;
import co.satccf.reporting.consola.familias.Direccion;
import co.satccf.reporting.consola.familias.EnTandas;
import co.satccf.reporting.consola.familias.Suite;
import co.satccf.reporting.consola.familias.Turno;
import co.satccf.reporting.consola.familias.Vecino;
import co.satccf.reporting.documento.NombreDeFamilia;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What came in broken, family by family; a family that is away takes nothing from the others. */
@Path("/consola/cuarentena")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class CuarentenaResource {

  private static final int PAGINA = 100;

  private final Suite suite;
  private final Clock reloj;

  CuarentenaResource(Suite suite, Clock reloj) {
    this.suite = suite;
    this.reloj = reloj;
  }

  @CheckedTemplate(basePath = "consola/cuarentena")
  static final class Vistas {
    private Vistas() {}

    static native TemplateInstance bandejas(List<Bandeja> bandejas);

    static native TemplateInstance registro(
        String familia, RegistroApartado registro, String camino);

    static native TemplateInstance contenido(
        RegistroApartado.Contenido contenido, long id, String camino);

    static native TemplateInstance reprocesos(
        Familia familia, Map<String, String> pedido, EnTandas.Hechos hechos);
  }

  @GET
  @Requiere(Rol.CONSULTA)
  public TemplateInstance bandejas() {
    var respuestas = Suite.aTodos(suite.familias(), CuarentenaResource::enEspera);
    var familias = Familia.values();
    var bandejas =
        IntStream.range(0, familias.length)
            .mapToObj(
                i -> {
                  var suya = respuestas.get(i).valor();
                  return suya == null
                      ? new Bandeja(familias[i], null, null, respuestas.get(i).falla())
                      : new Bandeja(familias[i], suya.registros(), suya.correcciones(), null);
                })
            .toList();
    return Vistas.bandejas(bandejas);
  }

  private record EnEspera(
      RegistroApartado.Pagina registros, CorreccionEnBandeja.Pagina correcciones) {}

  private static EnEspera enEspera(Vecino vecino) {
    return new EnEspera(
        vecino.get(
            Direccion.de("cuarentena").con("estado", "ABIERTA").con("limite", PAGINA),
            RegistroApartado.Pagina.class),
        vecino.get(
            Direccion.de("correcciones").con("estado", "EN_BANDEJA").con("limite", PAGINA),
            CorreccionEnBandeja.Pagina.class));
  }

  @GET
  @Path("/{familia}/{id}")
  @Requiere(Rol.CONSULTA)
  public TemplateInstance registro(@RestPath String familia, @RestPath long id) {
    var suya = Suite.deRuta(familia);
    return Vistas.registro(
        NombreDeFamilia.de(suya),
        suite.de(suya).get(RegistroApartado.donde(id), RegistroApartado.class),
        RegistroApartado.camino(suya, id));
  }

  @POST
  @Path("/{familia}/{id}/contenido")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requiere(Rol.OPERADOR)
  public TemplateInstance contenido(
      @RestPath String familia, @RestPath long id, @RestForm @Nullable String motivo) {
    var suya = Suite.deRuta(familia);
    return Vistas.contenido(
        suite
            .de(suya)
            .post(
                RegistroApartado.donde(id, "consultas"),
                porque(motivo),
                RegistroApartado.Contenido.class),
        id,
        RegistroApartado.camino(suya, id));
  }

  @POST
  @Path("/{familia}/{id}/reprocesar")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requiere(Rol.OPERADOR)
  public Response reprocesar(
      @RestPath String familia, @RestPath long id, @RestForm @Nullable String motivo) {
    return mover(familia, id, "reprocesar", motivo);
  }

  @POST
  @Path("/{familia}/{id}/descartar")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requiere(Rol.OPERADOR)
  public Response descartar(
      @RestPath String familia, @RestPath long id, @RestForm @Nullable String motivo) {
    return mover(familia, id, "descartar", motivo);
  }

  private Response mover(String familia, long id, String que, @Nullable String motivo) {
    var suya = Suite.deRuta(familia);
    suite.de(suya).post(RegistroApartado.donde(id, que), porque(motivo), JsonNode.class);
    return Ir.a(RegistroApartado.camino(suya, id));
  }

  /** The open ones with a reason; whoever replays them sees whether more are left. */
  @POST
  @Path("/{familia}/reprocesos")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requiere(Rol.OPERADOR)
  public TemplateInstance reprocesos(
      @RestPath String familia,
      @RestForm @Nullable String codigo,
      @RestForm @Nullable String motivo,
      @RestForm @Nullable Long despues) {
    var suya = Suite.deRuta(familia);
    var pedido =
        Map.of(
            "codigo", Objects.requireNonNullElse(codigo, ""),
            "motivo", Objects.requireNonNullElse(motivo, ""));
    return Vistas.reprocesos(
        suya,
        pedido,
        EnTandas.pedir(
            suite.de(suya),
            Direccion.de("cuarentena", "reprocesos"),
            pedido,
            despues == null ? 0 : despues,
            Turno.desde(reloj)));
  }

  @POST
  @Path("/{familia}/correcciones/{id}/descartar")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requiere(Rol.OPERADOR)
  public Response descartarCorreccion(
      @RestPath String familia, @RestPath long id, @RestForm @Nullable String motivo) {
    suite
        .de(Suite.deRuta(familia))
        .pedir(
            "POST",
            Direccion.de("correcciones", String.valueOf(id), "descartar"),
            porque(motivo),
            Map.of());
    return Ir.a("/consola/cuarentena");
  }

  private static Map<String, String> porque(@Nullable String motivo) {
    return Map.of("motivo", Objects.requireNonNullElse(motivo, ""));
  }
}
