package co.satccf.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.caos.Caos;
import co.satccf.sandbox.caos.InformeDeCaos;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./sat chaos}: every kind of fault in three minutes. */
@Order(1)
class ChaosTest {

  private static final Path RAIZ =
      Path.of(System.getProperty("sat.raiz", "../..")).toAbsolutePath().normalize();
  private static final int PARTES = 5;

  /** Moves the clocks of two services: the other three start from their AOT caches. */
  private static final long SEMILLA = 20_261_126;

  @Test
  void losesAndDoublesNothingWhateverIsKilledCutStoppedOrMoved() {
    // Given a feed that takes as long as the faults
    Caos caos = new Caos(SEMILLA, Duration.ofMinutes(3), 6_000);
    // When every kind of fault is played on it, and each service is killed
    InformeDeCaos informe =
        caos.correr(
            Caos.plataforma(RAIZ)
                .conRegistros(RAIZ.resolve("testing/acceptance/target/registros/caos")),
            System.out);
    // Then the ledger has everything once and in order, all counts agree, and nothing is left
    assertThat(informe.veredicto().resumen().path("diferencias")).isEmpty();
    assertThat(informe.veredicto().perdidos()).isZero();
    assertThat(informe.veredicto().dobles()).isZero();
    assertThat(informe.faltas()).isEmpty();
    assertThat(informe.bien()).isTrue();
    // And it was the feed that was hurt
    assertThat(informe.sobrevividos()).containsOnlyKeys(Caos.tipos());
    assertThat(informe.sobrevividos().get("kill -9 de un servicio")).isGreaterThanOrEqualTo(PARTES);
  }
}
