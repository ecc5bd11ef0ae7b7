package co.satccf.model.estado;

import static co.satccf.model.estado.EstadoReporte.ACEPTADO;
import static co.satccf.model.estado.EstadoReporte.ACEPTADO_CON_ALERTA;
import static co.satccf.model.estado.EstadoReporte.EN_VUELO;
import static co.satccf.model.estado.EstadoReporte.GLOSADO;
import static co.satccf.model.estado.EstadoReporte.INCIERTO;
import static co.satccf.model.estado.EstadoReporte.PENDIENTE;
import static co.satccf.model.estado.EstadoReporte.RETIRADO;
import static co.satccf.model.estado.EstadoReporte.SUSTITUIDO;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.Publicado;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MovimientosTest {
  @ParameterizedTest
  @EnumSource
  void neverLeavesAFinalState(EstadoReporte estado) {
    assertThat(Movimientos.desde(estado).isEmpty()).isEqualTo(estado.esFinal());
  }

  @Test
  void canReachEveryStateFromTheFirstOnes() {
    // Given
    var alcanzados = EnumSet.copyOf(Movimientos.iniciales());
    var porVer = new ArrayDeque<>(alcanzados);

    // When
    while (!porVer.isEmpty()) {
      for (var siguiente : Movimientos.desde(porVer.pop())) {
        if (alcanzados.add(siguiente)) {
          porVer.push(siguiente);
        }
      }
    }

    // Then
    assertThat(alcanzados).containsExactlyInAnyOrder(EstadoReporte.values());
  }

  @ParameterizedTest
  @EnumSource
  void canAlwaysReachAFinalState(EstadoReporte estado) {
    assertThat(
            estado.esFinal() || Movimientos.desde(estado).stream().anyMatch(EstadoReporte::esFinal))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "PENDIENTE, EN_VUELO, true",
    "EN_VUELO, PENDIENTE, true",
    "EN_VUELO, INCIERTO, true",
    "INCIERTO, EN_VUELO, true",
    "GLOSADO, PENDIENTE, true",
    "PENDIENTE, SUSTITUIDO, true",
    "GLOSADO, SUSTITUIDO, true",
    "PENDIENTE, ACEPTADO, true",
    "PENDIENTE, POR_CONFIRMAR, true",
    "GLOSADO, ACEPTADO, true",
    "GLOSADO, EN_VUELO, false",
    "POR_CONFIRMAR, INCIERTO, false",
    "EN_VUELO, RETIRADO, false",
    "EN_VUELO, SUSTITUIDO, false",
    "INCIERTO, SUSTITUIDO, false",
    "POR_CONFIRMAR, EN_VUELO, false",
    "ACEPTADO, RETIRADO, false",
    "RETIRADO, PENDIENTE, false"
  })
  void allowsExactlyTheMovesOfTheTable(EstadoReporte de, EstadoReporte a, boolean legal) {
    assertThat(Movimientos.legal(de, a)).isEqualTo(legal);
    assertThat(Movimientos.todos().stream().anyMatch(m -> m.de() == de && m.a() == a))
        .isEqualTo(legal);
  }

  @Test
  void sendsOnlyFromPendingOrUncertain() {
    assertThat(Movimientos.todos())
        .filteredOn(movimiento -> movimiento.a() == EN_VUELO)
        .extracting(Movimiento::de)
        .containsOnly(PENDIENTE, INCIERTO);
  }

  @Test
  void acceptsOnlyByAnAnswerOrAPerson() {
    assertThat(Movimientos.todos())
        .filteredOn(movimiento -> movimiento.a() == ACEPTADO)
        .extracting(Movimiento::causa)
        .containsOnly(
            Causa.ACEPTACION,
            Causa.YA_REPORTADO,
            Causa.RESPUESTA_TARDIA,
            Causa.DECISION_DEL_OPERADOR);
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDIENTE", "GLOSADO", "POR_CONFIRMAR"})
  void afterAPersonsDecisionOnlyAnAcceptanceThatComesLateCounts(EstadoReporte decidido) {
    assertThat(Movimientos.todos())
        .filteredOn(m -> m.de() == decidido && m.causa() == Causa.RESPUESTA_TARDIA)
        .extracting(Movimiento::a)
        .containsExactlyInAnyOrder(ACEPTADO, ACEPTADO_CON_ALERTA);
  }

  @Test
  void supersedesNothingThatMayBeOnTheWire() {
    assertThat(Movimientos.todos())
        .filteredOn(movimiento -> movimiento.a() == SUSTITUIDO)
        .extracting(Movimiento::de)
        .containsOnly(PENDIENTE, GLOSADO);
    assertThat(Movimientos.legal(EN_VUELO, RETIRADO)).isFalse();
  }

  @Test
  void publishesTheDiagram() throws IOException {
    Publicado.alDia("vida-de-un-reporte.md", documento());
  }

  private static String documento() {
    var diagrama = new StringBuilder("stateDiagram-v2\n");
    Movimientos.iniciales().forEach(estado -> diagrama.append("    [*] --> " + estado + "\n"));
    for (var de : EstadoReporte.values()) {
      for (var a : Movimientos.desde(de)) {
        diagrama.append("    %s --> %s: %s\n".formatted(de, a, causas(de, a)));
      }
    }
    EnumSet.allOf(EstadoReporte.class).stream()
        .filter(EstadoReporte::esFinal)
        .forEach(estado -> diagrama.append("    " + estado + " --> [*]\n"));
    return """
        # Vida de un reporte

        Los movimientos legales de un reporte, de la tabla `co.satccf.model.estado.Movimientos`.
        Archivo generado por `MovimientosTest`: no lo edite.

        Un reporte nace PENDIENTE; GLOSADO si incumple su contrato; SUSTITUIDO si es un estado de
        pago más viejo que otro ya conocido. De un estado final no se sale: una respuesta que llega
        después se guarda con su intento y nada más. Si una persona decidió antes de que llegara la
        respuesta, solo cuenta la que acepta.

        ```mermaid
        """
        + diagrama
        + "```\n";
  }

  private static String causas(EstadoReporte de, EstadoReporte a) {
    return Movimientos.todos().stream()
        .filter(movimiento -> movimiento.de() == de && movimiento.a() == a)
        .map(movimiento -> movimiento.causa().descripcion())
        .collect(Collectors.joining(" / "));
  }
}
