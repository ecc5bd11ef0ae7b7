package co.satccf.sandbox.caos;

import co.satccf.sandbox.local.Plataforma;

/** One fault: it begins, lasts a while, and is taken back. */
sealed interface Golpe
    permits CaidaDeKafka,
        CaidaDePostgres,
        Congelamiento,
        Corte,
        DiscoLleno,
        IrYVenirDeReplicas,
        MinisterioEnfermo,
        Muerte,
        SaltoDeReloj,
        Silencio {

  /** Under what it is counted, in Spanish. */
  String tipo();

  /** What happens, in Spanish, for the log line. */
  String descripcion();

  /**
   * @throws RuntimeException when the platform is in no state for it; then it did not happen
   */
  void aplicar(Plataforma plataforma);

  /**
   * Takes it back. May be called again after it failed.
   *
   * @throws RuntimeException when it could not
   */
  void deshacer(Plataforma plataforma);
}
