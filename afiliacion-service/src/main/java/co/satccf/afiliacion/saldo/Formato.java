package co.satccf.afiliacion.saldo;

/** How the file is written. */
enum Formato {
  /** A header line that names the columns, separated by commas or semicolons. */
  CSV,
  /** One JSON object a line, its members named as the columns. */
  NDJSON
}
