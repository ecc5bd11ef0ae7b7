package co.satccf.transmitter.problem;

import java.util.Arrays;

/** The kinds of error that the HTTP interface tells apart. */
public enum Falla {
  SOLICITUD_INCORRECTA(400, "Solicitud incorrecta"),
  NO_ENCONTRADO(404, "No encontrado"),
  METODO_NO_PERMITIDO(405, "Método no permitido"),
  RESPUESTA_NO_DISPONIBLE(406, "Formato de respuesta no disponible"),
  CONFLICTO(409, "Conflicto"),
  CONTENIDO_DESMEDIDO(413, "Contenido demasiado grande"),
  FORMATO_NO_ADMITIDO(415, "Formato no admitido"),
  DEMASIADAS_SOLICITUDES(429, "Demasiadas solicitudes"),
  CONTENIDO_INVALIDO(422, "Contenido inválido"),
  ERROR_INTERNO(500, "Error interno"),
  CONSULTA_LENTA(503, "Servicio no disponible"),
  BASE_DE_DATOS_NO_DISPONIBLE(503, "Servicio no disponible"),
  ALMACEN_INCOMPLETO(503, "Servicio no disponible");

  private final int estado;
  private final String titulo;

  Falla(int estado, String titulo) {
    this.estado = estado;
    this.titulo = titulo;
  }

  /** HTTP status. */
  public int estado() {
    return estado;
  }

  /** The status in Spanish. */
  public String titulo() {
    return titulo;
  }

  /** What the framework's own refusals are told as; of its failures only that they are internal. */
  static Falla porEstado(int estado) {
    if (estado >= ERROR_INTERNO.estado) {
      return ERROR_INTERNO;
    }
    return Arrays.stream(values())
        .filter(falla -> falla.estado == estado)
        .findFirst()
        .orElse(SOLICITUD_INCORRECTA);
  }
}
