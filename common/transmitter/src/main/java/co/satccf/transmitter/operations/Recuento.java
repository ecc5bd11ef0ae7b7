package co.satccf.transmitter.operations;

import co.satccf.model.Familia;
import co.satccf.model.ServicioSat;
import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.terminos.Terminos;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All counts in one statement: they are of one snapshot, so they add up. What has ended, nearly
 * all, is counted in the index {@code reporte_terminado}; the table is read for the rest.
 */
final class Recuento {

  private static final String COUNT =
      """
      select 'reporte', servicio, estado, null, count(*), now(), count(simulado)
      from reporte where estado in ('ACEPTADO', 'ACEPTADO_CON_ALERTA', 'RETIRADO', 'SUSTITUIDO')
      group by servicio, estado
      union all
      select 'reporte', servicio, estado, bloqueo, count(*), now(), count(simulado)
      from reporte where estado in ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR')
        and bloqueo is distinct from 'REPORTE_ANTERIOR'
      group by servicio, estado, bloqueo
      union all
      select 'reporte', servicio, estado, bloqueo, count(*), now(), count(simulado)
      from reporte where bloqueo = 'REPORTE_ANTERIOR'
      group by servicio, estado, bloqueo
      union all select 'intake', topico, particion::text, null, siguiente, now(), 0 from posicion
      union all select 'cuarentena', null, null, null, count(*), now(), 0 from cuarentena
      union all select 'cuarentenaAbierta', null, null, null, count(*), now(), 0
        from cuarentena where estado = 'ABIERTA'
      union all select 'repetidos', null, null, null, coalesce(sum(repeticiones), 0), now(), 0
        from evento where repeticiones > 0
      union all select 'salida', null, null, null, count(*), now(), 0 from salida
      union all
      select 'correccion', case when estado = 'APLICADA' and radicado <> original then 'CON_RADICADO_NUEVO' else estado end,
        null, null, count(*), now(), 0
      from correccion where topico <> 'operaciones' group by 2
      union all
      select case when vence <= now() then 'vencidos' else 'porVencer' end, servicio, null, null, count(*), now(), 0
      from reporte
      where estado in ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR')
        and vence < 'infinity' and vence <= now() + ? * interval '1 second'
      group by 1, 2
      """;

  /** One family has an opening balance; the others need not read their whole inbox for a zero. */
  private static final String COUNT_WITH_OPENING_BALANCE =
      COUNT
          + """
          union all select 'incorporados', null, null, null, count(*), now(), 0
            from evento where destino = 'REGISTRO'
          """;

  private final Map<String, Map<EstadoReporte, Long>> estados = new HashMap<>();
  private final Map<String, Map<Bloqueo, Long>> bloqueados = new HashMap<>();
  private final Map<String, Long> simulados = new HashMap<>();
  private final Map<String, Long> vencidos = new HashMap<>();
  private final Map<String, Long> porVencer = new HashMap<>();
  private final Map<String, Long> correcciones = new HashMap<>();
  private final Map<String, Long> otros = new HashMap<>();
  private final Map<String, Long> intake = new TreeMap<>();
  private Instant instante = Instant.EPOCH;

  private Recuento() {}

  static Conteos de(Connection connection, FamiliaDeServicios familia, Terminos terminos)
      throws SQLException {
    String count = familia.familia() == Familia.AFILIACION ? COUNT_WITH_OPENING_BALANCE : COUNT;
    try (PreparedStatement select = connection.prepareStatement(count)) {
      select.setLong(1, terminos.porVencer().toSeconds());
      try (ResultSet row = select.executeQuery()) {
        Recuento recuento = new Recuento();
        while (row.next()) {
          recuento.add(row);
        }
        return recuento.conteos(familia, terminos);
      }
    }
  }

  private void add(ResultSet row) throws SQLException {
    String what = row.getString(1);
    long howMany = row.getLong(5);
    instante = row.getObject(6, OffsetDateTime.class).toInstant();
    switch (what) {
      case "reporte" -> {
        addReports(
            row.getString(2), EstadoReporte.valueOf(row.getString(3)), row.getString(4), howMany);
        simulados.merge(row.getString(2), row.getLong(7), Long::sum);
      }
      case "vencidos" -> vencidos.put(row.getString(2), howMany);
      case "porVencer" -> porVencer.put(row.getString(2), howMany);
      case "intake" -> intake.put(row.getString(2) + "-" + row.getString(3), howMany);
      case "correccion" -> correcciones.put(row.getString(2), howMany);
      default -> otros.put(what, howMany);
    }
  }

  /**
   * A block of a report that is not pending says only that its turn has not come: it is counted by
   * state.
   */
  private void addReports(
      String servicio, EstadoReporte estado, @Nullable String bloqueo, long howMany) {
    estados
        .computeIfAbsent(servicio, s -> new EnumMap<>(EstadoReporte.class))
        .merge(estado, howMany, Long::sum);
    if (bloqueo != null && estado == EstadoReporte.PENDIENTE) {
      bloqueadosDe(servicio).merge(Bloqueo.valueOf(bloqueo), howMany, Long::sum);
    }
  }

  private Map<Bloqueo, Long> bloqueadosDe(String servicio) {
    return bloqueados.computeIfAbsent(
        servicio,
        s -> {
          Map<Bloqueo, Long> none = new EnumMap<>(Bloqueo.class);
          for (Bloqueo bloqueo : Bloqueo.values()) {
            none.put(bloqueo, 0L);
          }
          return none;
        });
  }

  private Conteos conteos(FamiliaDeServicios familia, Terminos terminos) {
    Map<String, Conteos.DelServicio> servicios = new LinkedHashMap<>();
    familia.servicios().stream()
        .sorted()
        .forEach(servicio -> servicios.put(servicio.nombre(), delServicio(servicio, terminos)));
    return new Conteos(
        instante,
        servicios,
        otros.getOrDefault("cuarentena", 0L),
        otros.getOrDefault("cuarentenaAbierta", 0L),
        otros.getOrDefault("repetidos", 0L),
        otros.get("incorporados"),
        Conteos.Correcciones.de(correcciones),
        otros.getOrDefault("salida", 0L),
        intake);
  }

  private Conteos.DelServicio delServicio(ServicioSat servicio, Terminos terminos) {
    String nombre = servicio.nombre();
    return Conteos.DelServicio.de(
        estados.getOrDefault(nombre, Map.of()),
        bloqueadosDe(nombre),
        simulados.getOrDefault(nombre, 0L),
        new Conteos.Plazos(
            terminos.dias(servicio),
            terminos.porConfirmar(servicio),
            vencidos.getOrDefault(nombre, 0L),
            porVencer.getOrDefault(nombre, 0L)));
  }
}
