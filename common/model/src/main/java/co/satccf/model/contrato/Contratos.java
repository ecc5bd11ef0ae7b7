package co.satccf.model.contrato;

import co.satccf.model.ServicioSat;
import co.satccf.model.catalogo.Catalogos;
import co.satccf.model.reporte.AfiliacionNoPrimeraVez;
import co.satccf.model.reporte.AfiliacionPrimeraVez;
import co.satccf.model.reporte.Desafiliacion;
import co.satccf.model.reporte.EstadoPagoEmpleador;
import co.satccf.model.reporte.InicioRelacionLaboral;
import co.satccf.model.reporte.PerdidaAfiliacionCausaGrave;
import co.satccf.model.reporte.Reporte;
import co.satccf.model.reporte.TerminacionRelacionLaboral;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The contracts of the seven services: checks a report and renders its wire body from the one table of its fields. */
public final class Contratos {

  private final JsonFactory json = new JsonFactory();
  private final Catalogos catalogos;
  private final List<Campo<AfiliacionPrimeraVez>> afiliacionPrimeraVez;
  private final List<Campo<AfiliacionNoPrimeraVez>> afiliacionNoPrimeraVez;
  private final List<Campo<Desafiliacion>> desafiliacion;
  private final List<Campo<InicioRelacionLaboral>> inicioRelacionLaboral;
  private final List<Campo<TerminacionRelacionLaboral>> terminacionRelacionLaboral;
  private final List<Campo<PerdidaAfiliacionCausaGrave>> perdidaAfiliacionCausaGrave;
  private final List<Campo<EstadoPagoEmpleador>> estadoPagoEmpleador;

  /**
   * @throws IllegalArgumentException when a rule is for no field or has a bad value; names key and value
   */
  public Contratos(Catalogos catalogos, ReglasDeContrato reglas) {
    this.catalogos = catalogos;
    Set<String> usadas = new HashSet<>();
    afiliacionPrimeraVez =
        reglas.aplicar(ServicioSat.AFILIACION_PRIMERA_VEZ, Tablas.afiliacionPrimeraVez(), usadas);
    afiliacionNoPrimeraVez =
        reglas.aplicar(ServicioSat.AFILIACION_NO_PRIMERA_VEZ, Tablas.afiliacionNoPrimeraVez(), usadas);
    desafiliacion = reglas.aplicar(ServicioSat.DESAFILIACION, Tablas.desafiliacion(), usadas);
    inicioRelacionLaboral =
        reglas.aplicar(ServicioSat.INICIO_RELACION_LABORAL, Tablas.inicioRelacionLaboral(), usadas);
    terminacionRelacionLaboral =
        reglas.aplicar(ServicioSat.TERMINACION_RELACION_LABORAL, Tablas.terminacionRelacionLaboral(), usadas);
    perdidaAfiliacionCausaGrave =
        reglas.aplicar(ServicioSat.PERDIDA_AFILIACION_CAUSA_GRAVE, Tablas.perdidaAfiliacionCausaGrave(), usadas);
    estadoPagoEmpleador = reglas.aplicar(ServicioSat.ESTADO_PAGO_EMPLEADOR, Tablas.estadoPagoEmpleador(), usadas);
    reglas.exigirUsadas(usadas);
  }

  /** Every breach and every doubt, in wire order. */
  public Validacion validar(Reporte reporte) {
    return switch (reporte) {
      case AfiliacionPrimeraVez r -> validar(afiliacionPrimeraVez, r);
      case AfiliacionNoPrimeraVez r -> validar(afiliacionNoPrimeraVez, r);
      case Desafiliacion r -> validar(desafiliacion, r);
      case InicioRelacionLaboral r -> validar(inicioRelacionLaboral, r);
      case TerminacionRelacionLaboral r -> validar(terminacionRelacionLaboral, r);
      case PerdidaAfiliacionCausaGrave r -> validar(perdidaAfiliacionCausaGrave, r);
      case EstadoPagoEmpleador r -> validar(estadoPagoEmpleador, r);
    };
  }

  /** The wire body: a flat JSON object in the table's order, every value a string, "" when absent. */
  public String cuerpo(Reporte reporte) {
    return switch (reporte) {
      case AfiliacionPrimeraVez r -> cuerpo(afiliacionPrimeraVez, r);
      case AfiliacionNoPrimeraVez r -> cuerpo(afiliacionNoPrimeraVez, r);
      case Desafiliacion r -> cuerpo(desafiliacion, r);
      case InicioRelacionLaboral r -> cuerpo(inicioRelacionLaboral, r);
      case TerminacionRelacionLaboral r -> cuerpo(terminacionRelacionLaboral, r);
      case PerdidaAfiliacionCausaGrave r -> cuerpo(perdidaAfiliacionCausaGrave, r);
      case EstadoPagoEmpleador r -> cuerpo(estadoPagoEmpleador, r);
    };
  }

  /** The table of a service, with its overrides. */
  public List<? extends Campo<?>> campos(ServicioSat servicio) {
    return switch (servicio) {
      case AFILIACION_PRIMERA_VEZ -> afiliacionPrimeraVez;
      case AFILIACION_NO_PRIMERA_VEZ -> afiliacionNoPrimeraVez;
      case DESAFILIACION -> desafiliacion;
      case INICIO_RELACION_LABORAL -> inicioRelacionLaboral;
      case TERMINACION_RELACION_LABORAL -> terminacionRelacionLaboral;
      case PERDIDA_AFILIACION_CAUSA_GRAVE -> perdidaAfiliacionCausaGrave;
      case ESTADO_PAGO_EMPLEADOR -> estadoPagoEmpleador;
    };
  }

  private <R> Validacion validar(List<Campo<R>> campos, R reporte) {
    List<Glosa> glosas = new ArrayList<>();
    List<Glosa> advertencias = new ArrayList<>();
    campos.forEach(campo -> campo.revisar(reporte, catalogos, glosas, advertencias));
    return new Validacion(glosas, advertencias);
  }

  private <R> String cuerpo(List<Campo<R>> campos, R reporte) {
    StringWriter out = new StringWriter(1_024);
    try (JsonGenerator generator = json.createGenerator(out)) {
      generator.writeStartObject();
      for (Campo<R> campo : campos) {
        generator.writeStringField(campo.nombre(), campo.lee().apply(reporte));
      }
      generator.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string cannot fail to be written", impossible);
    }
    return out.toString();
  }
}
