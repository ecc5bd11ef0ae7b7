package co.satccf.token.prueba;

import co.satccf.model.ServicioSat;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What stands in the fleet's tables, past the code under test. */
public record Filas(DataSource base) {

  /**
   * As a fleet that has never asked for a token and whose terms are accepted; locks in the order of
   * those that have.
   */
  public void vaciar() {
    ejecutar(
        """
        update puerta set portador = null, cliente = null, hasta = '-infinity', probada = null;
        delete from credencial; delete from token; delete from auditoria;
        delete from compartido; delete from acreditado; delete from cambio_de_representante;
        delete from terminos where version > 1;
        update terminos set aceptado = ahora(), aceptado_por = 'prueba', aceptado_desde = 'prueba';
        delete from servicio where nombre not in ('%s');
        update servicio set asignado = true, documentacion = null, ultimo_uso = null, version = 1
        """
            .formatted(
                Arrays.stream(ServicioSat.values())
                    .map(ServicioSat::nombre)
                    .collect(Collectors.joining("', '"))));
  }

  public void ejecutar(String sql) {
    try (Connection connection = base.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** First column of every row, as text. */
  public List<@Nullable String> columna(String sql) {
    try (Connection connection = base.getConnection();
        Statement statement = connection.createStatement();
        ResultSet filas = statement.executeQuery(sql)) {
      List<@Nullable String> valores = new ArrayList<>();
      while (filas.next()) {
        valores.add(filas.getString(1));
      }
      return valores;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Who did what about what, in their order. */
  public List<@Nullable String> auditoria() {
    return columna("select concat_ws('|', quien, que, desde, detalle) from auditoria order by id");
  }

  /** Everything that stands in a table, bytes included, as text. */
  public String crudo(String tabla) {
    return String.join(
        "\n",
        columna(
            "select t::text || ' ' || coalesce(encode(t.cifrado, 'escape'), '') from %s t"
                .formatted(tabla)));
  }

  /** Whether nobody makes a request now: what was answered has been settled. */
  public boolean puertaLibre() {
    return columna("select true from puerta where portador is null").size() == 1;
  }
}
