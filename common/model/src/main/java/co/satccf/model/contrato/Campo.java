package co.satccf.model.contrato;

import co.satccf.model.contrato.Presencia.Exigencia;
import co.satccf.model.reporte.Reporte;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One row of a service's contract.
 *
 * @param nombre the field's own name, by which configuration speaks of it
 * @param nombreEnCable its name on the wire; the same unless configuration says otherwise
 * @param ruta its path in the event, for example {@code data.empleador.documento.tipo}
 * @param lector reads it from the report
 * @param etiqueta what it is, in Spanish with its article
 * @param codigo the glosa code a breach earns
 * @param longitud most characters (Unicode code points) it may have
 * @param patron the shape of the whole value, if it has one
 * @param valores what it may hold beyond that
 * @param catalogoEstricto whether a value outside its catalogue is a glosa, or only a warning
 */
public record Campo<R extends Reporte>(
    String nombre,
    String nombreEnCable,
    String ruta,
    Function<R, String> lector,
    String etiqueta,
    String codigo,
    Presencia<R> presencia,
    int longitud,
    @Nullable Patron patron,
    Valores<R> valores,
    boolean catalogoEstricto) {

  /** Starts a row: optional, at most 500 characters, any value. */
  static <R extends Reporte> Campo<R> de(
      String nombre, String codigo, String etiqueta, String ruta, Function<R, String> lector) {
    return new Campo<>(
        nombre,
        nombre,
        ruta,
        lector,
        etiqueta,
        codigo,
        Presencia.opcional(),
        500,
        null,
        new Valores.Libres<>(),
        true);
  }

  Campo<R> obligatorio() {
    return con(Presencia.obligatoria(""));
  }

  Campo<R> porDefecto(String valor) {
    return con(Presencia.obligatoria(valor));
  }

  Campo<R> segun(Condicion<R> condicion) {
    return con(Presencia.segun(condicion));
  }

  Campo<R> conNombre(String enCable) {
    return new Campo<>(
        nombre,
        enCable,
        ruta,
        lector,
        etiqueta,
        codigo,
        presencia,
        longitud,
        patron,
        valores,
        catalogoEstricto);
  }

  Campo<R> con(Exigencia exigencia) {
    return con(presencia.con(exigencia));
  }

  Campo<R> maximo(int caracteres) {
    return new Campo<>(
        nombre,
        nombreEnCable,
        ruta,
        lector,
        etiqueta,
        codigo,
        presencia,
        caracteres,
        patron,
        valores,
        catalogoEstricto);
  }

  Campo<R> con(Patron nuevo) {
    return new Campo<>(
        nombre,
        nombreEnCable,
        ruta,
        lector,
        etiqueta,
        codigo,
        presencia,
        longitud,
        nuevo,
        valores,
        catalogoEstricto);
  }

  Campo<R> con(Valores<R> nuevos) {
    return new Campo<>(
        nombre,
        nombreEnCable,
        ruta,
        lector,
        etiqueta,
        codigo,
        presencia,
        longitud,
        patron,
        nuevos,
        catalogoEstricto);
  }

  Campo<R> catalogoEstricto(boolean estricto) {
    return new Campo<>(
        nombre,
        nombreEnCable,
        ruta,
        lector,
        etiqueta,
        codigo,
        presencia,
        longitud,
        patron,
        valores,
        estricto);
  }

  private Campo<R> con(Presencia<R> nueva) {
    return new Campo<>(
        nombre,
        nombreEnCable,
        ruta,
        lector,
        etiqueta,
        codigo,
        nueva,
        longitud,
        patron,
        valores,
        catalogoEstricto);
  }
}
