package co.satccf.token.flota;

import static co.satccf.token.flota.Sql.LAPSO;

import co.satccf.model.cifrado.Cifrado;
import co.satccf.token.auditoria.Auditoria;
import co.satccf.token.auditoria.Hecho;
import co.satccf.token.auditoria.Solicitante;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.IntFunction;

/**
 * How a request ended: what follows from its answer and the door given back, in one transaction. A
 * token is kept only by whoever still holds the door; that something was refused is a fact in any
 * case.
 */
@ApplicationScoped
public class Cierre {

  private final Database database;

  public Cierre(Database database) {
    this.database = database;
  }

  /** What became of a token that the Ministry granted. */
  public enum Concesion {
    GUARDADA,
    /** It is the very token that SAT refused: kept by nobody, and nobody asks for a while. */
    REPETIDA,
    /** Somebody else has had the door meanwhile. */
    TARDIA
  }

  /**
   * A token as it is granted.
   *
   * @param hastaRenovar since just before the request
   * @param hastaFin since just before the request
   */
  public record Nuevo(String huella, Cifrado cifrado, Duration hastaRenovar, Duration hastaFin) {}

  /**
   * @param entreRenovaciones how long nobody asks after a repeated grant
   * @param pausa why, then
   */
  public Concesion conceder(
      Reclamo.Dado reclamo, Nuevo nuevo, Duration entreRenovaciones, String pausa)
      throws FlotaCaida {
    return asentar(
        reclamo,
        "CONCEDIDO",
        (connection, aTiempo) -> {
          if (!aTiempo) {
            return Concesion.TARDIA;
          }
          Sql.ejecutar(
              connection,
              """
              update credencial set ultimo_exito = ahora(), rechazada_desde = null,
                  negada_a = '{}', dudosa_hasta = null
              where huella = any(?)
              """,
              reclamo.credencial());
          int repetidas =
              Sql.ejecutar(
                  connection,
                  "update token set fallos = 0 where client_id = ? and rechazada = ?",
                  reclamo.cliente().clientId(),
                  nuevo.huella());
          if (repetidas > 0) {
            pausar(connection, reclamo, pausa, entreRenovaciones);
            return Concesion.REPETIDA;
          }
          guardar(connection, reclamo, nuevo);
          return Concesion.GUARDADA;
        });
  }

  private static void guardar(Connection connection, Reclamo.Dado reclamo, Nuevo nuevo)
      throws SQLException {
    Sql.ejecutar(
        connection,
        """
        update token set huella = ?, cifrado = ?, clave = ?, pedido = ?,
            renovar_desde = ? + %s, vigente_hasta = ? + %s,
            retirado = false, rechazada = null, pausa = null, pausa_hasta = null, fallos = 0
        where client_id = ?
        """
            .formatted(LAPSO, LAPSO),
        nuevo.huella(),
        nuevo.cifrado().bytes(),
        nuevo.cifrado().clave(),
        reclamo.pedido(),
        reclamo.pedido(),
        nuevo.hastaRenovar(),
        reclamo.pedido(),
        nuevo.hastaFin(),
        reclamo.cliente().clientId());
  }

  /**
   * The Ministry refused user or password. Should it have granted a token for them since this was
   * asked, the refusal is an old one.
   *
   * @return whether nobody knew it before
   */
  public boolean rechazarCredencial(Reclamo.Dado reclamo) throws FlotaCaida {
    return asentar(
        reclamo,
        "CREDENCIAL_RECHAZADA",
        (connection, _) -> {
          int nuevas =
              Sql.ejecutar(
                  connection,
                  """
                  update credencial set rechazada_desde = ahora()
                  where huella = any(?) and rechazada_desde is null
                    and (ultimo_exito is null or ultimo_exito <= ?)
                  """,
                  reclamo.credencial(),
                  reclamo.pedido());
          Sql.ejecutar(
              connection,
              "update credencial set ultimo_rechazo = ahora() where huella = any(?)",
              reclamo.credencial());
          if (nuevas > 0) {
            Auditoria.anotar(
                connection,
                Solicitante.SISTEMA,
                Hecho.CREDENCIAL_RECHAZADA,
                reclamo.cliente().servicio().nombre());
          }
          return nuevas > 0;
        });
  }

  /** The Ministry refused this ClientID. */
  public void rechazarCliente(Reclamo.Dado reclamo, String pausa, Duration lapso)
      throws FlotaCaida {
    asentar(
        reclamo, "CLIENTE_RECHAZADO", (connection, _) -> pausar(connection, reclamo, pausa, lapso));
  }

  /**
   * The Ministry refused and did not say why. One ClientID may have trouble of its own; two in a
   * row, with nothing granted between them, may mean the password, and nobody tries that before the
   * pause is over.
   *
   * @return whether it may be the password
   */
  public boolean negar(Reclamo.Dado reclamo, String pausa, Duration lapso) throws FlotaCaida {
    return asentar(
        reclamo,
        "NEGADO_SIN_MOTIVO",
        (connection, _) -> {
          pausar(connection, reclamo, pausa, lapso);
          Sql.ejecutar(
              connection,
              """
              update credencial set negada_a = negada_a || ?::text
              where huella = any(?) and not ? = any(negada_a)
              """,
              reclamo.cliente().clientId(),
              reclamo.credencial(),
              reclamo.cliente().clientId());
          return Sql.ejecutar(
                  connection,
                  """
                  update credencial set dudosa_hasta = ahora() + %s
                  where huella = any(?) and cardinality(negada_a) > 1
                  """
                      .formatted(LAPSO),
                  lapso,
                  reclamo.credencial())
              > 0;
        });
  }

  /**
   * No token, and nobody's fault. Of a request that outlived its claim it says nothing: others have
   * asked since.
   *
   * @param espera after so many in a row
   * @return so many; 0 when it was too late to count
   */
  public int sinRespuesta(Reclamo.Dado reclamo, String pausa, IntFunction<Duration> espera)
      throws FlotaCaida {
    return asentar(
        reclamo,
        "SIN_RESPUESTA",
        (connection, aTiempo) -> {
          if (!aTiempo) {
            return 0;
          }
          int fallos = unFalloMas(connection, reclamo);
          pausar(connection, reclamo, pausa, espera.apply(fallos));
          return fallos;
        });
  }

  private static int unFalloMas(Connection connection, Reclamo.Dado reclamo) throws SQLException {
    try (PreparedStatement update =
            Sql.preparar(
                connection,
                "update token set fallos = fallos + 1 where client_id = ? returning fallos",
                reclamo.cliente().clientId());
        ResultSet fila = update.executeQuery()) {
      return fila.next() ? fila.getInt(1) : 1;
    }
  }

  /** A new reason to wait never shortens an older one. */
  private static int pausar(
      Connection connection, Reclamo.Dado reclamo, String pausa, Duration lapso)
      throws SQLException {
    return Sql.ejecutar(
        connection,
        """
        update token set pausa = ?, pausa_hasta = ahora() + %s
        where client_id = ? and (pausa_hasta is null or pausa_hasta < ahora() + %s)
        """
            .formatted(LAPSO, LAPSO),
        pausa,
        lapso,
        reclamo.cliente().clientId(),
        lapso);
  }

  /**
   * What follows from an answer, the door given back first. How a person's trial ended stands in
   * the audit, last.
   */
  private <T> T asentar(Reclamo.Dado reclamo, String resultado, Consecuencia<T> consecuencia)
      throws FlotaCaida {
    return database.transaction(
        connection -> {
          T hecho = consecuencia.de(connection, soltar(connection, reclamo));
          Solicitante prueba = reclamo.prueba();
          if (prueba != null) {
            Auditoria.anotar(
                connection,
                prueba,
                Hecho.PRUEBA_TERMINADA,
                reclamo.cliente().servicio().nombre() + ": " + resultado);
          }
          return hecho;
        });
  }

  /** What follows from an answer; {@code aTiempo} when nobody else has taken the door since. */
  @FunctionalInterface
  private interface Consecuencia<T> {
    T de(Connection connection, boolean aTiempo) throws SQLException;
  }

  private static boolean soltar(Connection connection, Reclamo.Dado reclamo) throws SQLException {
    return Sql.ejecutar(
            connection,
            """
            update puerta set portador = null, cliente = null, hasta = '-infinity'
            where portador = ?
            """,
            reclamo.portador())
        > 0;
  }
}
