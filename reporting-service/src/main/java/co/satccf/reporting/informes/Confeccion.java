package co.satccf.reporting.informes;

import co.satccf.identidad.Operador;
import co.satccf.reporting.config.ReportingConfig;
import co.satccf.reporting.config.ReportingConfig.Informes.Aprobacion;
import co.satccf.reporting.cuadre.Cuadre;
import co.satccf.reporting.cuadre.Cuadres;
import co.satccf.reporting.documento.Formas;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes the reports whose time has come: compares the counts, then freezes numbers, rows and files
 * in one transaction. One replica at a time works on a report; what it leaves behind, the next one
 * does.
 */
@Singleton
public class Confeccion {

  private static final Logger LOG = Logger.getLogger(Confeccion.class);
  private static final Duration ENTRE_CUADRES = Duration.ofSeconds(30);

  private final ReportingConfig.Informes config;
  private final DataSource database;
  private final Cuadres cuadres;
  private final Redaccion redaccion;
  private final Formas formas;

  Confeccion(
      ReportingConfig config,
      DataSource database,
      Cuadres cuadres,
      Redaccion redaccion,
      Formas formas) {
    this.config = config.informes();
    this.database = database;
    this.cuadres = cuadres;
    this.redaccion = redaccion;
    this.formas = formas;
  }

  /** Works off everything that can be made now. */
  public void hacerLoQueHaya() throws SQLException {
    for (var uno = reclamar(); uno != null; uno = reclamar()) {
      hacer(uno);
    }
  }

  private @Nullable Expediente reclamar() throws SQLException {
    return Transaction.of(
            database,
            connection ->
                ExpedienteStatements.reclamar(
                    connection, EstadoInforme.POR_HACER, config.arriendo()))
        .orElse(null);
  }

  private void hacer(Expediente expediente) throws SQLException {
    switch (cuadres.comparar(expediente.corte())) {
      case Cuadre.Cuadra() -> congelar(expediente);
      case Cuadre.TodaviaNo(var motivo) -> esperar(expediente, motivo);
      case Cuadre.Descuadra descuadra -> descuadrar(expediente, descuadra.motivo());
    }
  }

  private void congelar(Expediente expediente) throws SQLException {
    Transaction.ofOneMoment(
        database,
        connection -> {
          var informe = redaccion.redactar(connection, expediente.tipo(), expediente.corte());
          var archivos = formas.de(informe);
          ExpedienteStatements.congelar(connection, expediente.id(), archivos.getFirst().huella());
          ArchivoStatements.guardar(connection, expediente.id(), archivos);
          return ExpedienteStatements.mover(
              connection,
              expediente.id(),
              EstadoInforme.POR_HACER,
              config.aprobacion() == Aprobacion.AUTOMATICA
                  ? EstadoInforme.APROBADO
                  : EstadoInforme.POR_APROBAR,
              Operador.SISTEMA,
              null,
              Duration.ZERO);
        });
    LOG.infof("event=report_made id=%d type=%s", expediente.id(), expediente.tipo());
  }

  private void esperar(Expediente expediente, String motivo) throws SQLException {
    var sinPaciencia =
        Transaction.of(
            database,
            connection -> {
              if (ExpedienteConsultas.sinPaciencia(connection, expediente.id())) {
                return true;
              }
              ExpedienteStatements.aplazar(connection, expediente.id(), motivo, ENTRE_CUADRES);
              return false;
            });
    if (sinPaciencia) {
      descuadrar(expediente, "No se pudo cuadrar a tiempo: " + motivo);
    }
  }

  private void descuadrar(Expediente expediente, String motivo) throws SQLException {
    LOG.warnf("event=report_unbalanced id=%d type=%s", expediente.id(), expediente.tipo());
    Transaction.of(
        database,
        connection ->
            ExpedienteStatements.mover(
                connection,
                expediente.id(),
                EstadoInforme.POR_HACER,
                EstadoInforme.DESCUADRADO,
                Operador.SISTEMA,
                motivo,
                Duration.ZERO));
  }
}
