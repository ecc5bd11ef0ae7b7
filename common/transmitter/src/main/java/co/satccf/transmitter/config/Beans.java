package co.satccf.transmitter.config;

import co.satccf.model.catalogo.Catalogos;
import co.satccf.model.contrato.Contratos;
import co.satccf.model.contrato.ReglasDeContrato;
import co.satccf.model.evento.LectorEventos;
import co.satccf.model.referencia.Referencias;
import co.satccf.model.respuesta.Clasificador;
import co.satccf.model.respuesta.CodigosConocidos;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HexFormat;

/** The language of the domain, set up from configuration. */
@ApplicationScoped
class Beans {

  @Produces
  @Singleton
  @DefaultBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Catalogos catalogos(SatConfig config) {
    return config
        .contrato()
        .catalogos()
        .map(Catalogos::desde)
        .orElseGet(Catalogos::predeterminados);
  }

  @Produces
  @Singleton
  Contratos contratos(Catalogos catalogos, SatConfig config) {
    return new Contratos(catalogos, ReglasDeContrato.de(config.contrato().reglas()));
  }

  @Produces
  @Singleton
  LectorEventos lectorEventos() {
    return new LectorEventos();
  }

  @Produces
  @Singleton
  Clasificador clasificador(SatConfig config) {
    return new Clasificador(new CodigosConocidos(config.codigos().yaReportado()));
  }

  @Produces
  @Singleton
  Referencias referencias(SatConfig config) {
    byte[] clave = HexFormat.of().parseHex(config.referencia().clave());
    return new Referencias(config.referencia().idClave(), clave);
  }
}
