package co.satccf.model.reporte;

/** An identity document. Printing it prints no number. */
public record Documento(String tipo, String numero) {

  @Override
  public String toString() {
    return "Documento[tipo=" + tipo + "]";
  }
}
