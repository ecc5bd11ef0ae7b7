package co.satccf.transmitter.intake;

import co.satccf.transmitter.outbox.OutboxStatements;
import co.satccf.transmitter.outbox.Resultado;
import co.satccf.transmitter.outbox.TipoResultado;
import co.satccf.transmitter.reception.Identidad;
import co.satccf.transmitter.reception.Procedencia;
import co.satccf.transmitter.reception.RegistroGuardado;
import co.satccf.transmitter.resguardo.Resguardo;
import co.satccf.transmitter.store.Columnas;
import co.satccf.transmitter.store.Topicos;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What cannot be placed, sealed as it came, and its outcome. */
final class EnCuarentenaStatements {

  private EnCuarentenaStatements() {}

  static void insertar(
      Connection connection, List<Plan.EnCuarentena> cuarentena, Resguardo resguardo)
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
      insert.setArray(4, causas.texts(EnCuarentenaStatements::source));
      insert.setArray(5, causas.texts(EnCuarentenaStatements::eventId));
      insert.setArray(6, causas.texts(c -> Resultado.motivos(c.motivos()).toString()));
      insert.setArray(7, columnas.ints(p -> p.contenido().length));
      insert.setArray(8, cerrados.texts(RegistroGuardado::clave));
      insert.setArray(9, cerrados.bytes(RegistroGuardado::contenido));
      insert.setArray(10, cerrados.bytes(RegistroGuardado::cabeceras));
      insert.setArray(11, cerrados.bytes(RegistroGuardado::huella));
      insert.executeUpdate();
    }
    OutboxStatements.insert(
        connection, cuarentena.stream().map(EnCuarentenaStatements::mensaje).toList());
  }

  private static OutboxStatements.Message mensaje(Plan.EnCuarentena enCuarentena) {
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
}
