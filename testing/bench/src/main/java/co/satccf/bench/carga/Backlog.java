package co.satccf.bench.carga;

import co.satccf.model.cifrado.Llavero;

/**
 * Writes many reports straight into the store of the subject: rows like those of reports that came
 * the usual way, each with a radicado and a key of its own; those that are to be sent with a body
 * of their own, too. What only the ERP's questions read (inbox, {@code implicado}) is left out.
 */
public final class Backlog {
  private static final int AT_A_TIME = 100_000;
  private static final int MODELS = 500;

  /** Fits the 20 digits of a radicado, and leaves the number of the model when divided. */
  private static final long FIRST = 9_000_000_000_000_000L;

  private final Store store;
  private final Bodies bodies;
  private long next = FIRST;

  /** The models are reports that the subject has settled before. */
  public Backlog(Store store, Llavero llavero) {
    this.store = store;
    store.run("set session_replication_role = replica");
    store.run(
        """
        create temp table modelo as
        select row_number() over () - 1 as n, r.servicio, r.radicado, r.empleador, r.departamento,
          r.instante_evento, r.vence, c.version, c.clave, c.contenido, c.huella
        from (select * from reporte where estado = 'ACEPTADO' limit %d) r
        join cuerpo c on c.reporte = r.id and c.version = r.version
        """
            .formatted(MODELS));
    store.run("create unique index on modelo (n)");
    store.run("analyze modelo");
    this.bodies = new Bodies(store, llavero, MODELS);
  }

  /** Reports that are claimed before all others. */
  public void first(int reports) {
    insert(reports, "'PENDIENTE'", "null", "'2000-01-01'", "r.numero", "m.empleador");
    bodies.write(next - reports, next - 1);
  }

  /**
   * Fills up what waits: half of it is ready, a quarter stands behind one that is, and a quarter
   * waits for its employer.
   */
  public void waitingUpTo(int reports) {
    long missing =
        reports - store.number("select count(*) from reporte where estado = 'PENDIENTE'");
    insert(
        missing,
        "'PENDIENTE'",
        """
        case r.numero % 4 when 1 then 'REPORTE_ANTERIOR' when 3 then 'EMPLEADOR_NO_INCORPORADO' end""",
        "now()",
        // The numbers that leave 1 share the key of the one before them.
        "r.numero - case r.numero % 4 when 1 then 1 else 0 end",
        "case r.numero % 4 when 3 then 'k1:sin-incorporar-' || r.numero else m.empleador end");
    settle();
  }

  /** Reports that were accepted long ago, with their bodies purged. */
  public void settled(int reports) {
    insert(reports, "'ACEPTADO'", "null", "now()", "r.numero", "m.empleador");
    settle();
  }

  private void insert(
      long reports, String estado, String bloqueo, String noAntes, String llave, String empleador) {
    // A holder and its follower must not be parted.
    next += 4 - next % 4;
    for (long done = 0; done < reports; done += AT_A_TIME) {
      long many = Math.min(AT_A_TIME, reports - done);
      store.run(
          """
          with nuevo as (
            insert into reporte (servicio, radicado, llave, hecho, empleador, departamento, trabajador, tipo_rezago,
              estado, bloqueo, no_antes, instante_evento, vence)
            select m.servicio, r.numero::text, md5('llave' || %s)::uuid, md5('hecho' || r.numero)::uuid, %s,
              m.departamento, 'k1:' || md5('trabajador' || r.numero), 4, %s, %s, %s, m.instante_evento, m.vence
            from generate_series(%d, %d) r(numero) join modelo m on m.n = r.numero %% %d
            returning id, radicado, estado)
          insert into cuerpo (reporte, version, clave, contenido, huella, evento_source, evento_id)
          select n.id, 1, case when n.estado <> 'ACEPTADO' then m.clave end,
            case when n.estado <> 'ACEPTADO' then m.contenido end, m.huella, '/sat-bench', n.radicado
          from nuevo n join modelo m on m.n = n.radicado::bigint %% %d
          """
              .formatted(
                  llave,
                  empleador,
                  estado,
                  bloqueo,
                  noAntes,
                  next,
                  next + many - 1,
                  MODELS,
                  MODELS));
      next += many;
    }
  }

  /** What the server would do by itself some time later, in the midst of a measurement. */
  private void settle() {
    store.run("vacuum (analyze) reporte");
    store.run("vacuum (analyze) cuerpo");
    store.run("checkpoint");
  }
}
