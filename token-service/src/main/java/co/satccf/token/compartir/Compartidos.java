package co.satccf.token.compartir;

import co.satccf.model.cifrado.Cifrado;
import co.satccf.token.auditoria.Auditoria;
import co.satccf.token.auditoria.Hecho;
import co.satccf.token.auditoria.Solicitante;
import co.satccf.token.flota.Database;
import co.satccf.token.flota.FlotaCaida;
import co.satccf.token.flota.Sql;
import co.satccf.token.sellado.Sello;
import co.satccf.token.sellado.Tabla;
import co.satccf.token.solicitud.Objecion;
import co.satccf.token.solicitud.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code compartido}: a service has a row as soon as one of its forms is saved. */
@ApplicationScoped
class Compartidos {

  private static final String CLAVE = "clave";
  private static final String SECRETO = "clientSecret";

  private final Database database;
  private final Sello sello;

  Compartidos(Database database, Sello sello) {
    this.database = database;
    this.sello = sello;
  }

  List<Compartido> todos() throws FlotaCaida {
    return database.transaction(connection -> leer(connection, "order by nombre"));
  }

  /**
   * @throws Objecion when there is none of this name
   */
  Compartido uno(String nombre) throws FlotaCaida {
    return database.transaction(connection -> exigido(connection, nombre));
  }

  /**
   * @param vista the state its caller has seen, as {@code If-Match} has it; null of one that is new
   */
  Compartido guardar(
      String nombre, @Nullable String vista, DatosDelServicio.Leidos datos, Solicitante quien)
      throws FlotaCaida {
    return database.transaction(
        connection -> {
          exigir(connection, nombre, vista);
          Sql.ejecutar(
              connection,
              """
              insert into compartido
                (nombre, descripcion, url, operacion, llave_publica, ejemplo, datos_desde)
              values (?, ?, ?, ?, ?, ?, ahora())
              on conflict (nombre) do update set version = compartido.version + 1,
                descripcion = excluded.descripcion, url = excluded.url,
                operacion = excluded.operacion, llave_publica = excluded.llave_publica,
                ejemplo = excluded.ejemplo, datos_desde = excluded.datos_desde
              """,
              nombre,
              datos.descripcion(),
              datos.url(),
              datos.operacion(),
              datos.llave().pem(),
              datos.ejemplo());
          Auditoria.anotar(connection, quien, Hecho.COMPARTIDO_GUARDADO, nombre + ": datos");
          return exigido(connection, nombre);
        });
  }

  /**
   * @param vista the state its caller has seen, as {@code If-Match} has it; null of one that is new
   * @throws Objecion when a secret is missing that has not been set before
   */
  Compartido guardar(
      String nombre, @Nullable String vista, CredencialesOauth.Leidas oauth, Solicitante quien)
      throws FlotaCaida {
    return database.transaction(
        connection -> {
          exigir(connection, nombre, vista);
          Cifrado cifrado =
              sello.cerrar(Tabla.COMPARTIDO, nombre, secretos(connection, nombre, oauth));
          Sql.ejecutar(
              connection,
              """
              insert into compartido
                (nombre, token_nombre, token_url, usuario, client_id, alcance, cifrado, clave,
                 clave_desde, secreto_desde, oauth_desde)
              values (?, ?, ?, ?, ?, ?, ?, ?, ahora(), ahora(), ahora())
              on conflict (nombre) do update set version = compartido.version + 1,
                token_nombre = excluded.token_nombre, token_url = excluded.token_url,
                usuario = excluded.usuario, client_id = excluded.client_id,
                alcance = excluded.alcance, cifrado = excluded.cifrado, clave = excluded.clave,
                clave_desde = case when ? then excluded.clave_desde else compartido.clave_desde end,
                secreto_desde =
                  case when ? then excluded.secreto_desde else compartido.secreto_desde end,
                oauth_desde = excluded.oauth_desde
              """,
              nombre,
              oauth.nombreDelToken(),
              oauth.url(),
              oauth.usuario(),
              oauth.clientId(),
              oauth.scope(),
              cifrado.bytes(),
              cifrado.clave(),
              oauth.clave() != null,
              oauth.secreto() != null);
          Auditoria.anotar(
              connection,
              quien,
              Hecho.COMPARTIDO_GUARDADO,
              nombre
                  + ": oauth"
                  + (oauth.clave() == null ? "" : ", clave")
                  + (oauth.secreto() == null ? "" : ", client secret"));
          return exigido(connection, nombre);
        });
  }

  void quitar(String nombre, @Nullable String vista, Solicitante quien) throws FlotaCaida {
    database.transaction(
        connection -> {
          bloquear(connection);
          Compartido antes = exigido(connection, nombre);
          Version.exigir(vista, antes.version());
          Sql.ejecutar(connection, "delete from compartido where nombre = ?", nombre);
          Auditoria.anotar(connection, quien, Hecho.COMPARTIDO_QUITADO, nombre);
          return antes;
        });
  }

  /** Tells the audit that somebody looked whether an address answers. */
  void anotar(String nombre, String formulario, Verificacion.Resultado resultado, Solicitante quien)
      throws FlotaCaida {
    database.transaction(
        connection -> {
          Auditoria.anotar(
              connection,
              quien,
              Hecho.COMPARTIDO_VERIFICADO,
              "%s: %s, %s".formatted(nombre, formulario, resultado));
          return resultado;
        });
  }

  private static void bloquear(Connection connection) throws SQLException {
    Sql.ejecutar(connection, "lock table compartido in share row exclusive mode");
  }

  /** Whoever saves has seen what stands, if something does. */
  private static void exigir(Connection connection, String nombre, @Nullable String vista)
      throws SQLException {
    bloquear(connection);
    Optional<Compartido> antes = uno(connection, nombre);
    if (antes.isPresent()) {
      Version.exigir(vista, antes.get().version());
    } else if (vista != null) {
      throw noEsta();
    }
  }

  /** Those that are set now, in place of those that stood. */
  private Map<String, String> secretos(
      Connection connection, String nombre, CredencialesOauth.Leidas oauth) throws SQLException {
    Map<String, String> secretos = new HashMap<>();
    try (PreparedStatement select =
            Sql.preparar(
                connection,
                "select cifrado, clave from compartido where nombre = ? and cifrado is not null",
                nombre);
        ResultSet fila = select.executeQuery()) {
      if (fila.next() && (oauth.clave() == null || oauth.secreto() == null)) {
        secretos.putAll(
            sello.exigir(
                Tabla.COMPARTIDO,
                nombre,
                new Cifrado(fila.getString("clave"), fila.getBytes("cifrado"))));
      }
    }
    poner(secretos, CLAVE, oauth.clave());
    poner(secretos, SECRETO, oauth.secreto());
    return secretos;
  }

  private static void poner(Map<String, String> secretos, String campo, @Nullable String nuevo) {
    if (nuevo != null) {
      secretos.put(campo, nuevo);
    } else if (!secretos.containsKey(campo)) {
      throw Objecion.dato(campo, "falta: todavía no hay uno guardado");
    }
  }

  private static Compartido exigido(Connection connection, String nombre) throws SQLException {
    return uno(connection, nombre).orElseThrow(Compartidos::noEsta);
  }

  private static Objecion noEsta() {
    return Objecion.noEncontrado("No se comparte un servicio con ese nombre");
  }

  private static Optional<Compartido> uno(Connection connection, String nombre)
      throws SQLException {
    return leer(connection, "where nombre = ?", nombre).stream().findFirst();
  }

  private static List<Compartido> leer(Connection connection, String cuales, Object... valores)
      throws SQLException {
    try (PreparedStatement select =
            Sql.preparar(connection, "select * from compartido " + cuales, valores);
        ResultSet fila = select.executeQuery()) {
      List<Compartido> compartidos = new ArrayList<>();
      while (fila.next()) {
        Compartido.@Nullable Datos datos = datos(fila);
        Compartido.@Nullable Oauth oauth = oauth(fila);
        compartidos.add(
            new Compartido(
                fila.getString("nombre"),
                datos != null && oauth != null,
                datos,
                oauth,
                fila.getInt("version")));
      }
      return compartidos;
    }
  }

  private static Compartido.@Nullable Datos datos(ResultSet fila) throws SQLException {
    return Sql.instante(fila, "datos_desde") == null
        ? null
        : new Compartido.Datos(
            fila.getString("descripcion"),
            fila.getString("url"),
            fila.getString("operacion"),
            LlavePublica.leer("llavePublica", fila.getString("llave_publica")),
            fila.getString("ejemplo"),
            Sql.exigido(fila, "datos_desde"));
  }

  private static Compartido.@Nullable Oauth oauth(ResultSet fila) throws SQLException {
    return Sql.instante(fila, "oauth_desde") == null
        ? null
        : new Compartido.Oauth(
            fila.getString("token_nombre"),
            fila.getString("token_url"),
            fila.getString("usuario"),
            Sql.exigido(fila, "clave_desde"),
            fila.getString("client_id"),
            Sql.exigido(fila, "secreto_desde"),
            fila.getString("alcance"),
            Sql.exigido(fila, "oauth_desde"));
  }
}
