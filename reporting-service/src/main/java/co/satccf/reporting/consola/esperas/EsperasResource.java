package co.satccf.reporting.consola.esperas;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.model.Familia;
import co.satccf.reporting.consola.familias.Direccion;
import co.satccf.reporting.consola.familias.ReporteDeFamilia;
import co.satccf.reporting.consola.familias.Respuesta;
import co.satccf.reporting.consola.familias.Suite;
import co.satccf.reporting.documento.NombreDeFamilia;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The reports behind a number of the board. The owning services are asked, as for the number: the
 * projection does not know when a block is lifted.
 */
@Path("/consola/esperas/{que}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class EsperasResource {

  private static final int PAGINA = 50;

  private final Suite suite;

  EsperasResource(Suite suite) {
    this.suite = suite;
  }

  /**
   * Those of one family.
   *
   * @param pagina null when it does not answer
   * @param siguientes address of the next page, null on the last one
   */
  public record DeFamilia(
      String nombre,
      ReporteDeFamilia.@Nullable Pagina pagina,
      @Nullable String falla,
      @Nullable String siguientes) {}

  @CheckedTemplate(basePath = "consola/esperas")
  static final class Vistas {
    private Vistas() {}

    static native TemplateInstance esperas(Espera espera, List<DeFamilia> familias);
  }

  /**
   * @param familia only hers, in pages; all of them, the first page of each, when null
   * @param despues as the family gave it for the next page
   */
  @GET
  @Requiere(Rol.CONSULTA)
  public TemplateInstance ver(
      @RestPath String que,
      @RestQuery @Nullable String familia,
      @RestQuery @Nullable String despues) {
    var espera = Espera.deRuta(que);
    var familias = familia == null ? List.of(Familia.values()) : List.of(Suite.deRuta(familia));
    var respuestas =
        Suite.aTodos(
            familias.stream().map(suite::de).toList(),
            vecino ->
                vecino.get(
                    espera.lista().con("limite", PAGINA).con("despues", despues),
                    ReporteDeFamilia.Pagina.class));
    return Vistas.esperas(
        espera,
        IntStream.range(0, familias.size())
            .mapToObj(i -> deFamilia(espera, familias.get(i), respuestas.get(i)))
            .toList());
  }

  private static DeFamilia deFamilia(
      Espera espera, Familia familia, Respuesta<ReporteDeFamilia.Pagina> respuesta) {
    var pagina = respuesta.valor();
    var siguiente = pagina == null ? null : pagina.siguiente();
    return new DeFamilia(
        NombreDeFamilia.de(familia),
        pagina,
        respuesta.falla(),
        siguiente == null
            ? null
            : new Direccion(espera.camino())
                .con("familia", Suite.enRuta(familia))
                .con("despues", siguiente)
                .valor());
  }
}
