package co.satccf.afiliacion.registro;

import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.empleadores.EmpleadorEnSat.Estado;
import co.satccf.transmitter.familia.AlLiquidar;
import co.satccf.transmitter.intake.AlIncorporar;
import co.satccf.transmitter.store.ReporteIdentificado;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * The register of employers in SAT, which this service alone writes: from its own accepted reports,
 * from the opening balance, and from accepted losses for grave cause. Every change wakes who waits
 * for it and goes to {@code sat.empleadores}, in the transaction of its cause.
 */
@ApplicationScoped
class Registro implements AlLiquidar, AlIncorporar {

  @Override
  public void liquidado(Connection connection, ReporteIdentificado reporte, EstadoReporte estado)
      throws SQLException {
    if (aceptado(estado)) {
      RegistroStatements.change(
          connection, reporte.empleador(), departamento(reporte), efecto(reporte));
    }
  }

  @Override
  public void reaplicado(
      Connection connection, ReporteIdentificado reporte, EstadoReporte estado, Instant cuando)
      throws SQLException {
    if (aceptado(estado)) {
      RegistroStatements.changeAsOf(
          connection, reporte.empleador(), departamento(reporte), efecto(reporte), cuando);
    }
  }

  private static boolean aceptado(EstadoReporte estado) {
    return estado == EstadoReporte.ACEPTADO || estado == EstadoReporte.ACEPTADO_CON_ALERTA;
  }

  private static String departamento(ReporteIdentificado reporte) {
    String departamento = reporte.departamento();
    if (departamento == null) {
      throw new IllegalStateException(
          "report " + reporte.id() + " of " + reporte.servicio() + " has no departamento");
    }
    return departamento;
  }

  private static Estado efecto(ReporteIdentificado reporte) {
    return switch (reporte.servicio()) {
      case AFILIACION_PRIMERA_VEZ, AFILIACION_NO_PRIMERA_VEZ -> Estado.INCORPORADO;
      case DESAFILIACION -> Estado.DESAFILIADO;
      case INICIO_RELACION_LABORAL,
          TERMINACION_RELACION_LABORAL,
          PERDIDA_AFILIACION_CAUSA_GRAVE,
          ESTADO_PAGO_EMPLEADOR ->
          throw new IllegalStateException(reporte.servicio() + " is not of this family");
    };
  }

  @Override
  public void incorporados(Connection connection, List<Incorporacion> incorporaciones)
      throws SQLException {
    RegistroStatements.incorporate(connection, incorporaciones);
  }
}
