package co.satccf.sandbox.local;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.ServicioSat;
import co.satccf.sandbox.ministerio.ClientesSat;
import co.satccf.sandbox.ministerio.ResumenDelMinisterio;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResumenTest {
  private static final String[] CLAVES = {
    "publicados",
    "repetidos",
    "cuarentena",
    "corregidos",
    "aceptados",
    "aceptadosConAlerta",
    "glosados",
    "enEspera",
    "inciertos",
    "porConfirmar",
    "retirados",
    "sustituidos",
    "perdidos",
    "dobles",
    "segundos",
    "tokensPedidos"
  };

  @Test
  void hasEveryKeyForTheRunAndForEachService() {
    // Given / When
    JsonNode json = resumen(new Casos().reporte(1, "ACEPTADO"), List.of()).json();
    // Then
    assertThat(json.fieldNames()).toIterable().contains(CLAVES);
    assertThat(json.path("servicios").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(
            Arrays.stream(ServicioSat.values()).map(ServicioSat::nombre).toList());
    assertThat(json.path("servicios"))
        .allSatisfy(servicio -> assertThat(servicio.fieldNames()).toIterable().contains(CLAVES));
  }

  @Test
  void everyPublishedEventIsInOneOfTheNumbers() {
    // Given
    Casos casos =
        new Casos()
            .reporte(1, "ACEPTADO")
            .reporte(2, "ACEPTADO_CON_ALERTA")
            .reporte(3, "GLOSADO")
            .reporte(4, "PENDIENTE")
            .publicar(Casos.evento(1))
            .publicar(Casos.evento(5))
            .publicar("{broken")
            .enCuarentena();
    casos.repetidos = 1;
    // When
    JsonNode json = resumen(casos, List.of()).json();
    // Then
    long sum = 0;
    for (String clave :
        List.of(
            "repetidos",
            "incorporados",
            "cuarentena",
            "aceptados",
            "aceptadosConAlerta",
            "glosados",
            "enEspera",
            "inciertos",
            "porConfirmar",
            "retirados",
            "sustituidos",
            "perdidos")) {
      sum += json.path(clave).asLong();
    }
    assertThat(json.path("publicados").asLong()).isEqualTo(sum).isEqualTo(7);
    assertThat(json.path("perdidos").asLong()).isEqualTo(1);
    assertThat(json.path("servicios").path(Casos.SERVICIO).path("tokensPedidos").asLong())
        .isEqualTo(3);
  }

  @Test
  void isWellOnlyWhenSettledAndNothingIsLostOrDouble() {
    Casos doubled = new Casos().reporte(1, "ACEPTADO");
    doubled.libro.put(Casos.clave(1), 2);
    Casos lost = new Casos().publicar(Casos.evento(1));
    assertThat(resumen(new Casos().reporte(1, "ACEPTADO"), List.of()).bien()).isTrue();
    assertThat(resumen(new Casos().reporte(1, "ACEPTADO"), List.of("algo")).bien()).isFalse();
    assertThat(resumen(doubled, List.of()).bien()).isFalse();
    assertThat(resumen(lost, List.of()).bien()).isFalse();
  }

  @Test
  void saysInSpanishWhatIsWrongAndWithoutColoursWhereThereIsNoTerminal() {
    // Given
    Casos casos = new Casos().reporte(1, "ACEPTADO").publicar(Casos.evento(2));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // When
    resumen(casos, List.of("resultados que aún no están en Kafka"))
        .mostrar(new Pantalla(new PrintStream(bytes, true, StandardCharsets.UTF_8), false));
    // Then
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("La espera se abandonó", "resultados que aún no están en Kafka")
        .contains("1 hechos publicados de los que nadie da cuenta")
        .doesNotContain("\u001b");
  }

  private static Resumen resumen(Casos casos, List<String> pendiente) {
    Juez juez = casos.juez();
    ResumenDelMinisterio ministerio =
        new ResumenDelMinisterio(
            3, 3, Map.of(ClientesSat.ESTADO_PAGO_EMPLEADOR, 3L), 0, 0, 1, Map.of());
    JsonNode reporting = Http.JSON.createObjectNode().set("grupos", casos.grupos());
    return new Resumen(
        new Seguimiento.Fin(juez.conteos(), pendiente, 1.234), juez, ministerio, reporting);
  }
}
