package co.satccf.transmitter.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A store of an earlier version, with reports in it, is brought to the present one. */
@QuarkusTest
class AlmacenAnteriorTest {

  private static final String ESQUEMA = "almacen_anterior";

  @Inject DataSource dataSource;

  @AfterEach
  void drop() throws SQLException {
    execute("drop schema if exists " + ESQUEMA + " cascade");
  }

  @Test
  void findsTheReportsOfAnEmployerAndAWorkerThatWereThereBefore() throws SQLException {
    // Given
    flyway().target("2").load().migrate();
    execute(
        """
        insert into almacen_anterior.reporte (servicio, radicado, llave, empleador, trabajador, tipo_rezago, estado,
          instante_evento)
        values ('InicioRelacionLaboral', 'R-1', gen_random_uuid(), 'k1:empleador', 'k1:trabajador', 4, 'PENDIENTE', now()),
               ('EstadoPagoEmpleador', 'R-2', gen_random_uuid(), 'k1:empleador', null, 4, 'PENDIENTE', now())
        """);
    // When
    flyway().load().migrate();
    // Then
    assertThat(implicados("k1:empleador")).isEqualTo(2);
    assertThat(implicados("k1:trabajador")).isEqualTo(1);
  }

  private FluentConfiguration flyway() {
    return Flyway.configure().dataSource(dataSource).schemas(ESQUEMA);
  }

  private int implicados(String referencia) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery(
                "select count(*) from almacen_anterior.implicado where referencia = hashtextextended('"
                    + referencia
                    + "', 0)")) {
      row.next();
      return row.getInt(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
