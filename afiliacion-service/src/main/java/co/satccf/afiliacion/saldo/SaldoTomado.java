package co.satccf.afiliacion.saldo;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a file has been taken. */
@Schema(description = "Hasta dónde se ha tomado un archivo del saldo inicial")
record SaldoTomado(
    @Schema(description = "El nombre que le dio quien lo envió") String archivo,
    Formato formato,
    @Schema(description = "Líneas ya atendidas, con el encabezado y las vacías") long lineas,
    @Schema(description = "De ellas, empleadores que no estaban en SAT y ahora sí")
        long incorporados,
    @Schema(description = "Empleadores que ya estaban, o cuyo estado cambió después de esa fecha")
        long yaEstaban,
    @Schema(description = "Líneas que no se entendieron y se pasaron por alto") long malas,
    @Schema(description = "Las primeras 100; todas, en /empleadores/saldo-inicial/{archivo}/malas")
        List<LineaMala> primerasMalas,
    @Schema(description = "SHA-256 de las líneas atendidas, en hexadecimal") String huella,
    Instant desde,
    @Schema(description = "Nulo mientras no se haya llegado al final")
        @Nullable Instant terminado) {

  /** Bad lines that an answer tells. */
  static final int PRIMERAS = 100;

  /** A line that was passed over; what it says is not told. */
  @Schema(description = "Una línea que se pasó por alto y por qué; nunca lo que dice")
  record LineaMala(
      @Schema(description = "Desde 1, contando el encabezado") long linea,
      Defecto codigo,
      String motivo) {

    static LineaMala de(SaldoStatements.Mala mala) {
      return new LineaMala(mala.linea(), mala.defecto(), mala.defecto().motivo());
    }
  }

  static SaldoTomado de(SaldoStatements.Avance avance, List<SaldoStatements.Mala> primeras) {
    return new SaldoTomado(
        avance.archivo(),
        avance.formato(),
        avance.lineas(),
        avance.incorporados(),
        avance.yaEstaban(),
        avance.malas(),
        primeras.stream().map(LineaMala::de).toList(),
        HexFormat.of().formatHex(avance.huella()),
        avance.desde(),
        avance.terminado());
  }
}
