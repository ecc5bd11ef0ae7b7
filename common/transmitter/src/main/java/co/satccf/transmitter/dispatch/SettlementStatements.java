package co.satccf.transmitter.dispatch;

import co.satccf.model.ServicioSat;
import co.satccf.transmitter.outbox.Resultado;
import co.satccf.transmitter.outbox.TipoResultado;
import co.satccf.transmitter.store.Columnas;
import co.satccf.transmitter.store.Topicos;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a settlement writes; each statement runs inside a transaction of its caller. */
final class SettlementStatements {

  private SettlementStatements() {}

  /**
   * Up to so many reports whose lease ended without a settlement, in their order: of those in
   * flight, which the limit keeps few, not of all there are.
   *
   * @param despues only reports after this one
   */
  static List<Long> expired(Connection connection, ServicioSat servicio, long despues, int limite)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            with vencido as materialized (
              select id from reporte where servicio = ? and estado = 'EN_VUELO' and arriendo_hasta < now())
            select id from vencido where id > ? order by id limit ?
            """)) {
      select.setString(1, servicio.nombre());
      select.setLong(2, despues);
      select.setInt(3, limite);
      try (ResultSet row = select.executeQuery()) {
        List<Long> expired = new ArrayList<>();
        while (row.next()) {
          expired.add(row.getLong(1));
        }
        return expired;
      }
    }
  }

  /** Locks those of the reports whose lease is still over, past what others have locked. */
  static List<ReporteReclamado> takeExpired(Connection connection, List<Long> ids)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select %s
            from reporte r join cuerpo c on c.reporte = r.id and c.version = r.version
            where r.id = any (?) and r.estado = 'EN_VUELO' and r.arriendo_hasta < now()
            for update of r skip locked
            """
                .formatted(DispatchStatements.REPORTE))) {
      select.setArray(1, connection.createArrayOf("int8", ids.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        List<ReporteReclamado> expired = new ArrayList<>();
        while (rows.next()) {
          expired.add(DispatchStatements.reclamado(rows));
        }
        return expired;
      }
    }
  }

  /**
   * What storing an answer did.
   *
   * @param liquidado whether the report was settled by it; not when a newer claim, a correction or
   *     a person fenced it off
   * @param corregible whether a correction waits for the report
   */
  record Efecto(Desenlace desenlace, boolean liquidado, boolean corregible) {}

  /**
   * States, attempts and outcomes in one statement, each fenced by its attempt's number (rules 6
   * and 7). An answer is kept even when the fence refuses it. Once a person has decided, of a late
   * one only an acceptance of the body that would go now settles the report: others would bring
   * nothing that the next attempt does not.
   *
   * <p>While a correction waits for this answer, the report does not go again by itself (rule 12);
   * nor does one that a person has been asked to look at while it was out.
   *
   * @param desenlaces at most one for each attempt
   * @return one for each, in their order
   */
  static List<Efecto> settle(Connection connection, List<Desenlace> desenlaces)
      throws SQLException {
    try (PreparedStatement settle =
        connection.prepareStatement(
            """
            with dado as (
              select * from unnest(?::int8[], ?::int4[], ?::text[], ?::text[], ?::text[], ?::bool[], ?::text[], ?::text[],
                ?::bool[], ?::int4[], ?::int8[], ?::int4[], ?::int4[], ?::text[], ?::int4[], ?::text[], ?::text[],
                ?::bytea[], ?::text[], ?::jsonb[], ?::text[], ?::bool[]) with ordinality
              as d(id, intento, servicio, radicado, estado, final, origen, codigo, comunicar, fallos, espera, version,
                duracion, veredicto, http, mensaje, clave, respuesta, tipo, payload, llave, aplica, n)),
            corregido as (
              select d.n from dado d where exists (
                select from correccion c
                where c.servicio = d.servicio and c.original = d.radicado and c.estado = 'EN_ESPERA')),
            liquidado as (
              update reporte r
              set estado = d.estado,
                  bloqueo = case when d.estado = 'PENDIENTE'
                    then bloqueo_en_turno(r.servicio, r.empleador, r.departamento, r.retencion) end,
                  origen = d.origen, codigo = d.codigo, revision = r.revision + d.comunicar::int, fallos = d.fallos,
                  no_antes = case
                    when d.espera is null or d.estado = 'PENDIENTE' and d.n in (select n from corregido)
                      or d.estado = 'INCIERTO' and r.retencion is not null then 'infinity'
                    else now() + d.espera * interval '1 millisecond' end,
                  arriendo_hasta = null, desde = now()
              from dado d
              where r.id = any (?) and r.id = d.id and r.intento = d.intento
                and case when d.final and r.version = d.version
                      then r.estado in ('EN_VUELO', 'INCIERTO', 'PENDIENTE', 'GLOSADO', 'POR_CONFIRMAR')
                      else r.estado in ('EN_VUELO', 'INCIERTO') end
              returning d.n, r.revision),
            guardado as (
              insert into intento (reporte, numero, version, duracion, veredicto, http, codigo, mensaje, clave, respuesta,
                                   aplicado)
              select id, intento, version, duracion, veredicto, http, codigo, mensaje, clave, respuesta,
                aplica and n in (select n from liquidado)
              from dado),
            comunicado as (
              insert into salida (aggregatetype, aggregateid, type, payload, topico, llave)
              select d.servicio, d.radicado, d.tipo, d.payload || jsonb_build_object('revision', l.revision), ?, d.llave
              from dado d join liquidado l using (n) where d.comunicar order by n)
            select n in (select n from liquidado), n in (select n from corregido) from dado order by n
            """)) {
      Columnas<Desenlace> columnas = new Columnas<>(connection, desenlaces);
      int i = 0;
      settle.setArray(++i, columnas.longs(d -> d.reclamado().id()));
      settle.setArray(++i, columnas.ints(d -> d.reclamado().intento()));
      settle.setArray(++i, columnas.texts(d -> d.servicio().nombre()));
      settle.setArray(++i, columnas.texts(d -> d.reporte().radicado()));
      settle.setArray(++i, columnas.texts(d -> d.estado().name()));
      settle.setArray(++i, columnas.booleans(d -> d.estado().esFinal()));
      settle.setArray(++i, columnas.texts(d -> Liquidacion.ORIGEN.name()));
      settle.setArray(++i, columnas.texts(d -> d.liquidacion().codigo()));
      settle.setArray(++i, columnas.booleans(d -> d.liquidacion().comunicar()));
      settle.setArray(++i, columnas.ints(d -> d.liquidacion().fallos()));
      settle.setArray(++i, columnas.longs(d -> millis(d.liquidacion().espera())));
      settle.setArray(++i, columnas.ints(d -> d.reclamado().version()));
      settle.setArray(++i, columnas.ints(d -> (int) d.respuesta().duracion().toMillis()));
      settle.setArray(++i, columnas.texts(d -> d.respuesta().veredicto()));
      settle.setArray(++i, columnas.ints(d -> d.respuesta().http()));
      settle.setArray(++i, columnas.texts(d -> d.liquidacion().mensaje()));
      settle.setArray(++i, columnas.texts(d -> d.respuesta().clave()));
      settle.setArray(++i, columnas.bytes(d -> d.respuesta().bytes()));
      settle.setArray(++i, columnas.texts(d -> TipoResultado.de(d.estado()).tipoEvento()));
      settle.setArray(++i, columnas.texts(d -> resultado(d).toString()));
      settle.setArray(++i, columnas.texts(d -> d.reporte().llave().toString()));
      settle.setArray(++i, columnas.booleans(Desenlace::aplica));
      // Told again, so that rows are found by their ids whatever the planner thinks of the table.
      // Of
      // a case it thinks nothing: of the states by themselves, that hardly a row has them, so that
      // each row is held against each answer.
      settle.setArray(++i, columnas.longs(d -> d.reclamado().id()));
      settle.setString(++i, Topicos.RESULTADOS);
      try (ResultSet rows = settle.executeQuery()) {
        List<Efecto> efectos = new ArrayList<>();
        while (rows.next()) {
          efectos.add(
              new Efecto(desenlaces.get(efectos.size()), rows.getBoolean(1), rows.getBoolean(2)));
        }
        return efectos;
      }
    }
  }

  /**
   * An answer was kept with a report that has ended: the next purge looks at it again, also if one
   * is under way.
   */
  static void conRespuestaTardia(Connection connection, long reporte) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update reporte set purgado = null
            where id = ? and estado in ('ACEPTADO', 'ACEPTADO_CON_ALERTA', 'RETIRADO', 'SUSTITUIDO')
            """)) {
      update.setLong(1, reporte);
      update.executeUpdate();
    }
  }

  private static ObjectNode resultado(Desenlace desenlace) {
    ObjectNode data =
        Resultado.de(
            desenlace.reporte(),
            desenlace.respuesta().situacion(desenlace.liquidacion(), desenlace.reclamado()));
    desenlace.respuesta().adorno().accept(data);
    return data;
  }

  private static @Nullable Long millis(@Nullable Duration duration) {
    return duration == null ? null : duration.toMillis();
  }
}
