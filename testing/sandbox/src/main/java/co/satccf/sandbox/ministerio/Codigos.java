package co.satccf.sandbox.ministerio;

import java.util.Map;

/** Codes the simulated Ministry answers, with their texts. The real texts are unknown. */
final class Codigos {
  static final String ACEPTADO = "200";
  static final String ALERTA = "AN01";
  static final String YA_EXISTE = "GN01";
  static final String EMPLEADOR_NO_INCORPORADO = "GN02";
  static final String OTRA_GLOSA = "GN03";
  static final String DESCONOCIDO = "ZZ99";

  private static final Map<String, String> TEXTOS =
      Map.ofEntries(
          Map.entry(ACEPTADO, "Registro recibido correctamente"),
          Map.entry(ALERTA, "Registro recibido con alerta de negocio"),
          Map.entry(YA_EXISTE, "Ya existe un reporte con ese número de radicado"),
          Map.entry(EMPLEADOR_NO_INCORPORADO, "El empleador no se encuentra incorporado"),
          Map.entry(OTRA_GLOSA, "El registro no cumple una regla de negocio"),
          Map.entry(DESCONOCIDO, "Situación no prevista"),
          Map.entry("GE01", "Tipo de documento del empleador no válido"),
          Map.entry("GE02", "Número de documento no válido para su tipo"),
          Map.entry("GE03", "Serial SAT ausente o de más de 4 caracteres"),
          Map.entry("GE04", "Número de radicado no válido"),
          Map.entry("GE05", "Número de transacción ausente o de más de 50 caracteres"),
          Map.entry("GE10", "Tipo de persona no válido"),
          Map.entry("GE11", "Naturaleza jurídica no válida para el tipo de persona"),
          Map.entry("GE12", "Primer nombre o primer apellido del empleador no válido"),
          Map.entry("GE13", "Segundo nombre o segundo apellido del empleador no válido"),
          Map.entry("GE14", "Fecha no válida, el formato es “AAAA-MM-DD”"),
          Map.entry("GE15", "Pérdida de afiliación por causa grave de más de 5 caracteres"),
          Map.entry("GE16", "Fecha efectiva no válida"),
          Map.entry("GE17", "Razón social no válida para el tipo de persona"),
          Map.entry("GE18", "Matrícula mercantil no válida para el tipo de persona"),
          Map.entry("GE19", "Departamento no válido"),
          Map.entry("GE20", "Municipio no válido"),
          Map.entry("GE21", "Dirección vacía o de más de 200 caracteres"),
          Map.entry("GE22", "Teléfono no numérico o de más de 10 dígitos"),
          Map.entry("GE23", "Correo electrónico no válido"),
          Map.entry("GE24", "Tipo de documento del representante no válido"),
          Map.entry("GE25", "Sexo no válido"),
          Map.entry("GE26", "Primer nombre o primer apellido no válido"),
          Map.entry("GE27", "Segundo nombre o segundo apellido no válido"),
          Map.entry("GE28", "Autorización no válida, los valores son “SI” y “NO”"),
          Map.entry("GE29", "Manifestación no válida, el valor es “SI”"),
          Map.entry("GE30", "Código de la caja anterior no válido"),
          Map.entry("GE31", "Paz y salvo no válido"),
          Map.entry("GE32", "Fecha del paz y salvo no válida"),
          Map.entry("GE33", "Causal de retiro no válida"),
          Map.entry("GE34", "Estado del reporte no válido"),
          Map.entry("GE35", "Tipo de inicio o de terminación no válido"),
          Map.entry("GE36", "Estado de pago no válido"),
          Map.entry("GE37", "Tipo de documento del trabajador no válido"),
          Map.entry("GE38", "Fecha de nacimiento no válida"),
          Map.entry("GE39", "Salario no válido"),
          Map.entry("GE40", "Tipo de salario no válido"),
          Map.entry("GE41", "Horas de trabajo no válidas"));

  private Codigos() {}

  static String texto(String codigo) {
    return TEXTOS.getOrDefault(codigo, codigo);
  }

  /** Whether a report answered with this code was taken in. */
  static boolean acepta(String codigo) {
    return codigo.equals(ACEPTADO) || codigo.equals(ALERTA);
  }
}
