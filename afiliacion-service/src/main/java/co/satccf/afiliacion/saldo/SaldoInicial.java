package co.satccf.afiliacion.saldo;

import co.satccf.afiliacion.registro.Identificacion;
import co.satccf.afiliacion.registro.RegistroStatements;
import co.satccf.transmitter.auditoria.Asiento;
import co.satccf.transmitter.auditoria.Auditoria;
import co.satccf.transmitter.intake.AlIncorporar.Incorporacion;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Locks;
import co.satccf.transmitter.store.Signals;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes the employers of a file into the register, a thousand lines to a transaction. How far it
 * came, and the hash of all lines so far, move in the same transaction: a file that is sent again
 * goes on where it stopped, and no line is ever done twice.
 */
@ApplicationScoped
class SaldoInicial {

  private static final Logger LOG = Logger.getLogger(SaldoInicial.class);
  private static final int LOTE = 1_000;
  private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");

  private final Database database;
  private final Identificacion identificacion;
  private final Signals signals;
  private final ObjectMapper json;
  private final Clock clock;

  SaldoInicial(
      Database database,
      Identificacion identificacion,
      Signals signals,
      ObjectMapper json,
      Clock clock) {
    this.database = database;
    this.identificacion = identificacion;
    this.signals = signals;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Takes the file from where it stands to its end.
   *
   * @param archivo its name, the same each time it is sent
   * @param quien who sends it
   * @throws Rechazo CONTENIDO_INVALIDO when a CSV has no header; CONFLICTO when the name stands for
   *     another content, or another request is taking it
   * @throws IOException when the caller goes before the end: what was stored stays
   */
  SaldoTomado tomar(String archivo, Formato formato, InputStream cuerpo, String quien)
      throws SQLException, IOException {
    Lineas lineas = new Lineas(cuerpo);
    try {
      tomar(archivo, formato, lineas, quien);
    } catch (Rechazo rechazo) {
      lineas.agotar();
      throw rechazo;
    }
    return ver(archivo).orElseThrow();
  }

  private void tomar(String archivo, Formato formato, Lineas lineas, String quien)
      throws SQLException, IOException {
    LocalDate hoy = LocalDate.ofInstant(clock.instant(), BOGOTA);
    Lector lector = new Lector(formato, identificacion, json, hoy);
    Optional<SaldoStatements.Avance> avance =
        database.transaction(connection -> SaldoStatements.find(connection, archivo));
    if (avance.isPresent()) {
      saltarLoHecho(avance.get(), formato, lector, lineas);
      if (avance.get().terminado() != null) {
        exigirElFin(lineas);
        return;
      }
    }
    boolean fin = false;
    while (!fin) {
      long desde = lineas.leidas();
      Lote lote = leer(lector, lineas);
      if (lineas.leidas() == 0) {
        throw new Rechazo(Falla.CONTENIDO_INVALIDO, "El archivo está vacío");
      }
      fin = lote.fin();
      guardar(archivo, formato, desde, lineas, lote, quien);
    }
  }

  Optional<SaldoTomado> ver(String archivo) throws SQLException {
    return database.transaction(
        connection -> {
          Optional<SaldoStatements.Avance> avance = SaldoStatements.find(connection, archivo);
          return avance.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  SaldoTomado.de(
                      avance.get(),
                      SaldoStatements.bad(connection, archivo, 0, SaldoTomado.PRIMERAS)));
        });
  }

  /** Reads past what an earlier request has stored, and demands that it is the same. */
  private static void saltarLoHecho(
      SaldoStatements.Avance avance, Formato formato, Lector lector, Lineas lineas)
      throws IOException {
    if (avance.formato() != formato) {
      throw otroContenido();
    }
    while (lineas.leidas() < avance.lineas()) {
      byte[] linea = lineas.siguiente();
      if (linea == null) {
        throw otroContenido();
      }
      if (lineas.leidas() == 1) {
        lector.leer(1, linea);
      }
    }
    if (!Arrays.equals(lineas.huella(), avance.huella())) {
      throw otroContenido();
    }
  }

  private static void exigirElFin(Lineas lineas) throws IOException {
    if (lineas.siguiente() != null) {
      throw otroContenido();
    }
  }

  /** Up to a thousand lines, read before the transaction that stores them. */
  private record Lote(List<Incorporacion> buenas, List<SaldoStatements.Mala> malas, boolean fin) {}

  private static Lote leer(Lector lector, Lineas lineas) throws IOException {
    List<Incorporacion> buenas = new ArrayList<>();
    List<SaldoStatements.Mala> malas = new ArrayList<>();
    for (int i = 0; i < LOTE; i++) {
      byte[] linea = lineas.siguiente();
      if (linea == null) {
        return new Lote(buenas, malas, true);
      }
      switch (lector.leer(lineas.leidas(), linea)) {
        case Lector.Leida.Buena(Incorporacion incorporacion) -> buenas.add(incorporacion);
        case Lector.Leida.Mala(Defecto defecto) ->
            malas.add(new SaldoStatements.Mala(lineas.leidas(), defecto));
        case Lector.Leida.Vacia() -> {}
      }
    }
    return new Lote(buenas, malas, false);
  }

  private void guardar(
      String archivo, Formato formato, long desde, Lineas lineas, Lote lote, String quien)
      throws SQLException {
    database.transaction(
        connection -> {
          boolean nuevo = desde == 0 && SaldoStatements.begin(connection, archivo, formato, quien);
          boolean suyo =
              SaldoStatements.advance(
                  connection, archivo, desde, lineas.leidas(), lineas.huella(), lote.fin());
          if (!suyo) {
            throw new Rechazo(
                Falla.CONFLICTO,
                "Otra solicitud está tomando este mismo archivo: espere a que termine");
          }
          Locks.register(connection, lote.buenas().stream().map(Incorporacion::empleador).toList());
          int nuevos = RegistroStatements.incorporate(connection, lote.buenas());
          SaldoStatements.count(
              connection, archivo, nuevos, lote.buenas().size() - nuevos, lote.malas());
          if (nuevo || lote.fin()) {
            anotar(
                connection,
                lote.fin() ? "SALDO_INICIAL_TERMINA" : "SALDO_INICIAL_EMPIEZA",
                SaldoStatements.find(connection, archivo).orElseThrow(),
                quien);
          }
          return true;
        });
    signals.outbox();
    signals.wakeUps();
    if (lote.fin()) {
      LOG.infof("event=opening_balance_taken lines=%d", lineas.leidas());
    }
  }

  private void anotar(
      Connection connection, String accion, SaldoStatements.Avance avance, String quien)
      throws SQLException {
    ObjectNode detalle = json.createObjectNode();
    detalle.put("formato", avance.formato().name());
    detalle.put("lineas", avance.lineas());
    detalle.put("huella", HexFormat.of().formatHex(avance.huella()));
    detalle.put("incorporados", avance.incorporados());
    detalle.put("yaEstaban", avance.yaEstaban());
    detalle.put("malas", avance.malas());
    Auditoria.anotar(
        connection,
        new Asiento(
            quien, accion, "saldo-inicial/" + avance.archivo(), "Saldo inicial de SAT", detalle));
  }

  private static Rechazo otroContenido() {
    return new Rechazo(
        Falla.CONFLICTO,
        "Con ese nombre ya se tomó otro contenido: envíe el mismo archivo, o use otro nombre");
  }
}
