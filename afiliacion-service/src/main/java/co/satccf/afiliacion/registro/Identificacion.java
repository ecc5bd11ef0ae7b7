package co.satccf.afiliacion.registro;

import co.satccf.model.catalogo.Catalogos;
import co.satccf.model.catalogo.Rol;
import co.satccf.model.referencia.Referencias;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who an employer is: checks what names it by the rules of the contracts, and changes it into the
 * reference that reports have. A wrong document would be one nobody waits for.
 */
@ApplicationScoped
public class Identificacion {

  private static final Pattern SERIAL = Pattern.compile("[0-9A-Za-z]{0,4}");

  private final Catalogos catalogos;
  private final Referencias referencias;

  Identificacion(Catalogos catalogos, Referencias referencias) {
    this.catalogos = catalogos;
    this.referencias = referencias;
  }

  /** The first of them that cannot be right; none may have blanks around it. */
  public Optional<Dato> errado(String tipo, String numero, String serial) {
    var conocido = catalogos.tipoDocumento(tipo.toUpperCase(Locale.ROOT), Rol.EMPLEADOR);
    if (conocido.isEmpty()) {
      return Optional.of(Dato.TIPO);
    }
    if (!conocido.get().numero().matcher(numero).matches()) {
      return Optional.of(Dato.NUMERO);
    }
    return SERIAL.matcher(serial).matches() ? Optional.empty() : Optional.of(Dato.SERIAL);
  }

  /** As {@link #errado(String, String, String)}, for one departamento. */
  public Optional<Dato> errado(String departamento) {
    return catalogos.tieneDepartamento(departamento)
        ? Optional.empty()
        : Optional.of(Dato.DEPARTAMENTO);
  }

  /** The employer's reference; a blank serial counts as "0". */
  public String referencia(String tipo, String numero, String serial) {
    return referencias.empleador(tipo, numero, serial);
  }
}
