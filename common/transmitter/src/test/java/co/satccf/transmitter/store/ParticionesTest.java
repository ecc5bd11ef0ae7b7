package co.satccf.transmitter.store;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import co.satccf.transmitter.Escenario;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The months of {@code intento} that are to come. */
@QuarkusTest
class ParticionesTest {

  private static final String NEXT = "to_char(date_trunc('month', now()) + interval '1 month'";

  @Inject Escenario escenario;
  @Inject Particiones particiones;

  @Test
  void bringsBackTheMonthsToCome() throws SQLException {
    // Given
    List<String> before = partitions();
    List<String> future = before.subList(1, before.size());
    future.forEach(partition -> escenario.ejecutar("drop table " + partition));
    assertThat(partitions()).hasSize(1);
    // When
    particiones.ensure();
    // Then
    assertThat(partitions()).containsExactlyElementsOf(before).hasSizeGreaterThanOrEqualTo(4);
    assertThat(particiones.siguienteMes()).isTrue();
    when()
        .get("/q/health/ready")
        .then()
        .body(
            "checks.find { it.name == 'particiones de intento' }.data.'mes siguiente'",
            equalTo("existe"));
    assertThat(when().get("/q/metrics").asString()).contains("sat_particion_siguiente 1.0");
  }

  @Test
  void areWatchedSinceTheStart() {
    // Given what the start has done
    // When, Then an answer of next month has its place
    assertThat(
            escenario.numero(
                "select count(*) from pg_class where relname = 'intento_' || %s, 'YYYYMM')"
                    .formatted(NEXT)))
        .isOne();
    assertThat(particiones.siguienteMes()).isTrue();
  }

  @Test
  void tellsThatTheNextMonthIsMissingWhenItCannotBeMade() throws SQLException {
    // Given
    escenario.ejecutar(
        "alter function asegurar_particiones_de_intento() rename to asegurar_en_otra_parte");
    try {
      // When
      particiones.scheduled();
      // Then
      assertThat(particiones.siguienteMes()).isFalse();
    } finally {
      escenario.ejecutar(
          "alter function asegurar_en_otra_parte() rename to asegurar_particiones_de_intento");
      particiones.ensure();
    }
  }

  private List<String> partitions() {
    return escenario.filas(
        """
        select inhrelid::regclass::text from pg_inherits
        where inhparent = 'intento'::regclass order by 1
        """,
        row -> row.getString(1));
  }
}
