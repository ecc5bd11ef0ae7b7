package co.satccf.token.flota;

import static co.satccf.token.flota.Sql.LAPSO;

import co.satccf.token.auditoria.Auditoria;
import co.satccf.token.auditoria.Hecho;
import co.satccf.token.auditoria.Solicitante;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one door to the Ministry's token endpoint. Whoever makes a request holds it for a lease, so
 * that in the whole fleet user and password are used by one request at a time: were several under
 * way with a wrong password, each would count at the Ministry (rule 18). That makes it one renewal
 * per ClientID as well (rule 17).
 */
@ApplicationScoped
public class Puerta {

  /** A request ends before it. */
  public static final Duration ARRIENDO = Duration.ofSeconds(30);

  /** The most that {@code sat.ministerio.plazo} may be. */
  public static final Duration PLAZO_MAXIMO = Duration.ofSeconds(20);

  private final Database database;

  public Puerta(Database database) {
    this.database = database;
  }

  /**
   * Asks to renew, and is given the door if the token is still the one that was seen, a renewal is
   * due, and nothing says to wait.
   *
   * @param vista fingerprint of the token the caller knows; null when it knows none
   * @param credencial hashes of the credentials, the one under the current key first
   */
  public Reclamo reclamar(Cliente cliente, @Nullable String vista, List<String> credencial)
      throws FlotaCaida {
    long desde = System.nanoTime();
    return database.transaction(
        connection -> {
          if (!libre(connection)) {
            return new Reclamo.Ocupada();
          }
          if (cierre(connection, cliente) != null || rechazada(connection, credencial)) {
            return new Reclamo.SinObjeto();
          }
          @Nullable OffsetDateTime pedido = renovable(connection, cliente, vista);
          return pedido == null
              ? new Reclamo.SinObjeto()
              : tomar(connection, cliente, pedido, credencial, null, desde);
        });
  }

  /**
   * Asks to try the credentials, whatever is known of them; not with a service that is closed.
   *
   * @param pausa the least time between two trials, in the whole fleet
   */
  public Reclamo reclamarPrueba(
      Cliente cliente, List<String> credencial, Duration pausa, Solicitante quien)
      throws FlotaCaida {
    long desde = System.nanoTime();
    return database.transaction(
        connection -> {
          if (!libre(connection)) {
            return new Reclamo.Ocupada();
          }
          @Nullable String cierre = cierre(connection, cliente);
          if (cierre != null) {
            return new Reclamo.Cerrada(cierre);
          }
          Duration falta = faltaParaProbar(connection, pausa);
          if (falta.isPositive()) {
            return new Reclamo.MuyPronto(falta);
          }
          Sql.ejecutar(
              connection,
              "insert into token (client_id, servicio) values (?, ?) on conflict do nothing",
              cliente.clientId(),
              cliente.servicio().nombre());
          Sql.ejecutar(connection, "update puerta set probada = ahora()");
          return tomar(connection, cliente, ahora(connection), credencial, quien, desde);
        });
  }

  /** Locks the door for this transaction; only the next statement sees what others did before. */
  private static boolean libre(Connection connection) throws SQLException {
    try (PreparedStatement select =
            Sql.preparar(connection, "select hasta <= ahora() from puerta for update");
        ResultSet fila = select.executeQuery()) {
      return fila.next() && fila.getBoolean(1);
    }
  }

  private static @Nullable String cierre(Connection connection, Cliente cliente)
      throws SQLException {
    try (PreparedStatement select =
            Sql.preparar(connection, "select cierre(?)", cliente.servicio().nombre());
        ResultSet fila = select.executeQuery()) {
      fila.next();
      return fila.getString(1);
    }
  }

  private static boolean rechazada(Connection connection, List<String> credencial)
      throws SQLException {
    try (PreparedStatement select =
            Sql.preparar(
                connection,
                """
                select from credencial where huella = any(?)
                  and (rechazada_desde is not null or dudosa_hasta > ahora())
                """,
                credencial);
        ResultSet fila = select.executeQuery()) {
      return fila.next();
    }
  }

  /** The conditional update of rule 17; tells the instant of the claim when it was won. */
  private static @Nullable OffsetDateTime renovable(
      Connection connection, Cliente cliente, @Nullable String vista) throws SQLException {
    Sql.ejecutar(
        connection,
        "insert into token (client_id, servicio) values (?, ?) on conflict do nothing",
        cliente.clientId(),
        cliente.servicio().nombre());
    try (PreparedStatement update =
            Sql.preparar(
                connection,
                """
                update token set renovado_por_rechazo =
                    case when rechazada is null then renovado_por_rechazo else ahora() end
                where client_id = ? and huella is not distinct from ?
                  and (huella is null or retirado or renovar_desde <= ahora())
                  and (pausa_hasta is null or pausa_hasta <= ahora())
                returning ahora()
                """,
                cliente.clientId(),
                vista);
        ResultSet fila = update.executeQuery()) {
      return fila.next() ? fila.getObject(1, OffsetDateTime.class) : null;
    }
  }

  private static Duration faltaParaProbar(Connection connection, Duration pausa)
      throws SQLException {
    try (PreparedStatement select =
            Sql.preparar(
                connection,
                """
                with a as materialized (select ahora() as ahora)
                select %s as falta from puerta, a
                """
                    .formatted(Sql.desdeAhora("probada + " + LAPSO)),
                pausa);
        ResultSet fila = select.executeQuery()) {
      fila.next();
      return Sql.lapsoPositivo(fila, "falta");
    }
  }

  private static OffsetDateTime ahora(Connection connection) throws SQLException {
    try (PreparedStatement select = Sql.preparar(connection, "select ahora()");
        ResultSet fila = select.executeQuery()) {
      fila.next();
      return fila.getObject(1, OffsetDateTime.class);
    }
  }

  private static Reclamo tomar(
      Connection connection,
      Cliente cliente,
      OffsetDateTime pedido,
      List<String> credencial,
      @Nullable Solicitante prueba,
      long desde)
      throws SQLException {
    boolean nueva = conocer(connection, credencial);
    UUID portador = UUID.randomUUID();
    Sql.ejecutar(
        connection,
        "update puerta set portador = ?, cliente = ?, hasta = ahora() + " + LAPSO,
        portador,
        cliente.clientId(),
        ARRIENDO);
    if (prueba != null) {
      Auditoria.anotar(connection, prueba, Hecho.PRUEBA_PEDIDA, cliente.servicio().nombre());
    }
    if (nueva) {
      Auditoria.anotar(connection, Solicitante.SISTEMA, Hecho.CREDENCIAL_NUEVA, "");
    }
    return new Reclamo.Dado(cliente, portador, pedido, credencial, prueba, desde);
  }

  /**
   * Credentials get their row at their first use; one under an older key moves to the current.
   *
   * @return whether this is their first use
   */
  private static boolean conocer(Connection connection, List<String> credencial)
      throws SQLException {
    String actual = credencial.getFirst();
    Credenciales.actualizar(connection, credencial);
    return Sql.ejecutar(
            connection, "insert into credencial (huella) values (?) on conflict do nothing", actual)
        > 0;
  }
}
