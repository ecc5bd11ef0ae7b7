package co.satccf.model.contrato;

import co.satccf.model.ServicioSat;
import co.satccf.model.catalogo.Catalogos;
import co.satccf.model.reporte.Reporte;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The contracts of the seven services. Immutable and safe for use by many threads at once. */
public final class Contratos {
  private final Map<ServicioSat, Contrato<?>> contratos = new EnumMap<>(ServicioSat.class);

  public Contratos(Catalogos catalogos, ReglasDeContrato overrides) {
    for (var tabla : tablas()) {
      contratos.put(tabla.servicio(), contrato(tabla, catalogos, overrides));
    }
  }

  /** Checks every field of a report; never throws for what a report says. */
  public Validacion validar(Reporte reporte) {
    return contrato(reporte.servicio()).validar(reporte);
  }

  /**
   * The body to POST: a flat JSON object, the fields in the order of the table, every value a
   * string, {@code ""} when absent. To be sent as UTF-8.
   */
  public String cuerpo(Reporte reporte) {
    return contrato(reporte.servicio()).cuerpo(reporte);
  }

  /** The service's fields in wire order, with what configuration changes. */
  public List<Campo<?>> campos(ServicioSat servicio) {
    return List.copyOf(contrato(servicio).campos());
  }

  private Contrato<?> contrato(ServicioSat servicio) {
    return Objects.requireNonNull(contratos.get(servicio));
  }

  private static <R extends Reporte> Contrato<R> contrato(
      Tabla<R> tabla, Catalogos catalogos, ReglasDeContrato overrides) {
    return new Contrato<>(tabla.tipo(), overrides.aplicar(tabla), new Validador(catalogos));
  }

  static List<Tabla<?>> tablas() {
    return List.of(
        new TablaDeAfiliacion.PrimeraVez(),
        new TablaDeAfiliacion.NoPrimeraVez(),
        new TablaDeDesafiliacion(),
        new TablaDeInicio(),
        new TablaDeTerminacion(),
        new TablaDePerdida(),
        new TablaDeEstadoPago());
  }
}
