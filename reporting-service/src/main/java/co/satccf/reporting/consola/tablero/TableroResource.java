package co.satccf.reporting.consola.tablero;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.model.estado.Bloqueo;
import co.satccf.reporting.consola.familias.CatalogoDeTokens;
import co.satccf.reporting.consola.familias.ConteosDeAhora;
import co.satccf.reporting.consola.familias.EstadoDeServicios;
import co.satccf.reporting.consola.familias.Respuesta;
import co.satccf.reporting.consola.familias.Suite;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The board. Each part is a fragment that renews itself, so that a service that is away takes
 * nothing from the others.
 */
@Path("/consola")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class TableroResource {

  private final TableroStatements statements;
  private final Suite suite;
  private final Clock clock;

  TableroResource(TableroStatements statements, Suite suite, Clock clock) {
    this.statements = statements;
    this.suite = suite;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "consola/tablero")
  static final class Vistas {
    private Vistas() {}

    static native TemplateInstance tablero(Cifras cifras);

    static native TemplateInstance cifras(Cifras cifras);

    static native TemplateInstance cola(
        List<Cola> cola, List<Bloqueo> bloqueos, List<PorHacer> porHacer, List<String> fallas);

    static native TemplateInstance servicios(
        List<LuzDeServicio> luces, List<String> avisos, List<String> fallas);
  }

  @GET
  @Requiere(Rol.CONSULTA)
  public TemplateInstance tablero() throws SQLException {
    return Vistas.tablero(statements.cifras());
  }

  @GET
  @Path("/tablero/cifras")
  @Requiere(Rol.CONSULTA)
  public TemplateInstance cifras() throws SQLException {
    return Vistas.cifras(statements.cifras());
  }

  @GET
  @Path("/tablero/cola")
  @Requiere(Rol.CONSULTA)
  public TemplateInstance cola() throws SQLException {
    var respuestas =
        Suite.aTodos(
            suite.familias(), vecino -> vecino.get(ConteosDeAhora.DONDE, ConteosDeAhora.class));
    var conteos = valores(respuestas);
    return Vistas.cola(
        Cola.de(conteos),
        List.of(Bloqueo.values()),
        PorHacer.de(conteos, statements.informesQueEsperan()),
        fallas(respuestas));
  }

  @GET
  @Path("/tablero/servicios")
  @Requiere(Rol.CONSULTA)
  public TemplateInstance servicios() {
    var respuestas =
        Suite.aTodos(
            suite.familias(),
            vecino -> vecino.get(EstadoDeServicios.DONDE, EstadoDeServicios.class));
    var catalogo =
        Suite.aTodos(
            List.of(suite.tokenService()),
            vecino -> vecino.get(CatalogoDeTokens.DONDE, CatalogoDeTokens.class));
    var pedidos = pedidos(valores(catalogo));
    var ahora = clock.instant();
    var estados = valores(respuestas);
    var luces =
        estados.stream()
            .flatMap(familia -> familia.servicios().stream())
            .map(suyo -> LuzDeServicio.de(suyo, pedidos.get(suyo.servicio()), ahora))
            .toList();
    var fallas = new ArrayList<>(fallas(respuestas));
    fallas.addAll(fallas(catalogo));
    return Vistas.servicios(luces, avisos(estados), fallas);
  }

  private static List<String> avisos(List<EstadoDeServicios> estados) {
    var avisos = new ArrayList<String>();
    if (estados.stream().anyMatch(uno -> uno.envio().equals("SIMULADO"))) {
      avisos.add("Envío simulado: nada sale hacia el Ministerio");
    }
    estados.stream()
        .map(EstadoDeServicios::restauracion)
        .filter(Objects::nonNull)
        .forEach(falta -> avisos.add("Después de restaurar la base: " + falta));
    return avisos;
  }

  private static Map<String, Instant> pedidos(List<CatalogoDeTokens> catalogo) {
    var pedidos = new HashMap<String, Instant>();
    catalogo.stream()
        .flatMap(uno -> uno.servicios().stream())
        .forEach(
            servicio -> {
              var token = servicio.ultimoToken();
              if (token != null) {
                pedidos.put(servicio.nombre(), token.pedido());
              }
            });
    return pedidos;
  }

  private static <T> List<T> valores(List<Respuesta<T>> respuestas) {
    return respuestas.stream().map(Respuesta::valor).filter(Objects::nonNull).toList();
  }

  private static List<String> fallas(List<? extends Respuesta<?>> respuestas) {
    return respuestas.stream().map(Respuesta::falla).filter(Objects::nonNull).toList();
  }
}
