package co.satccf.transmitter.resguardo;

import static co.satccf.model.estado.EstadoReporte.ACEPTADO;
import static co.satccf.transmitter.Escenario.hasta;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.ServicioSat;
import co.satccf.sandbox.infra.LlaveroDeArena;
import co.satccf.transmitter.Cifrados;
import co.satccf.transmitter.Escenario;
import co.satccf.transmitter.Hecho;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ring changes under a service that runs. */
@QuarkusTest
class RotacionTest {

  private static final ServicioSat PRIMERA_VEZ = ServicioSat.AFILIACION_PRIMERA_VEZ;

  @Inject Escenario escenario;
  @Inject Cifrados cifrados;
  @Inject Resguardo resguardo;

  @ConfigProperty(name = "sat.llavero")
  Path llavero;

  @BeforeEach
  void start() {
    ring(1, 1);
    escenario.empezar();
  }

  @AfterEach
  void end() {
    escenario.terminar();
    ring(1, 1);
  }

  /** Replaces the ring, and returns when the service has seen it. */
  private void ring(int actual, int... claves) {
    LlaveroDeArena.escribir(llavero, actual, claves);
    hasta(
        () -> {
          assertThat(resguardo.actual()).isEqualTo("k" + actual);
          assertThat(resguardo.claves()).hasSize(claves.length);
        });
  }

  @Test
  void leavesNothingUnderTheOldKeyWhileReportsComeAndGo() {
    // Given reports that go, bytes in quarantine, and a correction that waits for its original
    List<Hecho> hechos = new ArrayList<>(publish(60));
    escenario.publicar(1, List.of("{".getBytes(StandardCharsets.UTF_8)));
    Hecho corrige = Hecho.primeraVez();
    String radicado = "\"radicado\":\"%s\",".formatted(corrige.radicado());
    escenario.publicar(
        1,
        List.of(
            corrige
                .json()
                .replace(radicado, radicado + "\"corrige\":\"999\",")
                .getBytes(StandardCharsets.UTF_8)));
    hasta(() -> assertThat(escenario.numero("select count(*) from correccion")).isOne());
    hasta(() -> assertThat(escenario.numero("select count(*) from cuarentena")).isOne());
    hasta(() -> assertThat(under("k1")).isGreaterThan(60));
    // When the key is made current while others come
    ring(1, 1, 2);
    hechos.addAll(publish(60));
    ring(2, 1, 2);
    hechos.addAll(publish(60));
    // Then
    hechos.forEach(hecho -> escenario.espera(hecho, ACEPTADO));
    hasta(() -> assertThat(under("k1")).isZero());
    assertThat(under("k2")).isEqualTo(2L * hechos.size() + 2);
    // And every body is what the Ministry was sent, though the old key is gone
    ring(2, 2);
    assertThat(hechos)
        .allSatisfy(
            hecho ->
                assertThat(cifrados.cuerpo(PRIMERA_VEZ, hecho.radicado()))
                    .isEqualTo(escenario.libro(hecho).getFirst().cuerpo()));
    assertThat(when().get("/q/metrics").asString())
        .doesNotContainPattern("sat_cifrado_pendientes\\{[^}]*} [1-9]");
  }

  @Test
  void aBodyWhoseKeyIsMissingWaitsAndHoldsUpNobodyElse() {
    // Given one that was kept under a key that the ring has lost
    escenario.detener();
    ring(3, 1, 3);
    Hecho closed = publish(1).getFirst();
    escenario.recibido(closed);
    ring(1, 1);
    // When
    List<Hecho> others = publish(20);
    escenario.soltar();
    // Then
    others.forEach(hecho -> escenario.espera(hecho, ACEPTADO));
    hasta(() -> assertThat(escenario.recibido(closed).fallos()).isPositive());
    assertThat(escenario.libro(closed)).isEmpty();
    hasta(
        () ->
            assertThat(when().get("/q/metrics").asString())
                .contains(
                    "sat_cifrado_pendientes{clave=\"k3\",en_llavero=\"false\",tabla=\"cuerpo\"} 1.0")
                .containsPattern(
                    "sat_cuerpos_cerrados_total\\{motivo=\"CLAVE_DESCONOCIDA\"[^}]*} [1-9]"));
    // When the key is back
    ring(1, 1, 3);
    // Then it goes, and comes under the current key
    escenario.espera(closed, ACEPTADO);
    hasta(() -> assertThat(under("k3")).isZero());
  }

  @Test
  void aBodyThatWasPutIntoAnotherRowIsNotSent() {
    // Given two reports whose bodies somebody exchanges in the database
    escenario.detener();
    List<Hecho> two = publish(2);
    two.forEach(escenario::recibido);
    escenario.ejecutar(
        """
        update cuerpo c set contenido = (select o.contenido from cuerpo o where o.reporte <> c.reporte)
        """);
    // When
    Hecho sound = publish(1).getFirst();
    escenario.soltar();
    // Then
    escenario.espera(sound, ACEPTADO);
    hasta(
        () ->
            assertThat(two)
                .allSatisfy(hecho -> assertThat(escenario.intentos(hecho)).isNotEmpty()));
    assertThat(two)
        .allSatisfy(
            hecho -> {
              assertThat(escenario.libro(hecho)).isEmpty();
              assertThat(escenario.intentos(hecho))
                  .allMatch(intento -> intento.veredicto().equals("REINTENTABLE"));
              assertThat(escenario.recibido(hecho).estado()).isNotEqualTo(ACEPTADO);
            });
  }

  private List<Hecho> publish(int many) {
    List<Hecho> hechos = Stream.generate(Hecho::primeraVez).limit(many).toList();
    escenario.publicar(hechos);
    return hechos;
  }

  private long under(String clave) {
    return escenario.numero(
        """
        select (select count(*) from cuerpo where clave = ?) + (select count(*) from intento where clave = ?)
          + (select count(*) from cuarentena where clave = ?) + (select count(*) from correccion where clave = ?)
        """,
        clave,
        clave,
        clave,
        clave);
  }
}
