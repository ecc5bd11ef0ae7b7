package co.satccf.transmitter.intake;

import co.satccf.model.ServicioSat;
import co.satccf.model.contrato.Glosa;
import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.Causa;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.estado.Origen;
import co.satccf.model.reporte.Reporte;
import co.satccf.transmitter.outbox.OutboxStatements;
import co.satccf.transmitter.outbox.Resultado;
import co.satccf.transmitter.outbox.TipoResultado;
import co.satccf.transmitter.reception.Entrada;
import co.satccf.transmitter.reception.Radicado;
import co.satccf.transmitter.store.Columnas;
import co.satccf.transmitter.store.Implicados;
import co.satccf.transmitter.store.Implicados.Implicado;
import co.satccf.transmitter.store.ReporteIdentificado;
import co.satccf.transmitter.store.Topicos;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** New reports: rows, bodies, local glosas and outcomes, one statement of each kind per batch. */
final class NuevoReporteStatements {

  private NuevoReporteStatements() {}

  /**
   * Inserts the reports in the topic's order with their block evaluated, their bodies, local glosas
   * and outcomes.
   *
   * @return SAT services that have something ready now
   */
  static Set<ServicioSat> insertar(Connection connection, List<Plan.NuevoReporte> nuevos)
      throws SQLException {
    Set<ServicioSat> ready = EnumSet.noneOf(ServicioSat.class);
    if (nuevos.isEmpty()) {
      return ready;
    }
    Map<Radicado, Insertado> insertados = insertarFilas(connection, nuevos);
    insertarCuerpos(connection, nuevos, insertados);
    Implicados.agregar(
        connection,
        nuevos.stream()
            .map(n -> new Implicado(n.entrada().representante(), of(insertados, n).id()))
            .toList());
    List<Plan.NuevoReporte> glosados =
        nuevos.stream().filter(n -> !n.entrada().glosas().isEmpty()).toList();
    if (!glosados.isEmpty()) {
      insertarGlosas(connection, glosados, insertados);
    }
    List<OutboxStatements.Message> messages = new ArrayList<>();
    for (Plan.NuevoReporte nuevo : nuevos) {
      Insertado insertado = of(insertados, nuevo);
      messages.add(mensaje(nuevo.entrada(), insertado));
      if (insertado.bloqueo() == null && insertado.estado() == EstadoReporte.PENDIENTE) {
        ready.add(nuevo.entrada().radicado().servicio());
      }
    }
    OutboxStatements.insert(connection, messages);
    return ready;
  }

  private record Insertado(
      long id, EstadoReporte estado, @Nullable Bloqueo bloqueo, Instant recibido) {}

  private static Insertado of(Map<Radicado, Insertado> insertados, Plan.NuevoReporte nuevo) {
    return Objects.requireNonNull(insertados.get(nuevo.entrada().radicado()));
  }

  /** One that a correction waits for does not go before that has been applied (rule 12). */
  private static Map<Radicado, Insertado> insertarFilas(
      Connection connection, List<Plan.NuevoReporte> nuevos) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into reporte (servicio, radicado, llave, hecho, empleador, departamento, trabajador, tipo_rezago,
                                 estado, bloqueo, retencion, origen, codigo, instante_evento, vence, no_antes)
            select servicio, radicado, llave, hecho, empleador, departamento, trabajador, tipo_rezago,
              estado, bloqueo, retencion, case when estado <> 'PENDIENTE' then 'LOCAL' end, glosa, instante, vence,
              case when estado <> 'PENDIENTE' or exists (
                                select from correccion c
                                where c.servicio = evaluado.servicio and c.original = evaluado.radicado
                                  and c.estado = 'EN_ESPERA')
                   then 'infinity' else now() end
            from (%s) evaluado
            order by orden
            returning servicio, radicado, id, bloqueo, recibido, estado
            """
                .formatted(EvaluacionStatements.SELECT))) {
      EvaluacionStatements.poner(connection, insert, nuevos);
      try (ResultSet row = insert.executeQuery()) {
        Map<Radicado, Insertado> insertados = new HashMap<>();
        while (row.next()) {
          insertados.put(
              ConocidoStatements.radicado(row),
              new Insertado(
                  row.getLong(3),
                  EstadoReporte.valueOf(row.getString(6)),
                  EvaluacionStatements.bloqueo(row.getString(4)),
                  row.getObject(5, OffsetDateTime.class).toInstant()));
        }
        return insertados;
      }
    }
  }

  private static void insertarCuerpos(
      Connection connection, List<Plan.NuevoReporte> nuevos, Map<Radicado, Insertado> insertados)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into cuerpo (reporte, version, clave, contenido, huella, evento_source, evento_id, traceparent)
            select reporte, 1, clave, contenido, huella, source, id, traceparent
            from unnest(?::int8[], ?::text[], ?::bytea[], ?::bytea[], ?::text[], ?::text[], ?::text[])
              as n(reporte, clave, contenido, huella, source, id, traceparent)
            """)) {
      var columnas = new Columnas<>(connection, nuevos);
      insert.setArray(1, columnas.longs(n -> of(insertados, n).id()));
      insert.setArray(2, columnas.texts(n -> n.entrada().cuerpo().primero().clave()));
      insert.setArray(3, columnas.bytes(n -> n.entrada().cuerpo().primero().bytes()));
      insert.setArray(4, columnas.bytes(n -> n.entrada().cuerpo().huella()));
      insert.setArray(5, columnas.texts(n -> n.entrada().evento().source()));
      insert.setArray(6, columnas.texts(n -> n.entrada().evento().id()));
      insert.setArray(7, columnas.texts(n -> n.entrada().procedencia().traceparent()));
      insert.executeUpdate();
    }
  }

  private static void insertarGlosas(
      Connection connection, List<Plan.NuevoReporte> glosados, Map<Radicado, Insertado> insertados)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into intento (reporte, numero, version, veredicto, codigo, mensaje, glosas, aplicado)
            select reporte, 0, 1, 'LOCAL', codigo, mensaje, glosas, true
            from unnest(?::int8[], ?::text[], ?::text[], ?::jsonb[]) as n(reporte, codigo, mensaje, glosas)
            """)) {
      var columnas = new Columnas<>(connection, glosados);
      insert.setArray(1, columnas.longs(n -> of(insertados, n).id()));
      insert.setArray(2, columnas.texts(n -> n.entrada().glosas().getFirst().codigo()));
      insert.setArray(3, columnas.texts(n -> n.entrada().glosas().getFirst().mensaje()));
      insert.setArray(4, columnas.texts(n -> Resultado.glosas(n.entrada().glosas()).toString()));
      insert.executeUpdate();
    }
  }

  private static OutboxStatements.Message mensaje(Entrada.Reportable entrada, Insertado insertado) {
    Reporte reporte = entrada.evento().reporte();
    ReporteIdentificado identificado =
        new ReporteIdentificado(
            insertado.id(),
            reporte.servicio(),
            reporte.radicado(),
            entrada.llave(),
            entrada.empleador(),
            entrada.trabajador(),
            reporte.departamento(),
            entrada.evento().tipoRezago(),
            entrada.evento().source(),
            entrada.evento().id(),
            entrada.evento().instante(),
            insertado.recibido());
    List<Glosa> glosas = entrada.glosas();
    EstadoReporte estado = insertado.estado();
    ObjectNode data =
        Resultado.de(
            identificado,
            new Resultado.Situacion(
                estado,
                insertado.bloqueo(),
                estado == EstadoReporte.PENDIENTE ? null : Origen.LOCAL,
                EvaluacionStatements.primeraGlosa(entrada),
                explicacion(estado, glosas),
                glosas,
                0,
                1));
    data.put("revision", 1);
    return new OutboxStatements.Message(
        reporte.servicio().nombre(),
        reporte.radicado(),
        TipoResultado.de(estado).tipoEvento(),
        data,
        Topicos.RESULTADOS,
        entrada.llave().toString());
  }

  private static @Nullable String explicacion(EstadoReporte estado, List<Glosa> glosas) {
    return estado == EstadoReporte.SUSTITUIDO
        ? Causa.ESTADO_PAGO_MAS_NUEVO.descripcion()
        : glosas.isEmpty() ? null : glosas.getFirst().mensaje();
  }
}
