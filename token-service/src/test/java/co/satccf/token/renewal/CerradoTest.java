package co.satccf.token.renewal;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.model.ServicioSat.ESTADO_PAGO_EMPLEADOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.satccf.model.ServicioSat;
import co.satccf.model.cifrado.Llavero;
import co.satccf.sandbox.infra.InfraDePrueba;
import co.satccf.token.auditoria.Solicitante;
import co.satccf.token.flota.Cliente;
import co.satccf.token.flota.Database;
import co.satccf.token.flota.Puerta;
import co.satccf.token.flota.Reclamo;
import co.satccf.token.ministerio.Respuesta.Concedido;
import co.satccf.token.prueba.Configuraciones;
import co.satccf.token.prueba.MinisterioResource;
import co.satccf.token.prueba.Montaje;
import co.satccf.token.prueba.TokenServiceTest;
import co.satccf.token.secretos.ArchivoDeCredencial;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service that is closed is closed for the whole fleet, whatever a replica holds. */
@QuarkusTest
class CerradoTest extends TokenServiceTest {

  private static final String CERRAR =
      "update servicio set asignado = false where nombre = 'Desafiliacion'";

  private final EnVuelo enVuelo = new EnVuelo();
  private final List<ServicioSat> pedidos = new CopyOnWriteArrayList<>();

  @AfterEach
  void endWithTheDatabaseAndNoRenewalUnderWay() {
    InfraDePrueba.arrancarBaseDeDatos();
    enVuelo.esperar(Duration.ofMinutes(1));
  }

  @Test
  void aServiceWithoutAClientIdIsNotAssigned() throws Exception {
    // Given
    Map<String, String> propiedades = Configuraciones.valida();
    propiedades.remove("sat.clientes.Desafiliacion");
    Replica una = replica(propiedades);

    // Then
    assertThat(una.codigo(DESAFILIACION)).isEqualTo("SERVICIO_NO_ASIGNADO");
    assertThat(una.tokens.pausa(DESAFILIACION))
        .isEqualTo(Optional.of(new Pausa(Codigo.SERVICIO_NO_ASIGNADO, Duration.ZERO)));
    assertThat(una.prueba.probar(DESAFILIACION, new Solicitante("Ana", "aquí")))
        .isEqualTo(new Prueba.Resultado.Cerrada(Codigo.SERVICIO_NO_ASIGNADO));
    assertThat(una.codigo(ESTADO_PAGO_EMPLEADOR)).isEmpty();
    assertThat(pedidos).containsExactly(ESTADO_PAGO_EMPLEADOR);
  }

  @Test
  void whoSawItOpenAndComesToTheDoorWhenItIsClosedIsNotLetThrough() throws Exception {
    // Given a look from before
    Cliente cliente = new Cliente(DESAFILIACION, MinisterioResource.clientId(DESAFILIACION));
    List<String> huellas =
        new ArchivoDeCredencial(Configuraciones.leer(Configuraciones.valida()))
            .leer()
            .huellas(Llavero.de("actual = k1\n" + Montaje.CLAVES));
    Puerta puerta = new Puerta(new Database(base));

    // When
    filas().ejecutar(CERRAR);

    // Then
    assertThat(puerta.reclamar(cliente, null, huellas)).isEqualTo(new Reclamo.SinObjeto());
    assertThat(
            puerta.reclamarPrueba(cliente, huellas, Duration.ZERO, new Solicitante("Ana", "aquí")))
        .isEqualTo(new Reclamo.Cerrada("SERVICIO_NO_ASIGNADO"));
    assertThat(filas().puertaLibre()).isTrue();
    assertThat(filas().auditoria()).isEmpty();
  }

  @Test
  void aReplicaThatHasSeenItClosedHandsOutNothingWhenTheDatabaseIsAway() throws Exception {
    // Given
    Replica una = replica(Configuraciones.valida());
    una.token(DESAFILIACION);
    una.token(ESTADO_PAGO_EMPLEADOR);
    filas().ejecutar(CERRAR);
    assertThat(una.codigo(DESAFILIACION)).isEqualTo("SERVICIO_NO_ASIGNADO");

    // When
    InfraDePrueba.pararBaseDeDatos();

    // Then
    await()
        .untilAsserted(
            () -> assertThat(una.codigo(DESAFILIACION)).isEqualTo("BASE_DE_DATOS_NO_DISPONIBLE"));
    assertThat(una.codigo(ESTADO_PAGO_EMPLEADOR)).isEmpty();
    InfraDePrueba.arrancarBaseDeDatos();
    await().ignoreExceptions().until(() -> !filas().columna("select 1").isEmpty());
  }

  private Replica replica(Map<String, String> propiedades) {
    return new Replica(
        Configuraciones.leer(propiedades),
        base,
        reloj,
        (servicio, credencial) -> {
          pedidos.add(servicio);
          return new Concedido("token-secreto-" + pedidos.size(), Duration.ofSeconds(1_199));
        },
        enVuelo);
  }
}
