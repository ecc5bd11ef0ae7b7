package co.satccf.token.acreditacion;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whom the Ministry asks for (manual MN82, section 5), and what each has to do. */
enum RolDeAcreditacion {
  REPRESENTANTE_LEGAL(
      "representante legal",
      true,
      Map.of(
          Paso.CIUDADANO_REGISTRADO,
          "Se registra como ciudadano en Mi Seguridad Social",
          Paso.ROL_REGISTRADO,
          "Registra el rol Empleador Persona Jurídica de la Caja")),
  DELEGADO(
      "delegado",
      true,
      Map.of(
          Paso.CIUDADANO_REGISTRADO,
          "Se registra como ciudadano en Mi Seguridad Social",
          Paso.ROL_REGISTRADO,
          "El representante legal lo registra como su delegado")),
  AUTORIZADO(
      "autorizado",
      false,
      Map.of(
          Paso.CIUDADANO_REGISTRADO,
          "Se registra como ciudadano en Mi Seguridad Social",
          Paso.AUTORIZADO,
          "El representante legal o su delegado lo designa «Autorizado para administrar servicios"
              + " web externos» y verifica que aparece en la lista"));

  private final String titulo;
  private final boolean unico;
  private final Map<Paso, String> pasos;

  RolDeAcreditacion(String titulo, boolean unico, Map<Paso, String> pasos) {
    this.titulo = titulo;
    this.unico = unico;
    this.pasos = pasos;
  }

  /** What a person of a role does, in their order. */
  enum Paso {
    CIUDADANO_REGISTRADO("ciudadanoRegistrado"),
    ROL_REGISTRADO("rolRegistrado"),
    AUTORIZADO("autorizado");

    private final String campo;

    Paso(String campo) {
      this.campo = campo;
    }

    /** As requests write it. */
    String campo() {
      return campo;
    }
  }

  String titulo() {
    return titulo;
  }

  /** Whether only one person may have it; anybody may be authorised. */
  boolean unico() {
    return unico;
  }

  /** In their order. */
  List<Paso> pasos() {
    return Arrays.stream(Paso.values()).filter(pasos::containsKey).toList();
  }

  /** What the step is in this role. */
  String descripcion(Paso paso) {
    return Objects.requireNonNull(pasos.get(paso));
  }
}
