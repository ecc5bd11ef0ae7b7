package co.satccf.reporting.informes;

import co.satccf.identidad.Operador;
import co.satccf.reporting.config.ReportingConfig;
import co.satccf.reporting.documento.Archivo;
import co.satccf.reporting.documento.Formas;
import co.satccf.reporting.documento.Informe;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The part of a report's life in which it goes out: taken by one, settled once. */
@Singleton
public class Envios {

  private static final String A_MEDIAS =
      "Quien lo enviaba no terminó: averigüe si llegó antes de enviarlo otra vez";

  private final ReportingConfig.Informes config;
  private final DataSource database;
  private final Formas formas;

  Envios(ReportingConfig config, DataSource database, Formas formas) {
    this.config = config.informes();
    this.database = database;
    this.formas = formas;
  }

  /**
   * One report to be sent.
   *
   * @param intento 1 for the first try since somebody let it go out
   * @param adjuntos its files but for the JSON form
   */
  public record Pedido(
      long id, String huella, int intento, Informe informe, List<Archivo> adjuntos) {}

  /** What became of a try. */
  public sealed interface Desenlace {

    /** The mail server has it. */
    record Salio() implements Desenlace {}

    /**
     * It surely has it not.
     *
     * @param definitivo whether another try would end the same way
     */
    record NoSalio(String motivo, boolean definitivo) implements Desenlace {}

    /** Nobody knows whether it has it. */
    record NoSeSabe(String motivo) implements Desenlace {}
  }

  /** Takes the next one; from now on it is this caller's. */
  public Optional<Pedido> tomar() throws SQLException {
    return Transaction.of(
        database,
        connection -> {
          var tomado = ExpedienteStatements.tomarParaEnviar(connection, config.arriendo());
          if (tomado.isEmpty()) {
            return Optional.empty();
          }
          var expediente = tomado.get();
          var archivos = ArchivoStatements.todos(connection, expediente.id());
          return Optional.of(
              new Pedido(
                  expediente.id(),
                  archivos.getFirst().huella(),
                  expediente.envios(),
                  formas.leer(archivos.getFirst().contenido()),
                  archivos.subList(1, archivos.size())));
        });
  }

  public void liquidar(Pedido pedido, Desenlace desenlace) throws SQLException {
    switch (desenlace) {
      case Desenlace.Salio() -> {
        if (!mover(pedido.id(), EstadoInforme.ENVIANDO, EstadoInforme.ENVIADO, null)) {
          // Somebody has given this sender up meanwhile; now it is known after all.
          mover(pedido.id(), EstadoInforme.INCIERTO, EstadoInforme.ENVIADO, null);
        }
      }
      case Desenlace.NoSalio(var motivo, var definitivo) -> {
        if (definitivo || pedido.intento() >= config.intentos()) {
          mover(pedido.id(), EstadoInforme.ENVIANDO, EstadoInforme.FALLIDO, motivo);
        } else {
          reintentar(pedido, motivo);
        }
      }
      case Desenlace.NoSeSabe(var motivo) ->
          mover(pedido.id(), EstadoInforme.ENVIANDO, EstadoInforme.INCIERTO, motivo);
    }
  }

  private void reintentar(Pedido pedido, String motivo) throws SQLException {
    var espera = config.espera().multipliedBy(1L << Math.min(pedido.intento() - 1, 10));
    Transaction.of(
        database,
        connection ->
            ExpedienteStatements.mover(
                connection,
                pedido.id(),
                EstadoInforme.ENVIANDO,
                EstadoInforme.APROBADO,
                Operador.SISTEMA,
                motivo,
                espera));
  }

  /** What a replica that died was sending goes to a person: never out again by itself. */
  public void darPorInciertosLosCaducados() throws SQLException {
    var caducados = Transaction.of(database, ExpedienteConsultas::enviosCaducados);
    for (var uno : caducados) {
      mover(uno.id(), EstadoInforme.ENVIANDO, EstadoInforme.INCIERTO, A_MEDIAS);
    }
  }

  private boolean mover(long id, EstadoInforme de, EstadoInforme a, @Nullable String motivo)
      throws SQLException {
    return Transaction.of(
        database,
        connection ->
            ExpedienteStatements.mover(
                connection, id, de, a, Operador.SISTEMA, motivo, Duration.ZERO));
  }
}
