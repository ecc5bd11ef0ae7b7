package co.satccf.transmitter.intake;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.referencia.Referencias;
import co.satccf.sandbox.erp.ErpSintetico;
import co.satccf.stream.Batch;
import co.satccf.stream.Range;
import co.satccf.transmitter.dispatch.Banco;
import co.satccf.transmitter.store.Database;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rehearsal is worth what it foretells: intake itself is the judge. */
@QuarkusTest
class EnsayoTest {

  private static final TopicPartition PARTICION = new TopicPartition("sat.banco", 0);
  private static final int EVENTOS = 3_000;

  @Inject Banco banco;
  @Inject Intake intake;
  @Inject Ensayo ensayo;
  @Inject Database database;
  @Inject Referencias referencias;
  @Inject ObjectMapper json;

  @BeforeEach
  void emptyStore() throws SQLException {
    banco.vaciar();
  }

  @AfterEach
  void letGo() throws SQLException {
    banco.soltar();
  }

  @Test
  void foretellsWhatIntakeThenMakesOfAWholeFeed() throws Exception {
    // Given a feed with its rarities, half of whose employers are in SAT
    List<byte[]> eventos =
        ErpSintetico.lineas(EVENTOS, 7).stream().filter(EnsayoTest::takenAlone).toList();
    for (int i = 0; i < eventos.size(); i += 2) {
      incorporarAlDe(eventos.get(i));
    }
    // When all of it is rehearsed and then taken in, in equal batches
    List<Pronostico> pronosticos = new ArrayList<>();
    Ensayo.Sesion sesion = ensayo.empezar();
    for (int i = 0; i < eventos.size(); i += Ensayo.LOTE) {
      pronosticos.addAll(
          sesion.siguientes(eventos.subList(i, Math.min(i + Ensayo.LOTE, eventos.size()))));
    }
    for (int i = 0; i < eventos.size(); i += Ensayo.LOTE) {
      recibir(eventos, i, Math.min(i + Ensayo.LOTE, eventos.size()));
    }
    // Then
    assertThat(reportes(pronosticos))
        .isEqualTo(reportesGuardados())
        .hasSizeGreaterThan(1_000)
        .containsValue("PENDIENTE null 0")
        .containsValue("PENDIENTE EMPLEADOR_NO_INCORPORADO 0")
        .containsValue("PENDIENTE REPORTE_ANTERIOR 0");
    assertThat(cuarentena(pronosticos)).isEqualTo(cuarentenaGuardada()).isNotEmpty();
    assertThat(pronosticos.stream().filter(p -> p.destino() == Pronostico.Destino.REPETIDO).count())
        .isEqualTo(Long.parseLong(banco.valor("select sum(repeticiones) from evento")))
        .isPositive();
    // And once it is stored, none of it is new
    assertThat(reportes(ensayo.empezar().siguientes(eventos.subList(0, Ensayo.LOTE)))).isEmpty();
  }

  /** Corrections are applied by another thread, and the register is another family's. */
  private static boolean takenAlone(byte[] evento) {
    String texto = new String(evento, StandardCharsets.UTF_8);
    return !texto.contains("\"corrige\"") && !texto.contains("empleador-incorporado");
  }

  private void incorporarAlDe(byte[] evento) throws SQLException {
    JsonNode data;
    try {
      data = json.readTree(evento).path("data");
    } catch (IOException rarity) {
      return;
    }
    JsonNode empleador = data.path("empleador");
    String departamento =
        data.path("departamento").asText(data.path("ubicacion").path("departamento").asText("05"));
    banco.ejecutar(
        "insert into empleador_sat values (?, ?, 'INCORPORADO', 1, now()) on conflict do nothing",
        referencias.empleador(
            empleador.path("documento").path("tipo").asText(),
            empleador.path("documento").path("numero").asText(),
            empleador.path("serialSAT").asText()),
        departamento);
  }

  private void recibir(List<byte[]> eventos, int desde, int hasta) throws Exception {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int i = desde; i < hasta; i++) {
      records.add(new ConsumerRecord<>(PARTICION.topic(), 0, i, new byte[0], eventos.get(i)));
    }
    intake.store(new Batch(records, Map.of(PARTICION, new Range(desde, hasta))));
  }

  /** State, block and number of glosas of each report that the rehearsal foretells. */
  private static Map<String, String> reportes(List<Pronostico> pronosticos) {
    Map<String, String> reportes = new TreeMap<>();
    for (Pronostico pronostico : pronosticos) {
      String estado =
          switch (pronostico.destino()) {
            case SE_ENVIARIA, BLOQUEADO -> "PENDIENTE";
            case GLOSADO -> "GLOSADO";
            case SUSTITUIDO -> "SUSTITUIDO";
            case REPETIDO, CORRECCION, REGISTRO, CUARENTENA -> "";
          };
      if (!estado.isEmpty() && pronostico.servicio() != null) {
        reportes.put(
            pronostico.servicio().nombre() + " " + pronostico.radicado(),
            "%s %s %d".formatted(estado, pronostico.bloqueo(), pronostico.glosas().size()));
      }
    }
    return reportes;
  }

  /** The same of the first outcome of each report that intake stored. */
  private Map<String, String> reportesGuardados() throws SQLException {
    return pares(
        """
        select distinct on (aggregatetype, aggregateid) aggregatetype || ' ' || aggregateid,
          (payload ->> 'estado') || ' ' || coalesce(payload ->> 'bloqueo', 'null') || ' '
            || jsonb_array_length(payload -> 'glosas')
        from salida where aggregatetype <> 'cuarentena' order by aggregatetype, aggregateid, id
        """);
  }

  private static Map<String, String> cuarentena(List<Pronostico> pronosticos) {
    Map<String, String> cuarentena = new TreeMap<>();
    for (int i = 0; i < pronosticos.size(); i++) {
      Pronostico pronostico = pronosticos.get(i);
      if (pronostico.destino() == Pronostico.Destino.CUARENTENA) {
        cuarentena.put(String.valueOf(i), pronostico.motivos().getFirst().codigo());
      }
    }
    return cuarentena;
  }

  private Map<String, String> cuarentenaGuardada() throws SQLException {
    return pares("select posicion::text, motivos -> 0 ->> 'codigo' from cuarentena");
  }

  private Map<String, String> pares(String sql) throws SQLException {
    return database.transaction(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql);
              ResultSet row = select.executeQuery()) {
            Map<String, String> pares = new TreeMap<>();
            while (row.next()) {
              pares.put(row.getString(1), row.getString(2));
            }
            return pares;
          }
        });
  }
}
