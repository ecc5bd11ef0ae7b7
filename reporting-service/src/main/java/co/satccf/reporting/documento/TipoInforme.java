package co.satccf.reporting.documento;

import java.util.Locale;

/**
 * The follow-up reports. The first three are those of the Ministry's entry into production
 * (MinSalud, SAT protocol of 14-Jul-2021, "Informes de seguimiento").
 */
public enum TipoInforme {
  PENDIENTES("Pendientes por reportar"),
  EMPLEADORES_CARGADOS("Empleadores cargados en SAT"),
  TRABAJADORES_CARGADOS("Trabajadores cargados en SAT"),
  CONTEO_SEMANAL("Conteo semanal");

  private final String titulo;

  TipoInforme(String titulo) {
    this.titulo = titulo;
  }

  public String titulo() {
    return titulo;
  }

  /** As file names write it. */
  public String enMinusculas() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
