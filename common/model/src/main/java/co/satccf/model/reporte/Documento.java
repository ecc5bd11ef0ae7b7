package co.satccf.model.reporte;

/** An identity document: its type code (NI, CC, …) and its number, without check digit. */
public record Documento(String tipo, String numero) {
  /** Personal data: only the kind is shown. */
  @Override
  public String toString() {
    return "Documento[…]";
  }
}
