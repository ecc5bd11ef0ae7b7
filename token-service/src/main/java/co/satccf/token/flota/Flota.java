package co.satccf.token.flota;

import static co.satccf.token.flota.Sql.LAPSO;
import static co.satccf.token.flota.Sql.desdeAhora;

import co.satccf.model.cifrado.Cifrado;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the fleet knows, as every replica reads it. */
@ApplicationScoped
public class Flota {

  private static final String MIRAR =
      """
      with a as materialized (select ahora() as ahora)
      select cierre(?) as cierre, t.huella, t.cifrado, t.clave, t.retirado, t.pausa,
             %s as pedido, %s as hasta_renovar, %s as hasta_fin, %s as hasta_pausa,
             c.rechazada_desde, c.duda
      from a
      left join token t on t.client_id = ?
      cross join (
        select max(rechazada_desde) as rechazada_desde, max(%s) as duda
        from credencial, a where huella = any(?)) c
      """
          .formatted(
              desdeAhora("t.pedido"),
              desdeAhora("t.renovar_desde"),
              desdeAhora("t.vigente_hasta"),
              desdeAhora("t.pausa_hasta"),
              desdeAhora("dudosa_hasta"));

  private final Database database;

  public Flota(Database database) {
    this.database = database;
  }

  /**
   * @param credencial the hashes this replica's credentials may be known by
   */
  public Mirada mirar(Cliente cliente, List<String> credencial) throws FlotaCaida {
    return database.transaction(
        connection -> {
          try (PreparedStatement select =
                  Sql.preparar(
                      connection,
                      MIRAR,
                      cliente.servicio().nombre(),
                      cliente.clientId(),
                      credencial);
              ResultSet fila = select.executeQuery()) {
            fila.next();
            Duration pausa = Sql.lapsoPositivo(fila, "hasta_pausa");
            return new Mirada(
                fila.getString("cierre"),
                fila.getString("huella"),
                token(fila),
                pausa.isPositive() ? fila.getString("pausa") : null,
                pausa,
                Sql.instante(fila, "rechazada_desde"),
                Sql.lapsoPositivo(fila, "duda"));
          }
        });
  }

  private static @Nullable Guardado token(ResultSet fila) throws SQLException {
    @Nullable String huella = fila.getString("huella");
    return huella == null || fila.getBoolean("retirado")
        ? null
        : new Guardado(
            huella,
            new Cifrado(fila.getString("clave"), fila.getBytes("cifrado")),
            Sql.lapso(fila, "pedido").negated(),
            Sql.lapso(fila, "hasta_renovar"),
            Sql.lapso(fila, "hasta_fin"));
  }

  /** What a refusal by SAT meant. */
  public enum Rechazo {
    /** Of a token that is not the current one any more. */
    AJENO,
    /** The current one is handed out no more; a renewal may replace it. */
    RETIRADO,
    /** The same, and the renewal before it was for a refusal, too: a pause begins. */
    EN_PAUSA
  }

  /**
   * SAT answered this token with 401 (rule 18). While a renewal of the ClientID is under way, that
   * one is the answer to it.
   *
   * @param entreRenovaciones at most one renewal because of a refusal in this time
   * @param pausa why nobody asks for another when that is used up
   */
  public Rechazo rechazar(Cliente cliente, String huella, Duration entreRenovaciones, String pausa)
      throws FlotaCaida {
    return database.transaction(
        connection -> {
          // A token that was never here may be the very one that the Ministry grants next.
          Sql.ejecutar(
              connection,
              """
              insert into token (client_id, servicio, rechazada) values (?, ?, ?)
              on conflict (client_id) do update set rechazada = excluded.rechazada
              where token.huella is null and token.rechazada is null
              """,
              cliente.clientId(),
              cliente.servicio().nombre(),
              huella);
          int retirados =
              Sql.ejecutar(
                  connection,
                  """
                  update token set retirado = true, rechazada = huella
                  where client_id = ? and huella = ? and not retirado and vigente_hasta > ahora()
                  """,
                  cliente.clientId(),
                  huella);
          if (retirados == 0) {
            return Rechazo.AJENO;
          }
          int pausados =
              Sql.ejecutar(
                  connection,
                  """
                  update token set pausa = ?, pausa_hasta = renovado_por_rechazo + %s
                  where client_id = ? and renovado_por_rechazo + %s > ahora()
                    and (pausa_hasta is null or pausa_hasta < renovado_por_rechazo + %s)
                    and not exists (
                      select from puerta where cliente = token.client_id and hasta > ahora())
                  """
                      .formatted(LAPSO, LAPSO, LAPSO),
                  pausa,
                  entreRenovaciones,
                  cliente.clientId(),
                  entreRenovaciones,
                  entreRenovaciones);
          return pausados == 0 ? Rechazo.RETIRADO : Rechazo.EN_PAUSA;
        });
  }

  /**
   * What is known of credentials, with the database's instants.
   *
   * @param credencial the hashes they may be known by
   * @return empty values when the fleet has not used them yet
   */
  public EstadoDeCredencial credencial(List<String> credencial) throws FlotaCaida {
    return database.transaction(
        connection -> {
          try (PreparedStatement select =
                  Sql.preparar(
                      connection,
                      """
                      select min(en_uso_desde) as en_uso_desde, max(ultimo_exito) as ultimo_exito,
                             max(ultimo_rechazo) as ultimo_rechazo,
                             max(rechazada_desde) as rechazada_desde
                      from credencial where huella = any(?)
                      """,
                      credencial);
              ResultSet fila = select.executeQuery()) {
            fila.next();
            return new EstadoDeCredencial(
                Sql.instante(fila, "en_uso_desde"),
                Sql.instante(fila, "ultimo_exito"),
                Sql.instante(fila, "ultimo_rechazo"),
                Sql.instante(fila, "rechazada_desde"));
          }
        });
  }
}
