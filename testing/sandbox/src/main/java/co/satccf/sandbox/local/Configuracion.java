package co.satccf.sandbox.local;

import co.satccf.model.entorno.Entorno;
import co.satccf.sandbox.identidad.Identidades;
import co.satccf.sandbox.infra.BaseDeDatos;
import co.satccf.sandbox.ministerio.ClientesSat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/**
 * The configuration of each service on the local platform: short waits, synthetic secrets, loopback
 * addresses.
 */
record Configuracion(Cimientos cimientos, Montaje montaje, Identidades identidades, Buzon buzon) {

  /** Synthetic, like everything here; production mounts its own. */
  private static final String CLAVE_DE_REFERENCIA =
      "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

  /**
   * @param direcciones where each service is, or will be
   */
  void escribir(
      OpcionesDePlataforma opciones,
      ServicioSuite servicio,
      Servicios.Puertas puertas,
      Function<ServicioSuite, URI> direcciones,
      Path archivo) {
    Properties propiedades = new Properties();
    propiedades.put("quarkus.http.host", "127.0.0.1");
    propiedades.put("quarkus.http.port", String.valueOf(puertas.api()));
    propiedades.put("quarkus.management.host", "127.0.0.1");
    propiedades.put("quarkus.management.port", String.valueOf(puertas.gestion()));
    propiedades.put("sat.entorno", Entorno.DESARROLLO.valor());
    propiedades.putAll(identidades.propiedades(servicio.modulo()));
    propiedades.put("kafka.bootstrap.servers", cimientos.servidoresKafkaDeServicios());
    // Where processes are killed on purpose, the usual 15 s until the group notices are long.
    propiedades.put("kafka.session.timeout.ms", "6000");
    propiedades.put("kafka.heartbeat.interval.ms", "2000");
    if (opciones.jvm().isEmpty()) {
      // Seven readers that ask twenty times a second cost an idle platform a tenth of a core.
      propiedades.put("kafka.fetch.max.wait.ms", "250");
    }
    propiedades.put("quarkus.datasource.jdbc.url", cimientos.jdbcDeServicios(servicio.base()));
    propiedades.put("quarkus.datasource.username", BaseDeDatos.USUARIO);
    propiedades.put("quarkus.datasource.password", BaseDeDatos.CLAVE);
    if (servicio == ServicioSuite.TOKEN) {
      token(propiedades);
    }
    if (servicio.transmite()) {
      transmisor(propiedades, opciones.enVuelo(), direcciones);
    }
    if (servicio == ServicioSuite.REPORTING) {
      reporting(propiedades, direcciones);
    }
    propiedades.putAll(opciones.ajustes());
    propiedades.putAll(opciones.ajustesDe().getOrDefault(servicio, Map.of()));
    try (Writer writer = Files.newBufferedWriter(archivo)) {
      propiedades.store(writer, servicio.modulo());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void token(Properties propiedades) {
    propiedades.put("sat.ministerio.url", cimientos.ministerioDeServicios());
    propiedades.put("sat.ministerio.hosts", "127.0.0.1");
    propiedades.put("sat.credencial.carpeta", montaje.carpeta().toString());
    propiedades.put("sat.llavero", montaje.llavero().toString());
    // Here all callers have one address.
    propiedades.put("sat.limite.por-minuto", "6000");
    ClientesSat.porServicio()
        .forEach((servicio, cliente) -> propiedades.put("sat.clientes." + servicio, cliente));
  }

  private void reporting(Properties propiedades, Function<ServicioSuite, URI> direcciones) {
    propiedades.put("sat.llavero", montaje.llavero().toString());
    ServicioSuite.TRANSMISORES.forEach(
        transmisor ->
            propiedades.put(
                "sat.familias.%s.url".formatted(transmisor.modulo().replaceFirst("-service$", "")),
                direcciones.apply(transmisor).toString()));
    propiedades.put("sat.consola.activa", "true");
    propiedades.put("sat.token.url", direcciones.apply(ServicioSuite.TOKEN).toString());
    propiedades.put("quarkus.mailer.host", "127.0.0.1");
    propiedades.put("quarkus.mailer.port", String.valueOf(buzon.puerto()));
    propiedades.put("quarkus.mailer.start-tls", "DISABLED");
    propiedades.put("quarkus.mailer.from", "sat@caja.example");
    for (String tipo :
        List.of("pendientes", "empleadores-cargados", "trabajadores-cargados", "conteo-semanal")) {
      propiedades.put("sat.informes.destinatarios." + tipo, "seguimiento@ministerio.example");
    }
    propiedades.put("sat.informes.reposo", "PT1S");
    propiedades.put("sat.informes.revision", "PT2S");
  }

  private void transmisor(
      Properties propiedades, int enVuelo, Function<ServicioSuite, URI> direcciones) {
    propiedades.put("sat.ministerio.url", cimientos.ministerioDeServicios());
    propiedades.put("sat.ministerio.hosts", "127.0.0.1");
    propiedades.put("sat.ministerio.plazo", "PT4S");
    propiedades.put("sat.token.url", direcciones.apply(ServicioSuite.TOKEN).toString());
    propiedades.put("sat.llavero", montaje.llavero().toString());
    propiedades.put("sat.referencia.clave", CLAVE_DE_REFERENCIA);
    propiedades.put("sat.cupo.piso", String.valueOf(enVuelo));
    propiedades.put("sat.cupo.techo", String.valueOf(enVuelo));
    propiedades.put("sat.ministerio.conexiones", String.valueOf(enVuelo));
    propiedades.put("sat.espera.inicial", "PT0.2S");
    propiedades.put("sat.espera.maxima", "PT3S");
    propiedades.put("sat.incierto.espera", "PT3S");
    propiedades.put("sat.puerta-espera", "PT2S");
    propiedades.put("sat.arriendo.revision", "PT2S");
    propiedades.put("sat.barrido", "PT20S");
  }
}
