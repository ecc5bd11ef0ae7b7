package co.satccf.transmitter.resguardo;

import java.util.Locale;

/**
 * The tables with something encrypted. Each tells a batch of rows under certain keys, locked and
 * past those that others have locked, and takes them back: two numbers and an instant that find the
 * row, its key, and one or two ciphertexts, each with its {@link Lugar}.
 */
enum Tabla {
  CUERPO(
      """
      select c.reporte, c.version, null::timestamptz, c.clave,
        c.contenido, 'cuerpo/' || r.servicio || '/' || r.radicado || '/' || c.version, null::bytea, null::text
      from cuerpo c join reporte r on r.id = c.reporte
      where c.clave = any (?) limit ? for update of c skip locked
      """,
      """
      update cuerpo c set clave = ?, contenido = n.uno
      from unnest(?::int8[], ?::int4[], ?::timestamptz[], ?::bytea[], ?::bytea[]) as n(id, numero, instante, uno, dos)
      where c.reporte = n.id and c.version = n.numero
      """),
  INTENTO(
      """
      select i.reporte, i.numero, i.instante, i.clave,
        i.respuesta, 'respuesta/' || r.servicio || '/' || r.radicado || '/' || i.numero, null::bytea, null::text
      from intento i join reporte r on r.id = i.reporte
      where i.clave = any (?) limit ? for update of i skip locked
      """,
      """
      update intento i set clave = ?, respuesta = n.uno
      from unnest(?::int8[], ?::int4[], ?::timestamptz[], ?::bytea[], ?::bytea[]) as n(id, numero, instante, uno, dos)
      where i.reporte = n.id and i.numero = n.numero and i.instante = n.instante
      """),
  CUARENTENA(registros("cuarentena"), registrosDeVuelta("cuarentena")),
  CORRECCION(registros("correccion"), registrosDeVuelta("correccion"));

  private final String eleccion;
  private final String vuelta;

  Tabla(String eleccion, String vuelta) {
    this.eleccion = eleccion;
    this.vuelta = vuelta;
  }

  private static String registros(String tabla) {
    return """
        select id, 0, null::timestamptz, clave, contenido, 'contenido/' || lugar, cabeceras, 'cabeceras/' || lugar
        from %s, lateral (
          select topico || '-' || particion || '@' || posicion || '/' || encode(huella, 'hex') as lugar) l
        where clave = any (?) limit ? for update of %s skip locked
        """
        .formatted(tabla, tabla);
  }

  private static String registrosDeVuelta(String tabla) {
    return """
        update %s t set clave = ?, contenido = n.uno, cabeceras = n.dos
        from unnest(?::int8[], ?::int4[], ?::timestamptz[], ?::bytea[], ?::bytea[]) as n(id, numero, instante, uno, dos)
        where t.id = n.id
        """
        .formatted(tabla);
  }

  /** As the database has it. */
  String nombre() {
    return name().toLowerCase(Locale.ROOT);
  }

  String eleccion() {
    return eleccion;
  }

  String vuelta() {
    return vuelta;
  }
}
