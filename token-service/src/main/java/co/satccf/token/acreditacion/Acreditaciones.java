package co.satccf.token.acreditacion;

import static java.util.Comparator.naturalOrder;

import co.satccf.model.cifrado.Cifrado;
import co.satccf.token.acreditacion.RolDeAcreditacion.Paso;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code acreditado}. There are few rows and they are sealed, so what must be unique
 * among them is looked for by opening them all, one writer at a time. One that does not open has no
 * person: it is shown so, may be written anew or taken away, and keeps nobody from the rest.
 */
@ApplicationScoped
class Acreditaciones {

  private final Database database;
  private final Sello sello;

  Acreditaciones(Database database, Sello sello) {
    this.database = database;
    this.sello = sello;
  }

  /** By role, then by family name; those that do not open last. */
  List<Acreditado> todos() throws FlotaCaida {
    return database.transaction(this::todos);
  }

  /**
   * @throws Objecion when there is none of this id
   */
  Acreditado uno(UUID id) throws FlotaCaida {
    return database.transaction(connection -> uno(connection, id));
  }

  /**
   * @throws Objecion when that person has the role, or another one has a role of one person
   */
  Acreditado agregar(
      RolDeAcreditacion rol, Persona persona, Map<Paso, LocalDate> pasos, Solicitante quien)
      throws FlotaCaida {
    return database.transaction(
        connection -> {
          bloquear(connection);
          UUID id = agregar(connection, rol, persona, pasos);
          Auditoria.anotar(connection, quien, Hecho.ACREDITADO_AGREGADO, detalle(rol, id));
          return uno(connection, id);
        });
  }

  /** In the transaction of whoever has locked the table. */
  UUID agregar(
      Connection connection, RolDeAcreditacion rol, Persona persona, Map<Paso, LocalDate> pasos)
      throws SQLException {
    UUID id = UUID.randomUUID();
    unaSolaVez(connection, rol, persona, id);
    Cifrado cifrado = sello.cerrar(Tabla.ACREDITADO, id.toString(), persona.textos());
    Sql.ejecutar(
        connection,
        """
        insert into acreditado
          (id, rol, cifrado, clave, ciudadano_registrado, rol_registrado, autorizado)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        rol.name(),
        cifrado.bytes(),
        cifrado.clave(),
        pasos.get(Paso.CIUDADANO_REGISTRADO),
        pasos.get(Paso.ROL_REGISTRADO),
        pasos.get(Paso.AUTORIZADO));
    return id;
  }

  /**
   * @param vista the state its caller has seen, as {@code If-Match} has it
   * @param pedido told the role of the person, says what is to be
   */
  Acreditado cambiar(
      UUID id, @Nullable String vista, Persona persona, PasosDelRol pedido, Solicitante quien)
      throws FlotaCaida {
    return database.transaction(
        connection -> {
          bloquear(connection);
          Acreditado antes = uno(connection, id);
          Version.exigir(vista, antes.version());
          Map<Paso, LocalDate> pasos = pedido.de(antes.rol());
          unaSolaVez(connection, antes.rol(), persona, id);
          Cifrado cifrado = sello.cerrar(Tabla.ACREDITADO, id.toString(), persona.textos());
          Sql.ejecutar(
              connection,
              """
              update acreditado set cifrado = ?, clave = ?, ciudadano_registrado = ?,
                rol_registrado = ?, autorizado = ?, version = version + 1
              where id = ?
              """,
              cifrado.bytes(),
              cifrado.clave(),
              pasos.get(Paso.CIUDADANO_REGISTRADO),
              pasos.get(Paso.ROL_REGISTRADO),
              pasos.get(Paso.AUTORIZADO),
              id);
          Auditoria.anotar(
              connection,
              quien,
              Hecho.ACREDITADO_CAMBIADO,
              detalle(antes.rol(), id) + ": " + (pasos.isEmpty() ? "sin pasos" : pasos.keySet()));
          return uno(connection, id);
        });
  }

  /** The days of the steps that a role has. */
  @FunctionalInterface
  interface PasosDelRol {
    Map<Paso, LocalDate> de(RolDeAcreditacion rol);
  }

  void quitar(UUID id, @Nullable String vista, Solicitante quien) throws FlotaCaida {
    database.transaction(
        connection -> {
          bloquear(connection);
          Acreditado antes = uno(connection, id);
          Version.exigir(vista, antes.version());
          Sql.ejecutar(connection, "delete from acreditado where id = ?", id);
          Auditoria.anotar(connection, quien, Hecho.ACREDITADO_QUITADO, detalle(antes.rol(), id));
          return antes;
        });
  }

  /** In the transaction of whoever has locked the table; tells who they were. */
  List<UUID> quitar(Connection connection, RolDeAcreditacion rol) throws SQLException {
    try (PreparedStatement delete =
            Sql.preparar(
                connection, "delete from acreditado where rol = ? returning id", rol.name());
        ResultSet fila = delete.executeQuery()) {
      List<UUID> quienes = new ArrayList<>();
      while (fila.next()) {
        quienes.add(fila.getObject(1, UUID.class));
      }
      return quienes;
    }
  }

  static void bloquear(Connection connection) throws SQLException {
    Sql.ejecutar(connection, "lock table acreditado in share row exclusive mode");
  }

  /** "Una persona sólo puede ser asignada una sola vez al rol" (manual MN82, section 5). */
  private void unaSolaVez(Connection connection, RolDeAcreditacion rol, Persona persona, UUID suyo)
      throws SQLException {
    for (Acreditado otro : todos(connection)) {
      if (otro.rol() != rol || otro.id().equals(suyo)) {
        continue;
      }
      if (otro.persona() != null && otro.persona().esLaMisma(persona)) {
        throw Objecion.yaExiste(
            "Esa persona ya es %s; solo puede serlo una vez".formatted(rol.titulo()));
      }
      if (rol.unico()) {
        throw Objecion.yaExiste("Ya hay un %s".formatted(rol.titulo()));
      }
    }
  }

  private static String detalle(RolDeAcreditacion rol, UUID id) {
    return "%s %s".formatted(rol, id);
  }

  private Acreditado uno(Connection connection, UUID id) throws SQLException {
    return leer(connection, "where id = ?", id).stream()
        .findFirst()
        .orElseThrow(
            () -> Objecion.noEncontrado("No hay una persona con ese id en la acreditación"));
  }

  private List<Acreditado> todos(Connection connection) throws SQLException {
    return leer(connection, "").stream()
        .sorted(
            Comparator.comparing(Acreditado::rol)
                .thenComparing(Acreditaciones::apellidos, Comparator.nullsLast(naturalOrder())))
        .toList();
  }

  private List<Acreditado> leer(Connection connection, String cuales, Object... valores)
      throws SQLException {
    try (PreparedStatement select =
            Sql.preparar(connection, "select * from acreditado " + cuales, valores);
        ResultSet fila = select.executeQuery()) {
      List<Acreditado> acreditados = new ArrayList<>();
      while (fila.next()) {
        UUID id = fila.getObject("id", UUID.class);
        acreditados.add(
            Acreditado.de(
                id,
                RolDeAcreditacion.valueOf(fila.getString("rol")),
                persona(id, fila),
                dias(fila),
                fila.getInt("version")));
      }
      return acreditados;
    }
  }

  private @Nullable Persona persona(UUID id, ResultSet fila) throws SQLException {
    Cifrado cifrado = new Cifrado(fila.getString("clave"), fila.getBytes("cifrado"));
    return sello.abrir(Tabla.ACREDITADO, id.toString(), cifrado).map(Persona::de).orElse(null);
  }

  private static @Nullable String apellidos(Acreditado uno) {
    return uno.persona() == null ? null : uno.persona().apellidos();
  }

  private static Map<Paso, LocalDate> dias(ResultSet fila) throws SQLException {
    Map<Paso, LocalDate> dias = new EnumMap<>(Paso.class);
    for (Paso paso : Paso.values()) {
      @Nullable LocalDate dia =
          fila.getObject(paso.name().toLowerCase(Locale.ROOT), LocalDate.class);
      if (dia != null) {
        dias.put(paso, dia);
      }
    }
    return dias;
  }
}
