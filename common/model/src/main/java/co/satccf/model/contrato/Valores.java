package co.satccf.model.contrato;

import co.satccf.model.catalogo.Lista;
import co.satccf.model.catalogo.Rol;
import co.satccf.model.reporte.Reporte;
import java.util.function.Function;

/** Which values a field takes, beyond its length and pattern. */
public sealed interface Valores<R extends Reporte> {

  /** Any text. */
  record Libres<R extends Reporte>() implements Valores<R> {}

  /** A day that exists, yyyy-MM-dd. */
  record Fecha<R extends Reporte>() implements Valores<R> {}

  record DeLista<R extends Reporte>(Lista lista) implements Valores<R> {}

  record Departamento<R extends Reporte>() implements Valores<R> {}

  /** A municipality of the departamento told by the other field. */
  record Municipio<R extends Reporte>(Function<R, String> departamento) implements Valores<R> {}

  /** Code of a caja, operating or historic. */
  record Caja<R extends Reporte>() implements Valores<R> {}

  record TipoDocumento<R extends Reporte>(Rol rol) implements Valores<R> {}

  /** A number with the shape of the document type told by the other field. */
  record NumeroDocumento<R extends Reporte>(Rol rol, String rutaTipo, Function<R, String> tipo)
      implements Valores<R> {}
}
