package co.satccf.model.reporte;

import co.satccf.model.calendario.Fechas;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be told about a report outside its body: only values of a known shape. */
final class Hecho {
  private static final Pattern DEPARTAMENTO = Pattern.compile("[0-9]{2}");

  private Hecho() {}

  static @Nullable String departamento(String valor) {
    return DEPARTAMENTO.matcher(valor).matches() ? valor : null;
  }

  static @Nullable String fecha(String valor) {
    return Fechas.esFecha(valor) ? valor : null;
  }

  static @Nullable Documento trabajador(Documento documento) {
    return documento.tipo().isBlank() || documento.numero().isBlank() ? null : documento;
  }
}
