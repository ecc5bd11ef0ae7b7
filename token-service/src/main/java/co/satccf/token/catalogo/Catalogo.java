package co.satccf.token.catalogo;

import co.satccf.model.ServicioSat;
import co.satccf.token.auditoria.Auditoria;
import co.satccf.token.auditoria.Hecho;
import co.satccf.token.auditoria.Solicitante;
import co.satccf.token.catalogo.ServicioDelCatalogo.UltimoToken;
import co.satccf.token.config.ClientIds;
import co.satccf.token.config.SatConfig;
import co.satccf.token.flota.Database;
import co.satccf.token.flota.FlotaCaida;
import co.satccf.token.flota.Sql;
import co.satccf.token.solicitud.Objecion;
import co.satccf.token.solicitud.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The services there are. The seven that are transmitted have their address and ClientID from the
 * configuration; the rest is a record that an administrator keeps, and nothing here calls them.
 */
@ApplicationScoped
class Catalogo {

  /** Whose a ClientID is the configuration says: a row of its token may be of another's time. */
  private static final String TODOS =
      """
      select s.*, t.huella, t.pedido from servicio s
      left join unnest(?::text[], ?::text[]) as c(servicio, client_id) on c.servicio = s.nombre
      left join token t on t.client_id = c.client_id and t.huella is not null
      """;

  private final Database database;
  private final SatConfig config;

  Catalogo(Database database, SatConfig config) {
    this.database = database;
    this.config = config;
  }

  List<ServicioDelCatalogo> todos() throws FlotaCaida {
    return database.transaction(
        connection ->
            leer(connection, "").stream()
                .sorted(
                    Comparator.comparing(ServicioDelCatalogo::transmitido)
                        .reversed()
                        .thenComparing(ServicioDelCatalogo::nombre))
                .toList());
  }

  /**
   * @throws Objecion when there is none of this name
   */
  ServicioDelCatalogo uno(String nombre) throws FlotaCaida {
    return database.transaction(connection -> uno(connection, nombre));
  }

  /** Adds one for the record. */
  ServicioDelCatalogo agregar(String nombre, ServicioPedido.Leido pedido, Solicitante quien)
      throws FlotaCaida {
    return database.transaction(
        connection -> {
          bloquear(connection);
          if (!leer(connection, "where s.nombre = ?", nombre).isEmpty()) {
            throw Objecion.yaExiste("Ya hay un servicio '%s' en el catálogo".formatted(nombre));
          }
          clientIdLibre(connection, nombre, pedido.clientId());
          Sql.ejecutar(
              connection,
              """
              insert into servicio (nombre, operacion, direccion, client_id, asignado, documentacion)
              values (?, ?, ?, ?, ?, ?)
              """,
              nombre,
              pedido.operacion(),
              pedido.direccion(),
              pedido.clientId(),
              pedido.asignado(),
              pedido.documentacion());
          Auditoria.anotar(
              connection, quien, Hecho.SERVICIO_AGREGADO, asignacion(nombre, pedido.asignado()));
          return uno(connection, nombre);
        });
  }

  /**
   * @param vista the state its caller has seen, as {@code If-Match} has it
   */
  ServicioDelCatalogo cambiar(
      String nombre, @Nullable String vista, ServicioPedido.Leido pedido, Solicitante quien)
      throws FlotaCaida {
    return database.transaction(
        connection -> {
          bloquear(connection);
          ServicioDelCatalogo antes = uno(connection, nombre);
          Version.exigir(vista, antes.version());
          if (antes.transmitido()) {
            deLaConfiguracion(antes, pedido);
          } else {
            clientIdLibre(connection, nombre, pedido.clientId());
          }
          Sql.ejecutar(
              connection,
              """
              update servicio set operacion = ?, direccion = ?, client_id = ?, asignado = ?,
                  documentacion = ?, version = version + 1
              where nombre = ?
              """,
              pedido.operacion(),
              pedido.direccion(),
              pedido.clientId(),
              pedido.asignado(),
              pedido.documentacion(),
              nombre);
          Auditoria.anotar(
              connection, quien, Hecho.SERVICIO_CAMBIADO, asignacion(nombre, pedido.asignado()));
          return uno(connection, nombre);
        });
  }

  void quitar(String nombre, @Nullable String vista, Solicitante quien) throws FlotaCaida {
    database.transaction(
        connection -> {
          bloquear(connection);
          ServicioDelCatalogo antes = uno(connection, nombre);
          Version.exigir(vista, antes.version());
          if (antes.transmitido()) {
            throw Objecion.noPermitido(
                "'%s' es uno de los siete que se transmiten; si el Ministerio no lo asignó, márquelo"
                    .formatted(nombre));
          }
          Sql.ejecutar(connection, "delete from servicio where nombre = ?", nombre);
          Auditoria.anotar(connection, quien, Hecho.SERVICIO_QUITADO, nombre);
          return antes;
        });
  }

  /** Of the seven, only whether they are assigned and where they are documented is kept here. */
  private static void deLaConfiguracion(ServicioDelCatalogo antes, ServicioPedido.Leido pedido) {
    if (pedido.operacion() != null || pedido.direccion() != null || pedido.clientId() != null) {
      throw Objecion.noPermitido(
          "'%s' es uno de los siete que se transmiten: operacion, direccion y clientId vienen de la"
                  .formatted(antes.nombre())
              + " configuración");
    }
    if (pedido.asignado() && antes.clientId() == null) {
      throw Objecion.noPermitido(
          "'%1$s' no tiene ClientID: configure sat.clientes.%1$s antes de marcarlo como asignado"
              .formatted(antes.nombre()));
    }
  }

  /** A ClientID belongs to one service (manual MN82, "Información Servicio"). */
  private void clientIdLibre(Connection connection, String nombre, @Nullable String clientId)
      throws SQLException {
    if (clientId != null
        && leer(connection, "").stream()
            .anyMatch(otro -> clientId.equals(otro.clientId()) && !otro.nombre().equals(nombre))) {
      throw Objecion.yaExiste("clientId: ya es el de otro servicio del catálogo");
    }
  }

  private static void bloquear(Connection connection) throws SQLException {
    Sql.ejecutar(connection, "lock table servicio in share row exclusive mode");
  }

  private ServicioDelCatalogo uno(Connection connection, String nombre) throws SQLException {
    return leer(connection, "where s.nombre = ?", nombre).stream()
        .findFirst()
        .orElseThrow(
            () -> Objecion.noEncontrado("No hay un servicio con ese nombre en el catálogo"));
  }

  private List<ServicioDelCatalogo> leer(Connection connection, String cuales, String... nombre)
      throws SQLException {
    List<String> transmitidos = new ArrayList<>();
    List<String> clientIds = new ArrayList<>();
    for (ServicioSat servicio : ServicioSat.values()) {
      ClientIds.de(config.clientes(), servicio)
          .ifPresent(
              clientId -> {
                transmitidos.add(servicio.nombre());
                clientIds.add(clientId);
              });
    }
    List<Object> valores = new ArrayList<>(List.of(transmitidos, clientIds));
    valores.addAll(List.of(nombre));
    try (PreparedStatement select =
            Sql.preparar(connection, TODOS + cuales, valores.toArray(Object[]::new));
        ResultSet fila = select.executeQuery()) {
      List<ServicioDelCatalogo> servicios = new ArrayList<>();
      while (fila.next()) {
        servicios.add(servicio(fila));
      }
      return servicios;
    }
  }

  private ServicioDelCatalogo servicio(ResultSet fila) throws SQLException {
    String nombre = fila.getString("nombre");
    Optional<ServicioSat> transmitido = ServicioSat.porNombre(nombre);
    @Nullable String clientId =
        transmitido
            .flatMap(suyo -> ClientIds.de(config.clientes(), suyo))
            .orElse(fila.getString("client_id"));
    boolean marcado = fila.getBoolean("asignado");
    @Nullable String huella = fila.getString("huella");
    return new ServicioDelCatalogo(
        nombre,
        transmitido.isPresent() ? "POST" : fila.getString("operacion"),
        transmitido.map(this::direccion).orElse(fila.getString("direccion")),
        clientId,
        marcado && (transmitido.isEmpty() || clientId != null),
        transmitido.isPresent(),
        fila.getString("documentacion"),
        huella == null ? null : new UltimoToken(Sql.exigido(fila, "pedido"), huella),
        Sql.instante(fila, "ultimo_uso"),
        fila.getInt("version"));
  }

  private String direccion(ServicioSat servicio) {
    URI base = config.ministerio().url();
    return base.toString().replaceAll("/+$", "") + servicio.ruta();
  }

  private static String asignacion(String nombre, boolean asignado) {
    return nombre + (asignado ? ": asignado" : ": no asignado");
  }
}
