package co.satccf.reporting.consola.sesion;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.EstadoReporte;
import io.quarkus.qute.TemplateGlobal;
import java.util.List;

/** What every template knows: addresses of what pages load, all of it ours (CSP), and lists. */
@TemplateGlobal
final class Recursos {

  static final String HTMX = "/webjars/htmx.org/2.0.10/dist/htmx.min.js";
  static final String CHART = "/webjars/chart.js/4.5.1/dist/chart.umd.min.js";
  static final List<ServicioSat> SERVICIOS = List.of(ServicioSat.values());
  static final List<EstadoReporte> ESTADOS = List.of(EstadoReporte.values());

  private Recursos() {}
}
