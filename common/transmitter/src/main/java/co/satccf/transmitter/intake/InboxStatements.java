package co.satccf.transmitter.intake;

import co.satccf.transmitter.reception.Entrada;
import co.satccf.transmitter.reception.Identidad;
import co.satccf.transmitter.reception.Radicado;
import co.satccf.transmitter.store.Columnas;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The inbox: which events came, what became of each, and how often it came again. */
final class InboxStatements {

  private InboxStatements() {}

  /** Writes the inbox: new identities, and how often known ones came again. */
  static void recordar(Connection connection, Plan plan) throws SQLException {
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
      contar(connection, plan.repetidos());
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

  private static void contar(Connection connection, Map<Identidad, Integer> repetidos)
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
}
