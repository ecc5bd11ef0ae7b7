package co.satccf.bench.rivales;

import co.satccf.model.ServicioSat;
import co.satccf.sandbox.infra.BaseDeDatos;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * What a fund runs that wrote the least: for each record it fetches a token, posts, and updates the
 * record's row, one after another.
 */
public final class SerialPeer {
  private static final String BASE = "par_serial";

  private final URI ministerio;
  private final ServicioSat servicio;
  private final BaseDeDatos base;

  public SerialPeer(URI ministerio, ServicioSat servicio, BaseDeDatos base) {
    this.ministerio = ministerio;
    this.servicio = servicio;
    this.base = base;
  }

  /**
   * Reports until the time is over or the bodies are used up.
   *
   * @return reports accepted and noted per second
   */
  public double perSecond(List<String> bodies, Duration time)
      throws InterruptedException, SQLException {
    base.crear(BASE);
    try (Connection connection =
            DriverManager.getConnection(
                base.jdbcUrl(BASE), BaseDeDatos.USUARIO, BaseDeDatos.CLAVE);
        TokenPeer http = new TokenPeer(ministerio)) {
      fill(connection, bodies.size());
      try (PreparedStatement update =
          connection.prepareStatement("update reporte set estado = ? where id = ?")) {
        long start = System.nanoTime();
        int done = 0;
        while (done < bodies.size() && System.nanoTime() - start < time.toNanos()) {
          String token = http.fetch(servicio);
          update.setInt(1, post(http, token, bodies.get(done)).statusCode());
          update.setInt(2, done);
          update.executeUpdate();
          done++;
        }
        return done / ((System.nanoTime() - start) / 1e9);
      }
    }
  }

  private static void fill(Connection connection, int rows) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("drop table if exists reporte");
      statement.execute("create table reporte (id int primary key, estado int)");
      statement.execute("insert into reporte select n, 0 from generate_series(0, " + rows + ") n");
    }
  }

  private HttpResponse<String> post(TokenPeer http, String token, String body)
      throws InterruptedException {
    return http.send(
        HttpRequest.newBuilder(ministerio.resolve(servicio.ruta()))
            .header("Authorization", "bearer " + token)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }
}
