package co.satccf.transmitter.resguardo;

import co.satccf.model.cifrado.Llavero;
import co.satccf.model.cifrado.NoDescifrableException;
import co.satccf.transmitter.resguardo.RecifradoStatements.Fila;
import co.satccf.transmitter.resguardo.RecifradoStatements.Identidad;
import co.satccf.transmitter.resguardo.RecifradoStatements.Valor;
import co.satccf.transmitter.store.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Puts rows that are under an older key of the ring under the current one, a small batch at a time
 * and with pauses, in every replica at once: none waits for rows that another has locked. A row
 * whose key is not in the ring waits for it, is counted under the key's id, and holds up nothing.
 */
@ApplicationScoped
public class Recifrado {

  private static final Logger LOG = Logger.getLogger(Recifrado.class);

  /** Rows locked at a time; with the pause at most 4,000 a second in each replica. */
  private static final int LOTE = 200;

  private static final int PAUSA_MS = 50;

  private final Database database;
  private final Resguardo resguardo;
  private final MultiGauge pendientes;

  /** Rows that were changed by other hands: each is told once. */
  private final Set<Identidad> alteradas = new HashSet<>();

  private Set<String> ausentes = Set.of();
  private long hechas;

  Recifrado(Database database, Resguardo resguardo, MeterRegistry registry) {
    this.database = database;
    this.resguardo = resguardo;
    this.pendientes =
        MultiGauge.builder("sat.cifrado.pendientes")
            .description(
                "Filas bajo una clave que no es la actual, hasta 100.000 por tabla; en_llavero=false: esperan su clave")
            .register(registry);
  }

  @Scheduled(every = "${sat.recifrado}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void scheduled() {
    try {
      long antes = hechas;
      recifrar();
      contar(hechas > antes);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (SQLException | RuntimeException away) {
      LOG.warnf("event=reencryption_waits cause=%s", away.getClass().getSimpleName());
    }
  }

  private void recifrar() throws SQLException, InterruptedException {
    for (Tabla tabla : Tabla.values()) {
      int lote = LOTE;
      while (lote == LOTE) {
        Llavero llavero = resguardo.llavero();
        Set<String> viejas = new TreeSet<>(llavero.claves());
        viejas.remove(llavero.actual());
        if (viejas.isEmpty()) {
          return;
        }
        lote = database.transaction(connection -> lote(connection, tabla, viejas, llavero));
        hechas += lote;
        Thread.sleep(PAUSA_MS);
      }
    }
  }

  /**
   * @return how many were put under the current key
   */
  private int lote(Connection connection, Tabla tabla, Set<String> viejas, Llavero llavero)
      throws SQLException {
    List<Fila> nuevas = new ArrayList<>();
    for (Fila fila :
        RecifradoStatements.elegir(connection, tabla, viejas, LOTE + alteradas.size())) {
      if (nuevas.size() == LOTE || alteradas.contains(fila.identidad())) {
        continue;
      }
      try {
        nuevas.add(recifrada(fila, llavero));
      } catch (NoDescifrableException closed) {
        alteradas.add(fila.identidad());
        LOG.errorf(
            "event=row_closed alert=true fila=\"%s\" cause=\"%s\"",
            fila.identidad(), closed.getMessage());
      }
    }
    if (!nuevas.isEmpty()) {
      RecifradoStatements.devolver(connection, tabla, llavero.actual(), nuevas);
    }
    return nuevas.size();
  }

  private static Fila recifrada(Fila fila, Llavero llavero) throws NoDescifrableException {
    Valor dos = fila.dos();
    return new Fila(
        fila.identidad(),
        recifrado(fila.uno(), llavero),
        dos == null ? null : recifrado(dos, llavero));
  }

  private static Valor recifrado(Valor valor, Llavero llavero) throws NoDescifrableException {
    byte[] claro = llavero.descifrar(valor.cifrado(), valor.lugar());
    return new Valor(llavero.cifrar(claro, valor.lugar()), valor.lugar());
  }

  private static MultiGauge.Row<?> fila(Tabla tabla, String clave, boolean presente, int filas) {
    return MultiGauge.Row.of(
        Tags.of("tabla", tabla.nombre(), "clave", clave, "en_llavero", String.valueOf(presente)),
        filas);
  }

  private void contar(boolean avanzo) throws SQLException {
    String actual = resguardo.actual();
    Set<String> presentes = resguardo.claves();
    Set<String> faltan = new TreeSet<>();
    List<MultiGauge.Row<?>> filas = new ArrayList<>();
    long quedan = 0;
    for (Tabla tabla : Tabla.values()) {
      // A series that is there from the start tells an alert that nothing is wrong.
      filas.add(fila(tabla, actual, true, 0));
      Map<String, Integer> claves =
          database.transaction(
              connection -> RecifradoStatements.bajoOtras(connection, tabla, actual));
      for (Map.Entry<String, Integer> bajo : claves.entrySet()) {
        boolean presente = presentes.contains(bajo.getKey());
        quedan += presente ? bajo.getValue() : 0;
        if (!presente) {
          faltan.add(bajo.getKey());
        }
        filas.add(fila(tabla, bajo.getKey(), presente, bajo.getValue()));
      }
    }
    pendientes.register(filas, true);
    if (avanzo) {
      LOG.infof("event=reencrypted actual=%s filas=%d quedan=%d", actual, hechas, quedan);
    }
    if (!faltan.equals(ausentes)) {
      LOG.errorf("event=keys_missing alert=%s claves=%s", !faltan.isEmpty(), faltan);
    }
    ausentes = faltan;
  }
}
