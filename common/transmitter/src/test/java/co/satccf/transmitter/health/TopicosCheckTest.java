package co.satccf.transmitter.health;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.stream.topicos.Ajuste;
import co.satccf.stream.topicos.Diferencia;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class TopicosCheckTest {

  private static final Diferencia MOLESTA =
      new Diferencia("sat.novedades", Ajuste.PARTICIONES, "12", "6", false);
  private static final Diferencia GRAVE =
      new Diferencia("sat.resultados", Ajuste.RETENCION, "siempre", "PT168H", true);

  @Test
  void takesNoServiceOutOfUseForASettingThatItCannotMend() {
    assertThat(estado(Optional.empty())).isEqualTo(Status.UP);
    assertThat(estado(Optional.of(List.of()))).isEqualTo(Status.UP);
    assertThat(estado(Optional.of(List.of(MOLESTA, GRAVE)))).isEqualTo(Status.UP);
  }

  @Test
  void saysWhatIsAndWhatIsWrittenDown() {
    HealthCheckResponse respuesta = TopicosCheck.respuesta(Optional.of(List.of(GRAVE)));
    assertThat(respuesta.getData().orElseThrow())
        .containsEntry("sat.resultados, RETENCION", "PT168H; está escrito siempre");
  }

  private static Status estado(Optional<List<Diferencia>> halladas) {
    return TopicosCheck.respuesta(halladas).getStatus();
  }
}
