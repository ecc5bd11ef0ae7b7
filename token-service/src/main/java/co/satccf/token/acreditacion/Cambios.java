package co.satccf.token.acreditacion;

import static co.satccf.token.acreditacion.RolDeAcreditacion.REPRESENTANTE_LEGAL;

import co.satccf.model.cifrado.Cifrado;
import co.satccf.token.acreditacion.Acreditado.Cambio;
import co.satccf.token.acreditacion.Acreditado.Cambio.PasoDelCambioDado;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The change of the representante legal that is under way, if one is. */
@ApplicationScoped
class Cambios {

  /** There is one row at the most. */
  private static final String UNICA = "true";

  private final Database database;
  private final Sello sello;
  private final Acreditaciones acreditaciones;

  Cambios(Database database, Sello sello, Acreditaciones acreditaciones) {
    this.database = database;
    this.sello = sello;
    this.acreditaciones = acreditaciones;
  }

  Optional<Cambio> enCurso() throws FlotaCaida {
    return database.transaction(this::leer);
  }

  /**
   * @throws Objecion when one is under way
   */
  Cambio iniciar(Persona persona, Solicitante quien) throws FlotaCaida {
    return database.transaction(
        connection -> {
          bloquear(connection);
          if (leer(connection).isPresent()) {
            throw Objecion.yaExiste("Ya hay un cambio de representante legal en curso");
          }
          Cifrado cifrado = sello.cerrar(Tabla.CAMBIO_DE_REPRESENTANTE, UNICA, persona.textos());
          Sql.ejecutar(
              connection,
              "insert into cambio_de_representante (cifrado, clave) values (?, ?)",
              cifrado.bytes(),
              cifrado.clave());
          Auditoria.anotar(connection, quien, Hecho.CAMBIO_DE_REPRESENTANTE_INICIADO, "");
          return exigido(connection);
        });
  }

  /**
   * Marks the next step as done.
   *
   * @param vista the state its caller has seen, as {@code If-Match} has it
   * @throws Objecion when another step is next
   */
  Cambio marcar(PasoDelCambio paso, LocalDate dia, @Nullable String vista, Solicitante quien)
      throws FlotaCaida {
    return database.transaction(
        connection -> {
          Cambio antes = conVersion(connection, vista);
          seguido(antes, paso, dia);
          Sql.ejecutar(
              connection,
              "update cambio_de_representante set pasos = pasos || ?::date, version = version + 1",
              dia);
          Auditoria.anotar(
              connection, quien, Hecho.CAMBIO_DE_REPRESENTANTE_PASO, "%s: %s".formatted(paso, dia));
          return exigido(connection);
        });
  }

  private static void seguido(Cambio antes, PasoDelCambio paso, LocalDate dia) {
    List<PasoDelCambioDado> dados =
        antes.pasos().stream().filter(otro -> otro.dia() != null).toList();
    if (dados.size() > paso.ordinal()) {
      throw Objecion.yaExiste("El paso %s ya está marcado".formatted(paso));
    }
    if (dados.size() < paso.ordinal()) {
      throw Objecion.noPermitido(
          "Antes de %s falta %s".formatted(paso, PasoDelCambio.values()[dados.size()]));
    }
    @Nullable LocalDate ultimo = dados.isEmpty() ? null : dados.getLast().dia();
    if (ultimo != null && dia.isBefore(ultimo)) {
      throw Objecion.dato("dia", "%s es anterior al del paso previo, %s".formatted(dia, ultimo));
    }
  }

  /**
   * The new representante legal takes the place of the old one, with all steps of the role before
   * them: what the Ministry registered for the other person is not theirs.
   *
   * @throws Objecion when a step is missing, or who is to be it cannot be read
   */
  void cerrar(@Nullable String vista, Solicitante quien) throws FlotaCaida {
    database.transaction(
        connection -> {
          Cambio cambio = conVersion(connection, vista);
          if (!cambio.completo()) {
            throw Objecion.noPermitido("Todavía faltan pasos del cambio de representante legal");
          }
          @Nullable Persona persona = cambio.persona();
          if (persona == null) {
            throw Sello.ilegible("el nuevo representante legal");
          }
          Acreditaciones.bloquear(connection);
          List<UUID> antes = acreditaciones.quitar(connection, REPRESENTANTE_LEGAL);
          UUID nuevo = acreditaciones.agregar(connection, REPRESENTANTE_LEGAL, persona, Map.of());
          borrar(connection);
          Auditoria.anotar(
              connection,
              quien,
              Hecho.CAMBIO_DE_REPRESENTANTE_CERRADO,
              "%s en lugar de %s".formatted(nuevo, antes.isEmpty() ? "nadie" : antes.getFirst()));
          return nuevo;
        });
  }

  void desistir(@Nullable String vista, Solicitante quien) throws FlotaCaida {
    database.transaction(
        connection -> {
          Cambio antes = conVersion(connection, vista);
          borrar(connection);
          Auditoria.anotar(connection, quien, Hecho.CAMBIO_DE_REPRESENTANTE_DESISTIDO, "");
          return antes;
        });
  }

  private static void borrar(Connection connection) throws SQLException {
    Sql.ejecutar(connection, "delete from cambio_de_representante");
  }

  private static void bloquear(Connection connection) throws SQLException {
    Sql.ejecutar(connection, "lock table cambio_de_representante in share row exclusive mode");
  }

  private Cambio conVersion(Connection connection, @Nullable String vista) throws SQLException {
    bloquear(connection);
    Cambio cambio = exigido(connection);
    Version.exigir(vista, cambio.version());
    return cambio;
  }

  private Cambio exigido(Connection connection) throws SQLException {
    return leer(connection).orElseThrow(Cambios::ninguno);
  }

  static Objecion ninguno() {
    return Objecion.noEncontrado("No hay un cambio de representante legal en curso");
  }

  private Optional<Cambio> leer(Connection connection) throws SQLException {
    try (PreparedStatement select =
            Sql.preparar(
                connection,
                "select cifrado, clave, iniciado, version, pasos::text[] as pasos"
                    + " from cambio_de_representante");
        ResultSet fila = select.executeQuery()) {
      return fila.next() ? Optional.of(cambio(fila)) : Optional.empty();
    }
  }

  private Cambio cambio(ResultSet fila) throws SQLException {
    List<LocalDate> dias =
        Arrays.stream((String[]) fila.getArray("pasos").getArray()).map(LocalDate::parse).toList();
    PasoDelCambio[] pasos = PasoDelCambio.values();
    return new Cambio(
        sello
            .abrir(
                Tabla.CAMBIO_DE_REPRESENTANTE,
                UNICA,
                new Cifrado(fila.getString("clave"), fila.getBytes("cifrado")))
            .map(Persona::de)
            .orElse(null),
        Sql.exigido(fila, "iniciado"),
        Stream.of(pasos)
            .map(
                paso ->
                    new PasoDelCambioDado(
                        paso,
                        paso.descripcion(),
                        paso.lleva(),
                        paso.ordinal() < dias.size() ? dias.get(paso.ordinal()) : null))
            .toList(),
        dias.size() == pasos.length,
        fila.getInt("version"));
  }
}
