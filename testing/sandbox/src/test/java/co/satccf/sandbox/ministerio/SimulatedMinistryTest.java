package co.satccf.sandbox.ministerio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.satccf.sandbox.infra.ProcesoJava;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedMinistryTest extends EscenarioDelMinisterio {
  private static final Servicio PAGO = Servicio.ESTADO_PAGO_EMPLEADOR;

  @Test
  void writesALedgerLinePerRequestWithTheBodyExactlyAsItCame() throws IOException {
    // Given
    control.incorporar(Cuerpos.EMPLEADOR);
    String cuerpo = "  " + Cuerpos.json(PAGO, "77").replace("\":\"", "\" :\t\"") + "\n";

    // When
    caja.reportar(PAGO, cuerpo);
    caja.reportar(PAGO, cuerpo);

    // Then
    List<EntradaDelLibro> libro = control.libro();
    assertThat(libro).extracting(EntradaDelLibro::cuerpo).containsExactly(cuerpo, cuerpo);
    assertThat(libro).extracting(EntradaDelLibro::secuencia).containsExactly(0L, 1L);
    assertThat(libro).extracting(EntradaDelLibro::codigo).containsExactly("200", "GN01");
    assertThat(libro).extracting(EntradaDelLibro::radicado).containsOnly("77");
    assertThat(libro).extracting(EntradaDelLibro::servicio).containsOnly("EstadoPagoEmpleador");
    assertThat(libro)
        .allMatch(e -> Instant.parse(e.instante()).equals(reloj.instant()))
        .allMatch(e -> Instant.parse(e.recibido()).equals(reloj.instant()));
  }

  @Test
  void streamsALedgerOfThousandsOfLines() throws IOException {
    // Given
    String token = "bearer " + caja.token(PAGO);
    for (int i = 0; i < 2_300; i++) {
      caja.reportar(
          PAGO, token, ("{\"numeroRadicado\":\"" + i + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    // When
    try (Stream<EntradaDelLibro> lineas = control.lineas()) {
      // Then
      assertThat(lineas.mapToLong(EntradaDelLibro::secuencia))
          .containsExactlyElementsOf(Stream.iterate(0L, n -> n + 1).limit(2_300).toList());
    }
  }

  @Test
  void keepsAllItKnowsOverAStopAndAStart() throws IOException {
    // Given
    control.incorporar(Cuerpos.EMPLEADOR);
    String token = "bearer " + caja.token(PAGO);
    byte[] cuerpo = Cuerpos.json(PAGO, "1").getBytes(StandardCharsets.UTF_8);
    caja.reportar(PAGO, token, cuerpo);

    // When
    ministerio.stop();
    assertThatThrownBy(() -> caja.reportar(PAGO, token, cuerpo))
        .isInstanceOf(ConnectException.class);
    assertThat(control.listo()).isFalse();
    ministerio.start();

    // Then
    assertThat(control.listo()).isTrue();
    assertThat(caja.reportar(PAGO, token, cuerpo).codigo()).isEqualTo("GN01");
    assertThat(control.libro()).hasSize(2);
  }

  @Test
  void forgetsEverythingOnCommandAndGoesBackToItsFirstMode() throws IOException {
    // Given
    control.incorporar(Cuerpos.EMPLEADOR);
    control.modo(Map.of("modo", "ACEPTA_REPETIDOS"));
    control.fallas(Fallas.con(Falla.http(500)));
    caja.reportar(PAGO, Cuerpos.json(PAGO, "1"));

    // When
    control.reiniciar();

    // Then
    assertThat(control.libro()).isEmpty();
    assertThat(control.modo()).isEqualTo(ModoDelMinisterio.predeterminado());
    assertThat(control.fallas()).isEqualTo(Fallas.ninguna());
    assertThat(control.resumen().tokensPedidos()).isZero();
    assertThat(control.resumen().empleadoresEnSat()).isZero();
    assertThat(caja.reportar(PAGO, Cuerpos.json(PAGO, "1")).codigo()).isEqualTo("GN02");
  }

  @Test
  void answersControlOnBothPortsAndServicesOnOne() throws IOException {
    assertThat(ControlDelMinisterio.en(ministerio.url()).listo()).isTrue();
    assertThat(ControlDelMinisterio.en(ministerio.urlControl()).listo()).isTrue();
    try (Caja equivocada = new Caja(ministerio.urlControl())) {
      assertThat(equivocada.reportar(PAGO, null, new byte[0]).estado()).isEqualTo(404);
    }
  }

  @Test
  void leavesAWholeLedgerFileBehindWhenKilledAndGoesOnInItAfterwards(@TempDir Path carpeta)
      throws Exception {
    // Given
    Path libro = carpeta.resolve("libro.ndjson");
    try (ProcesoJava proceso =
        ProcesoJava.iniciar(
            carpeta, SimulatedMinistry.class, "0", "0", "0", libro.toString(), "5")) {
      String url = proceso.lineaQueEmpiezaCon("LISTO").split(" ")[1];
      try (Caja suya = new Caja(url)) {
        for (int i = 1; i <= 20; i++) {
          suya.reportar(PAGO, Cuerpos.json(PAGO, "" + i));
        }

        // When
        proceso.matar();
      }
    }

    // Then
    assertThat(Files.readString(libro)).endsWith("}\n");
    assertThat(radicados(libro))
        .containsExactlyElementsOf(
            Stream.iterate(1, n -> n + 1).limit(20).map(String::valueOf).toList());

    // When it comes back
    try (ProcesoJava otro =
        ProcesoJava.iniciar(carpeta, SimulatedMinistry.class, "0", "0", "0", libro.toString())) {
      String url = otro.lineaQueEmpiezaCon("LISTO").split(" ")[1];
      try (Caja suya = new Caja(url)) {
        suya.reportar(PAGO, Cuerpos.json(PAGO, "21"));
      }
      otro.terminar();
    }

    // Then
    assertThat(radicados(libro)).hasSize(21).endsWith("21");
  }

  private static List<String> radicados(Path libro) throws IOException {
    return Files.readAllLines(libro).stream()
        .map(
            linea -> {
              try {
                return Caja.MAPPER.readTree(linea).path("radicado").asText();
              } catch (IOException e) {
                throw new IllegalStateException("a broken line", e);
              }
            })
        .toList();
  }
}
