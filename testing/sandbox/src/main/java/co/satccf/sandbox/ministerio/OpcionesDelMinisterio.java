package co.satccf.sandbox.ministerio;

import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How a simulated Ministry is started.
 *
 * @param puerto port of the services, the token endpoint and /control; 0 takes a free one
 * @param puertoControl second port with /control only, which stays open while connections are
 *     refused on the first; 0 takes a free one
 * @param libro file to which each ledger line is appended at once; null: memory only
 * @param fallas faults and latencies at the start
 * @param modo mode at the start, and after POST /control/reiniciar
 * @param reloj clock of token lives and of the ledger
 */
public record OpcionesDelMinisterio(
    int puerto,
    int puertoControl,
    @Nullable Path libro,
    Fallas fallas,
    ModoDelMinisterio modo,
    InstantSource reloj) {

  /** Free ports, no file, no faults, system clock. */
  public static OpcionesDelMinisterio predeterminadas() {
    return new OpcionesDelMinisterio(
        0, 0, null, Fallas.ninguna(), ModoDelMinisterio.predeterminado(), InstantSource.system());
  }

  public OpcionesDelMinisterio conPuerto(int valor) {
    return new OpcionesDelMinisterio(valor, puertoControl, libro, fallas, modo, reloj);
  }

  public OpcionesDelMinisterio conPuertoControl(int valor) {
    return new OpcionesDelMinisterio(puerto, valor, libro, fallas, modo, reloj);
  }

  public OpcionesDelMinisterio conLibro(Path archivo) {
    return new OpcionesDelMinisterio(puerto, puertoControl, archivo, fallas, modo, reloj);
  }

  public OpcionesDelMinisterio conFallas(Fallas valor) {
    return new OpcionesDelMinisterio(puerto, puertoControl, libro, valor, modo, reloj);
  }

  public OpcionesDelMinisterio conModo(ModoDelMinisterio valor) {
    return new OpcionesDelMinisterio(puerto, puertoControl, libro, fallas, valor, reloj);
  }

  public OpcionesDelMinisterio conReloj(InstantSource valor) {
    return new OpcionesDelMinisterio(puerto, puertoControl, libro, fallas, modo, valor);
  }
}
