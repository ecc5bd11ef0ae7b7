package co.satccf.token.config;

import co.satccf.model.ServicioSat;
import java.util.Optional;

/** Which ClientID asks for the tokens of which service; none when the Ministry has given none. */
public final class ClientIds {

  private ClientIds() {}

  public static Optional<String> de(SatConfig.Clientes clientes, ServicioSat servicio) {
    return switch (servicio) {
      case AFILIACION_PRIMERA_VEZ -> clientes.afiliacionPrimeraVez();
      case AFILIACION_NO_PRIMERA_VEZ -> clientes.afiliacionNoPrimeraVez();
      case DESAFILIACION -> clientes.desafiliacion();
      case INICIO_RELACION_LABORAL -> clientes.inicioRelacionLaboral();
      case TERMINACION_RELACION_LABORAL -> clientes.terminacionRelacionLaboral();
      case PERDIDA_AFILIACION_CAUSA_GRAVE -> clientes.perdidaAfiliacionCausaGrave();
      case ESTADO_PAGO_EMPLEADOR -> clientes.estadoPagoEmpleador();
    };
  }
}
