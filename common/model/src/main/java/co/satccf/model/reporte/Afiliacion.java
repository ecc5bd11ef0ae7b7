package co.satccf.model.reporte;

import org.jspecify.annotations.Nullable;

/** What both affiliations of an employer in a departamento have in common (wire fields 1 to 27). */
public sealed interface Afiliacion extends Reporte
    permits AfiliacionPrimeraVez, AfiliacionNoPrimeraVez {

  /** The SAT's transaction number, "0" when the fund originates the report. */
  String numeroTransaccion();

  Empleador empleador();

  String fechaSolicitud();

  String perdidaAfiliacionCausaGrave();

  String fechaEfectivaAfiliacion();

  Ubicacion ubicacion();

  Contacto contacto();

  Representante representante();

  Autorizaciones autorizaciones();

  String manifestacion();

  @Override
  default Documento documentoEmpleador() {
    return empleador().documento();
  }

  @Override
  default String serialSat() {
    return empleador().serialSat();
  }

  @Override
  default @Nullable String departamento() {
    return Hecho.departamento(ubicacion().departamento());
  }

  @Override
  default @Nullable String fechaHecho() {
    return Hecho.fecha(fechaEfectivaAfiliacion());
  }
}
