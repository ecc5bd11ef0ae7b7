package co.satccf.token.acreditacion;

import co.satccf.token.solicitud.Campos;
import co.satccf.token.solicitud.Objecion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who somebody is; its text form tells nothing. */
@Schema(description = "Quién es; dato personal, se guarda cifrado")
record Persona(
    @Schema(required = true, implementation = TipoDeDocumento.class) @Nullable String tipoDocumento,
    @Schema(required = true) @Nullable String numeroDocumento,
    @Schema(required = true) @Nullable String nombres,
    @Schema(required = true) @Nullable String apellidos,
    @Schema(description = "El que registró en Mi Seguridad Social") @Nullable String correo) {

  private static final int LARGO = 120;

  /** Documents of a natural person (SAT protocol, catalogue of the representante legal). */
  enum TipoDeDocumento {
    CC,
    CE,
    CD,
    PE,
    PT
  }

  /**
   * The same, known to be right.
   *
   * @throws Objecion names the field, never its value
   */
  Persona leer() {
    String numero = Campos.linea("persona.numeroDocumento", numeroDocumento, LARGO);
    if (!numero.matches("[0-9A-Za-z]{3,16}")) {
      throw Objecion.dato(
          "persona.numeroDocumento",
          "se esperan de 3 a 16 dígitos o letras, sin puntos ni espacios");
    }
    @Nullable String escrito = Campos.lineaOpcional("persona.correo", correo, LARGO);
    if (escrito != null && !escrito.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
      throw Objecion.dato("persona.correo", "se espera un correo electrónico");
    }
    return new Persona(
        Campos.uno("persona.tipoDocumento", TipoDeDocumento.class, tipoDocumento).name(),
        numero,
        Campos.linea("persona.nombres", nombres, LARGO),
        Campos.linea("persona.apellidos", apellidos, LARGO),
        escrito);
  }

  boolean esLaMisma(Persona otra) {
    return Objects.equals(tipoDocumento, otra.tipoDocumento)
        && Objects.equals(numeroDocumento, otra.numeroDocumento);
  }

  /** As it is sealed. */
  Map<String, String> textos() {
    Map<String, String> textos = new LinkedHashMap<>();
    poner(textos, "tipoDocumento", tipoDocumento);
    poner(textos, "numeroDocumento", numeroDocumento);
    poner(textos, "nombres", nombres);
    poner(textos, "apellidos", apellidos);
    poner(textos, "correo", correo);
    return textos;
  }

  private static void poner(Map<String, String> textos, String campo, @Nullable String valor) {
    if (valor != null) {
      textos.put(campo, valor);
    }
  }

  static Persona de(Map<String, String> textos) {
    return new Persona(
        textos.get("tipoDocumento"),
        textos.get("numeroDocumento"),
        textos.get("nombres"),
        textos.get("apellidos"),
        textos.get("correo"));
  }

  @Override
  public String toString() {
    return "Persona[***]";
  }
}
