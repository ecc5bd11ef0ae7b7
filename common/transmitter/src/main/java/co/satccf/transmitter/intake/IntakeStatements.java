package co.satccf.transmitter.intake;

import co.satccf.model.ServicioSat;
import co.satccf.model.contrato.Glosa;
import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.Causa;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.estado.Origen;
import co.satccf.model.reporte.Reporte;
import co.satccf.transmitter.auditoria.Asiento;
import co.satccf.transmitter.correccion.CorreccionStatements;
import co.satccf.transmitter.outbox.OutboxStatements;
import co.satccf.transmitter.outbox.Resultado;
import co.satccf.transmitter.outbox.TipoResultado;
import co.satccf.transmitter.reception.Entrada;
import co.satccf.transmitter.reception.Identidad;
import co.satccf.transmitter.reception.Procedencia;
import co.satccf.transmitter.reception.Radicado;
import co.satccf.transmitter.reception.RegistroGuardado;
import co.satccf.transmitter.resguardo.Resguardo;
import co.satccf.transmitter.store.Columnas;
import co.satccf.transmitter.store.Implicados;
import co.satccf.transmitter.store.Implicados.Implicado;
import co.satccf.transmitter.store.ReporteIdentificado;
import co.satccf.transmitter.store.Topicos;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The hot statements of intake: one of each kind per batch, whatever its size. */
@ApplicationScoped
class IntakeStatements {

  private final Resguardo resguardo;

  IntakeStatements(Resguardo resguardo) {
    this.resguardo = resguardo;
  }

  Map<Identidad, byte[]> knownEvents(Connection connection, List<Entrada> entradas)
      throws SQLException {
    List<Identidad> identidades =
        entradas.stream().map(Entrada::identidad).filter(Objects::nonNull).distinct().toList();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select e.source, e.id, e.hash
            from unnest(?::text[], ?::text[]) as n(source, id) join evento e using (source, id)
            """)) {
      var columnas = new Columnas<>(connection, identidades);
      select.setArray(1, columnas.texts(Identidad::source));
      select.setArray(2, columnas.texts(Identidad::id));
      try (ResultSet row = select.executeQuery()) {
        Map<Identidad, byte[]> known = new HashMap<>();
        while (row.next()) {
          known.put(new Identidad(row.getString(1), row.getString(2)), row.getBytes(3));
        }
        return known;
      }
    }
  }

  Map<Radicado, byte[]> knownRadicados(Connection connection, List<Entrada> entradas)
      throws SQLException {
    List<Radicado> radicados =
        reportables(entradas).map(Entrada.Reportable::radicado).distinct().toList();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select r.servicio, r.radicado, c.huella
            from unnest(?::text[], ?::text[]) as n(servicio, radicado)
            join reporte r using (servicio, radicado) join cuerpo c on c.reporte = r.id and c.version = 1
            """)) {
      var columnas = new Columnas<>(connection, radicados);
      select.setArray(1, columnas.texts(r -> r.servicio().nombre()));
      select.setArray(2, columnas.texts(Radicado::numero));
      try (ResultSet row = select.executeQuery()) {
        Map<Radicado, byte[]> known = new HashMap<>();
        while (row.next()) {
          known.put(new Radicado(servicio(row.getString(1)), row.getString(2)), row.getBytes(3));
        }
        return known;
      }
    }
  }

  /** The states of those radicados that are in the store. */
  Map<Radicado, EstadoReporte> estados(Connection connection, Collection<Radicado> radicados)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select r.servicio, r.radicado, r.estado
            from unnest(?::text[], ?::text[]) as n(servicio, radicado) join reporte r using (servicio, radicado)
            """)) {
      var columnas = new Columnas<>(connection, radicados);
      select.setArray(1, columnas.texts(r -> r.servicio().nombre()));
      select.setArray(2, columnas.texts(Radicado::numero));
      try (ResultSet row = select.executeQuery()) {
        Map<Radicado, EstadoReporte> estados = new HashMap<>();
        while (row.next()) {
          estados.put(
              new Radicado(servicio(row.getString(1)), row.getString(2)),
              EstadoReporte.valueOf(row.getString(3)));
        }
        return estados;
      }
    }
  }

  /** Writes the inbox: new identities, and how often known ones came again. */
  void remember(Connection connection, Plan plan) throws SQLException {
    List<Recordado> recordados = new ArrayList<>();
    plan.reportes().forEach(n -> recordados.add(new Recordado(n.entrada(), "REPORTE", 0)));
    plan.otrosDelMismoHecho()
        .forEach(e -> recordados.add(new Recordado(e, "REPORTE", 1, e.radicado())));
    plan.correcciones().forEach(e -> recordados.add(new Recordado(e, "CORRECCION", 0)));
    plan.incorporados().forEach(e -> recordados.add(new Recordado(e, "REGISTRO", 0)));
    plan.cuarentena().stream()
        .filter(Plan.EnCuarentena::nueva)
        .forEach(c -> recordados.add(new Recordado(c.entrada(), "CUARENTENA", 0)));
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into evento (source, id, hash, destino, repeticiones, repite_servicio, repite_radicado)
            select * from unnest(?::text[], ?::text[], ?::bytea[], ?::text[], ?::int[], ?::text[], ?::text[])
            """)) {
      var columnas = new Columnas<>(connection, recordados);
      insert.setArray(1, columnas.texts(r -> r.identidad().source()));
      insert.setArray(2, columnas.texts(r -> r.identidad().id()));
      insert.setArray(3, columnas.bytes(r -> r.entrada().hash()));
      insert.setArray(4, columnas.texts(Recordado::destino));
      insert.setArray(5, columnas.ints(Recordado::repeticiones));
      insert.setArray(
          6, columnas.texts(r -> r.repite() == null ? null : r.repite().servicio().nombre()));
      insert.setArray(7, columnas.texts(r -> r.repite() == null ? null : r.repite().numero()));
      insert.executeUpdate();
    }
    if (!plan.repetidos().isEmpty()) {
      countRepeats(connection, plan.repetidos());
    }
  }

  private record Recordado(
      Entrada entrada, String destino, int repeticiones, @Nullable Radicado repite) {

    Recordado(Entrada entrada, String destino, int repeticiones) {
      this(entrada, destino, repeticiones, null);
    }

    Identidad identidad() {
      return Objects.requireNonNull(entrada.identidad());
    }
  }

  private static void countRepeats(Connection connection, Map<Identidad, Integer> repetidos)
      throws SQLException {
    List<Map.Entry<Identidad, Integer>> entries = List.copyOf(repetidos.entrySet());
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update evento e set repeticiones = e.repeticiones + n.veces
            from unnest(?::text[], ?::text[], ?::int[]) as n(source, id, veces)
            where e.source = n.source and e.id = n.id
            """)) {
      var columnas = new Columnas<>(connection, entries);
      update.setArray(1, columnas.texts(e -> e.getKey().source()));
      update.setArray(2, columnas.texts(e -> e.getKey().id()));
      update.setArray(3, columnas.ints(Map.Entry::getValue));
      update.executeUpdate();
    }
  }

  /**
   * Inserts the reports in the topic's order with their block evaluated, their bodies, local glosas
   * and outcomes.
   *
   * @return SAT services that have something ready now
   */
  Set<ServicioSat> insertReportes(Connection connection, List<Plan.NuevoReporte> nuevos)
      throws SQLException {
    Set<ServicioSat> ready = EnumSet.noneOf(ServicioSat.class);
    if (nuevos.isEmpty()) {
      return ready;
    }
    Map<Radicado, Insertado> insertados = insertRows(connection, nuevos);
    insertCuerpos(connection, nuevos, insertados);
    Implicados.agregar(
        connection,
        nuevos.stream()
            .map(n -> new Implicado(n.entrada().representante(), of(insertados, n).id()))
            .toList());
    List<Plan.NuevoReporte> glosados =
        nuevos.stream().filter(n -> !n.entrada().glosas().isEmpty()).toList();
    if (!glosados.isEmpty()) {
      insertGlosas(connection, glosados, insertados);
    }
    List<OutboxStatements.Message> messages = new ArrayList<>();
    for (Plan.NuevoReporte nuevo : nuevos) {
      Insertado insertado = of(insertados, nuevo);
      messages.add(message(nuevo.entrada(), insertado));
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

  /**
   * New reports with what the store makes of them, in order; a payment state that a newer one takes
   * the place of holds nobody.
   *
   * <p>A row is looked for by its key, one at a time: {@code exists} may be answered by reading the
   * whole table, as long as it is small or not analysed.
   */
  private static final String EVALUADOS =
      """
      select n.*, d.retencion,
        case when s.sustituye then 'SUSTITUIDO' when n.glosa is null then 'PENDIENTE' else 'GLOSADO' end as estado,
        case when s.sustituye then null
             when n.detras or (
               select true from reporte a
               where a.llave = n.llave
                 and a.estado in ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR')
                 and a.bloqueo is distinct from 'REPORTE_ANTERIOR'
                 and not (n.servicio = 'EstadoPagoEmpleador' and a.estado in ('PENDIENTE', 'GLOSADO'))
               limit 1)
               then 'REPORTE_ANTERIOR'
             when n.glosa is not null then null
             else bloqueo_en_turno(n.servicio, n.empleador, n.departamento, d.retencion) end as bloqueo
      from unnest(?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::int2[],
                  ?::text[], ?::bool[], ?::bool[], ?::bool[], ?::timestamptz[],
                  ?::timestamptz[]) with ordinality
        as n(servicio, radicado, llave, hecho, empleador, departamento, trabajador, tipo_rezago,
             glosa, detras, repite, sustituido, instante, vence, orden),
        lateral (select n.sustituido or n.servicio = 'EstadoPagoEmpleador' and exists (
                   select from reporte m
                   where m.servicio = 'EstadoPagoEmpleador' and m.llave = n.llave
                     and m.estado not in ('RETIRADO', 'SUSTITUIDO')
                     and m.instante_evento > n.instante) as sustituye) s,
        lateral (select case when n.repite or (
                   select true from reporte p
                   where p.hecho = n.hecho and p.estado not in ('RETIRADO', 'SUSTITUIDO') limit 1)
                 then 'POSIBLE_DUPLICADO' end as retencion offset 0) d
      order by n.orden
      """;

  /**
   * @param bloqueo what would hold the report, null when nothing would
   */
  record Evaluado(EstadoReporte estado, @Nullable Bloqueo bloqueo) {}

  /** What {@link #insertReportes} would make of these reports now; stores nothing. */
  List<Evaluado> evaluate(Connection connection, List<Plan.NuevoReporte> nuevos)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(EVALUADOS)) {
      bind(connection, select, nuevos);
      try (ResultSet row = select.executeQuery()) {
        List<Evaluado> evaluados = new ArrayList<>();
        while (row.next()) {
          evaluados.add(
              new Evaluado(
                  EstadoReporte.valueOf(row.getString("estado")),
                  bloqueo(row.getString("bloqueo"))));
        }
        return evaluados;
      }
    }
  }

  private static @Nullable Bloqueo bloqueo(@Nullable String nombre) {
    return nombre == null ? null : Bloqueo.valueOf(nombre);
  }

  /** One that a correction waits for does not go before that has been applied (rule 12). */
  private static Map<Radicado, Insertado> insertRows(
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
                .formatted(EVALUADOS))) {
      bind(connection, insert, nuevos);
      try (ResultSet row = insert.executeQuery()) {
        Map<Radicado, Insertado> insertados = new HashMap<>();
        while (row.next()) {
          insertados.put(
              new Radicado(servicio(row.getString(1)), row.getString(2)),
              new Insertado(
                  row.getLong(3),
                  EstadoReporte.valueOf(row.getString(6)),
                  bloqueo(row.getString(4)),
                  row.getObject(5, OffsetDateTime.class).toInstant()));
        }
        return insertados;
      }
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, List<Plan.NuevoReporte> nuevos)
      throws SQLException {
    List<Entrada.Reportable> entradas = nuevos.stream().map(Plan.NuevoReporte::entrada).toList();
    var columnas = new Columnas<>(connection, entradas);
    var lugares = new Columnas<>(connection, nuevos);
    statement.setArray(1, columnas.texts(e -> e.radicado().servicio().nombre()));
    statement.setArray(2, columnas.texts(e -> e.radicado().numero()));
    statement.setArray(3, columnas.uuids(Entrada.Reportable::llave));
    statement.setArray(4, columnas.uuids(Entrada.Reportable::hecho));
    statement.setArray(5, columnas.texts(Entrada.Reportable::empleador));
    statement.setArray(6, columnas.texts(e -> e.evento().reporte().departamento()));
    statement.setArray(7, columnas.texts(Entrada.Reportable::trabajador));
    statement.setArray(8, columnas.shorts(e -> e.evento().tipoRezago()));
    statement.setArray(9, columnas.texts(IntakeStatements::firstGlosa));
    statement.setArray(10, lugares.booleans(Plan.NuevoReporte::detras));
    statement.setArray(11, lugares.booleans(Plan.NuevoReporte::repiteHecho));
    statement.setArray(12, lugares.booleans(Plan.NuevoReporte::sustituido));
    statement.setArray(13, columnas.texts(e -> e.evento().instante().toString()));
    statement.setArray(14, columnas.texts(e -> e.vence().toString()));
  }

  private static @Nullable String firstGlosa(Entrada.Reportable entrada) {
    return entrada.glosas().isEmpty() ? null : entrada.glosas().getFirst().codigo();
  }

  private static void insertCuerpos(
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

  private static void insertGlosas(
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

  private OutboxStatements.Message message(Entrada.Reportable entrada, Insertado insertado) {
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
                firstGlosa(entrada),
                mensaje(estado, glosas),
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

  private static @Nullable String mensaje(EstadoReporte estado, List<Glosa> glosas) {
    return estado == EstadoReporte.SUSTITUIDO
        ? Causa.ESTADO_PAGO_MAS_NUEVO.descripcion()
        : glosas.isEmpty() ? null : glosas.getFirst().mensaje();
  }

  /**
   * Corrections wait in their own table for whoever applies them, in the order of the topic;
   * meanwhile their reports are not claimed.
   */
  void insertCorrecciones(Connection connection, List<Entrada.Correccion> correcciones)
      throws SQLException {
    if (correcciones.isEmpty()) {
      return;
    }
    for (Entrada.Correccion correccion : correcciones) {
      CorreccionStatements.insertar(
          connection,
          correccion,
          RegistroGuardado.de(correccion.procedencia(), resguardo),
          Asiento.ERP);
    }
    CorreccionStatements.retener(connection, correcciones);
  }

  void insertCuarentena(Connection connection, List<Plan.EnCuarentena> cuarentena)
      throws SQLException {
    if (cuarentena.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into cuarentena (topico, particion, posicion, evento_source, evento_id, motivos, bytes,
                                    clave, contenido, cabeceras, huella)
            select * from unnest(?::text[], ?::int[], ?::int8[], ?::text[], ?::text[], ?::jsonb[], ?::int[],
                                 ?::text[], ?::bytea[], ?::bytea[], ?::bytea[])
            on conflict (topico, particion, posicion, huella) do nothing
            """)) {
      List<Procedencia> procedencias =
          cuarentena.stream().map(c -> c.entrada().procedencia()).toList();
      var columnas = new Columnas<>(connection, procedencias);
      var causas = new Columnas<>(connection, cuarentena);
      var cerrados =
          new Columnas<>(
              connection,
              procedencias.stream().map(p -> RegistroGuardado.de(p, resguardo)).toList());
      insert.setArray(1, columnas.texts(Procedencia::topico));
      insert.setArray(2, columnas.ints(Procedencia::particion));
      insert.setArray(3, columnas.longs(Procedencia::posicion));
      insert.setArray(4, causas.texts(IntakeStatements::source));
      insert.setArray(5, causas.texts(IntakeStatements::eventId));
      insert.setArray(6, causas.texts(c -> Resultado.motivos(c.motivos()).toString()));
      insert.setArray(7, columnas.ints(p -> p.contenido().length));
      insert.setArray(8, cerrados.texts(RegistroGuardado::clave));
      insert.setArray(9, cerrados.bytes(RegistroGuardado::contenido));
      insert.setArray(10, cerrados.bytes(RegistroGuardado::cabeceras));
      insert.setArray(11, cerrados.bytes(RegistroGuardado::huella));
      insert.executeUpdate();
    }
    OutboxStatements.insert(connection, cuarentena.stream().map(this::message).toList());
  }

  private OutboxStatements.Message message(Plan.EnCuarentena enCuarentena) {
    Procedencia procedencia = enCuarentena.entrada().procedencia();
    ObjectNode data =
        Resultado.cuarentena(
            procedencia.topico(),
            procedencia.particion(),
            procedencia.posicion(),
            source(enCuarentena),
            eventId(enCuarentena),
            enCuarentena.motivos());
    return new OutboxStatements.Message(
        "cuarentena",
        procedencia.toString(),
        TipoResultado.CUARENTENA.tipoEvento(),
        data,
        Topicos.RESULTADOS,
        procedencia.topico() + "-" + procedencia.particion());
  }

  private static @Nullable String source(Plan.EnCuarentena enCuarentena) {
    Identidad identidad = enCuarentena.entrada().identidad();
    return identidad == null ? null : identidad.source();
  }

  private static @Nullable String eventId(Plan.EnCuarentena enCuarentena) {
    Identidad identidad = enCuarentena.entrada().identidad();
    return identidad == null ? null : identidad.id();
  }

  private static Stream<Entrada.Reportable> reportables(List<Entrada> entradas) {
    return entradas.stream()
        .filter(Entrada.Reportable.class::isInstance)
        .map(Entrada.Reportable.class::cast);
  }

  private static ServicioSat servicio(String nombre) {
    return ServicioSat.porNombre(nombre)
        .orElseThrow(
            () -> new IllegalStateException("unknown SAT service in the store: " + nombre));
  }
}
