package co.satccf.transmitter.intake;

import static co.satccf.model.ServicioSat.AFILIACION_PRIMERA_VEZ;
import static co.satccf.model.estado.EstadoReporte.ACEPTADO;
import static co.satccf.model.estado.EstadoReporte.GLOSADO;
import static co.satccf.model.estado.EstadoReporte.PENDIENTE;
import static co.satccf.transmitter.Escenario.TOPICO;
import static co.satccf.transmitter.Escenario.hasta;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.evento.LectorEventos;
import co.satccf.transmitter.Cifrados;
import co.satccf.transmitter.Escenario;
import co.satccf.transmitter.Escenario.Fila;
import co.satccf.transmitter.Hecho;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What becomes of each record of the topic (rules 9 to 11); dispatch is held unless a test says.
 */
@QuarkusTest
class IntakeTest {

  private static final int PARTICION = 2;

  @Inject Escenario escenario;
  @Inject Cifrados cifrados;

  @BeforeEach
  void empezar() {
    escenario.empezar();
    escenario.detener();
  }

  @AfterEach
  void terminar() {
    escenario.terminar();
  }

  /** A record that could not be placed. */
  private record Cuarentenado(String motivos, String mensajes, String contenido) {}

  @ParameterizedTest
  @CsvSource({
    "7b2276616c6f72223a, JSON_ILEGIBLE",
    "7b226e6f6d627265223a22c328227d, UTF8_ILEGIBLE",
    "5b5d, NO_ES_OBJETO",
    "'', NO_ES_OBJETO",
    "00, JSON_ILEGIBLE"
  })
  void quarantinesUnreadableBytesAsTheyCame(String hex, String motivo) {
    // Given
    byte[] bytes = HexFormat.of().parseHex(hex);
    // When
    Cuarentenado cuarentenado = quarantined(bytes);
    // Then
    assertThat(cuarentenado.motivos()).isEqualTo(motivo);
    assertThat(cuarentenado.contenido()).isEqualTo(hex);
  }

  @Test
  void quarantinesATypeNobodyKnows() {
    String json =
        Hecho.primeraVez().json().replace("co.satccf.afiliacion.primera-vez.v1", "co.otra.cosa.v1");
    assertThat(quarantined(json).motivos()).isEqualTo("TIPO_DESCONOCIDO");
  }

  @Test
  void quarantinesAnEventOfAnotherFamily() {
    assertThat(quarantined(Hecho.perdidaDeAfiliacion().json()).motivos())
        .isEqualTo("TIPO_DE_OTRA_FAMILIA");
  }

  @Test
  void quarantinesWithEveryReasonWhatHasNoIdentity() {
    // Given
    Hecho hecho = Hecho.primeraVez();
    String json =
        hecho
            .json()
            .replace("\"id\":\"" + hecho.id() + "\",", "")
            .replace("\"radicado\":\"" + hecho.radicado() + "\",", "")
            .replace("2026-11-20T12:00:00Z", "ayer");
    // When
    Cuarentenado cuarentenado = quarantined(json);
    // Then
    assertThat(cuarentenado.motivos().split(","))
        .containsExactlyInAnyOrder("SIN_IDENTIDAD", "INSTANTE_ILEGIBLE", "SIN_RADICADO");
    assertThat(cuarentenado.mensajes()).doesNotContain(hecho.empleador(), "ayer");
  }

  @Test
  void quarantinesAnEventThatIsTooLargeAndKeepsItWhole() {
    // Given one byte more than 256 KiB
    byte[] large = padded(Hecho.primeraVez(), LectorEventos.MAXIMO_BYTES + 1);
    // When
    Cuarentenado cuarentenado = quarantined(large);
    // Then
    assertThat(cuarentenado.motivos()).isEqualTo("EVENTO_DESMEDIDO");
    assertThat(cuarentenado.contenido()).isEqualTo(hex(large));
  }

  @Test
  void takesInTheLargestEventThatIsAllowed() {
    // Given
    Hecho hecho = Hecho.primeraVez();
    // When
    escenario.publicar(PARTICION, List.of(padded(hecho, LectorEventos.MAXIMO_BYTES)));
    // Then
    assertThat(escenario.recibido(hecho).estado()).isEqualTo(PENDIENTE);
  }

  @Test
  void takesANameWithANulForABreachOfContract() {
    // Given
    Hecho hecho = Hecho.primeraVez().cambiando(Hecho.REPRESENTANTE, "Ze\\u0000nobia");
    // When
    escenario.publicar(hecho);
    // Then
    Fila fila = escenario.recibido(hecho);
    assertThat(fila.estado()).isEqualTo(GLOSADO);
    assertThat(fila.origen()).isEqualTo("LOCAL");
  }

  @Test
  void quarantinesARadicadoThatStandsForAnotherFact() {
    // Given
    Hecho first = Hecho.primeraVez();
    escenario.publicar(first);
    escenario.recibido(first);
    Hecho other = Hecho.primeraVez().conRadicado(first.radicado());
    // When
    Cuarentenado cuarentenado = quarantined(other.json("otro-" + other.radicado()));
    // Then
    assertThat(cuarentenado.motivos()).isEqualTo("RADICADO_EN_CONFLICTO");
    assertThat(escenario.numero("select count(*) from reporte")).isOne();
  }

  @Test
  void quarantinesAKnownIdentityWithOtherContent() {
    // Given
    Hecho first = Hecho.primeraVez();
    escenario.publicar(first);
    escenario.recibido(first);
    // When
    Cuarentenado cuarentenado = quarantined(Hecho.primeraVez().json(first.id()));
    // Then
    assertThat(cuarentenado.motivos()).isEqualTo("EVENTO_REPETIDO_CON_OTRO_CONTENIDO");
    assertThat(escenario.numero("select count(*) from reporte")).isOne();
  }

  @Test
  void countsAnEventThatComesAgainAndTakesItInOnce() {
    // Given
    Hecho hecho = Hecho.primeraVez();
    escenario.publicar(hecho);
    escenario.recibido(hecho);
    // When it comes again, written otherwise, and under another id
    escenario.publicar(
        PARTICION,
        List.of(
            hecho.bytes(),
            hecho.json().replace(",\"", " ,\n\"").getBytes(StandardCharsets.UTF_8),
            hecho.json("otra-vez-" + hecho.id()).getBytes(StandardCharsets.UTF_8)));
    // Then
    hasta(() -> assertThat(repeats()).isEqualTo(3));
    assertThat(escenario.numero("select count(*) from reporte")).isOne();
    assertThat(escenario.numero("select count(*) from cuarentena")).isZero();
  }

  @Test
  void keepsABreachOfContractInItsPlaceWithAllItsGlosas() {
    // Given a first report that breaks two rules, and a sound one of the same key behind it
    String empleador = Hecho.nit();
    Hecho broken =
        Hecho.primeraVez(empleador)
            .cambiando("\"manifestacion\":\"SI\"", "\"manifestacion\":\"TAL VEZ\"")
            .cambiando("\"tipoPersona\":\"J\"", "\"tipoPersona\":\"Q\"");
    Hecho follower =
        Hecho.primeraVez(empleador)
            .cambiando("\"fechaSolicitud\":\"2026-02-27\"", "\"fechaSolicitud\":\"2026-02-28\"");
    // When
    escenario.publicar(broken, follower);
    escenario.soltar();
    // Then neither goes out
    Fila fila = escenario.recibido(broken);
    assertThat(fila.estado()).isEqualTo(GLOSADO);
    assertThat(fila.origen()).isEqualTo("LOCAL");
    assertThat(escenario.recibido(follower).bloqueo()).isEqualTo("REPORTE_ANTERIOR");
    assertThat(
            escenario.numero(
                """
                select jsonb_array_length(glosas) from intento i join reporte r on r.id = i.reporte
                where r.radicado = ?
                """,
                broken.radicado()))
        .isGreaterThanOrEqualTo(2);
    Hecho other = Hecho.primeraVez();
    escenario.publicar(other);
    escenario.espera(other, ACEPTADO);
    assertThat(escenario.ministerio().libro()).hasSize(1);
  }

  @Test
  void holdsASecondRadicadoOfTheSameFactForAPerson() {
    // Given
    escenario.soltar();
    Hecho first = Hecho.primeraVez();
    escenario.publicar(first);
    escenario.espera(first, ACEPTADO);
    // When
    Hecho second = Hecho.primeraVez(first.empleador());
    escenario.publicar(second);
    // Then
    assertThat(escenario.recibido(second).bloqueo()).isEqualTo("POSIBLE_DUPLICADO");
    Hecho other = Hecho.primeraVez();
    escenario.publicar(other);
    escenario.espera(other, ACEPTADO);
    assertThat(escenario.libro(second)).isEmpty();
  }

  @Test
  void holdsASecondRadicadoOfTheSameFactAlsoWhenBothComeTogether() {
    // Given
    Hecho first = Hecho.primeraVez();
    Hecho second = Hecho.primeraVez(first.empleador());
    escenario.publicar(PARTICION, List.of(first.bytes(), second.bytes()));
    assertThat(escenario.recibido(second).bloqueo()).isEqualTo("REPORTE_ANTERIOR");
    // When
    escenario.soltar();
    escenario.espera(first, ACEPTADO);
    // Then
    hasta(() -> assertThat(escenario.recibido(second).bloqueo()).isEqualTo("POSIBLE_DUPLICADO"));
  }

  @Test
  void holdsWhatNeedsAnEmployerWhoIsNotInSat() {
    // Given
    Hecho hecho = Hecho.estadoPago(Hecho.nit(), "1");
    // When
    escenario.publicar(hecho);
    // Then
    assertThat(escenario.recibido(hecho).bloqueo()).isEqualTo("EMPLEADOR_NO_INCORPORADO");
  }

  @Test
  void takesInAnEventWhoseAttributesAreHeaders() {
    // Given
    Hecho hecho = Hecho.primeraVez();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            TOPICO, PARTICION, null, hecho.data().getBytes(StandardCharsets.UTF_8));
    Stream.of(
            "specversion:1.0",
            "id:" + hecho.id(),
            "source:/prueba",
            "type:" + hecho.servicio().tipoEvento(),
            "time:2026-11-20T12|00|00Z",
            "radicado:" + hecho.radicado())
        .map(header -> header.split(":", 2))
        .forEach(
            header ->
                record
                    .headers()
                    .add(
                        "ce_" + header[0],
                        header[1].replace('|', ':').getBytes(StandardCharsets.UTF_8)));
    // When
    escenario.enviar(List.of(record));
    // Then
    assertThat(escenario.recibido(hecho).estado()).isEqualTo(PENDIENTE);
  }

  @Test
  void setsAsideTheOneRecordThatTheDatabaseRefusesAndStopsNothing() {
    // Given a record in the middle of others that cannot be stored
    List<Hecho> hechos = Stream.generate(Hecho::primeraVez).limit(9).toList();
    Hecho poison = hechos.get(4);
    escenario.ejecutar(
        "alter table reporte add constraint veneno check (radicado <> '%s')"
            .formatted(poison.radicado()));
    try {
      // When
      long first = escenario.publicar(PARTICION, hechos.stream().map(Hecho::bytes).toList());
      // Then
      Cuarentenado cuarentenado = awaitQuarantine(first + 4);
      assertThat(cuarentenado.motivos()).isEqualTo("NO_SE_PUDO_GUARDAR");
      assertThat(cuarentenado.mensajes()).doesNotContain(poison.empleador(), poison.radicado());
      assertThat(cuarentenado.contenido()).isEqualTo(hex(poison.bytes()));
      List<Hecho> sound = new ArrayList<>(hechos);
      sound.remove(poison);
      sound.forEach(hecho -> assertThat(escenario.recibido(hecho).estado()).isEqualTo(PENDIENTE));
      hasta(() -> assertThat(position()).isEqualTo(first + 9));
    } finally {
      escenario.ejecutar("alter table reporte drop constraint veneno");
    }
  }

  @Test
  void takesInWhatWasSetAsideWhenItComesAgainAndCanBeStored() {
    // Given
    Hecho poison = Hecho.primeraVez();
    escenario.ejecutar(
        "alter table reporte add constraint veneno check (radicado <> '%s')"
            .formatted(poison.radicado()));
    long first = escenario.publicar(PARTICION, List.of(poison.bytes()));
    awaitQuarantine(first);
    escenario.ejecutar("alter table reporte drop constraint veneno");
    // When
    escenario.publicar(poison);
    // Then
    assertThat(escenario.recibido(poison).estado()).isEqualTo(PENDIENTE);
  }

  @Test
  void readsFromWhereTheDatabaseSaysNotKafka() {
    // Given three events that are in the store, and a database that was set back by two
    List<Hecho> hechos = Stream.generate(Hecho::primeraVez).limit(3).toList();
    long first = escenario.publicar(PARTICION, hechos.stream().map(Hecho::bytes).toList());
    hasta(() -> assertThat(position()).isEqualTo(first + 3));
    escenario.ejecutar(
        "update posicion set siguiente = siguiente - 2 where topico = ? and particion = ?",
        TOPICO,
        PARTICION);
    // When
    Hecho next = Hecho.primeraVez();
    escenario.publicar(PARTICION, List.of(next.bytes()));
    // Then the two are read again, as repeats
    escenario.recibido(next);
    assertThat(repeats()).isEqualTo(2);
    assertThat(escenario.cuantos(AFILIACION_PRIMERA_VEZ, PENDIENTE)).isEqualTo(4);
    assertThat(position()).isEqualTo(first + 4);
  }

  private Cuarentenado quarantined(String json) {
    return quarantined(json.getBytes(StandardCharsets.UTF_8));
  }

  private Cuarentenado quarantined(byte[] value) {
    return awaitQuarantine(escenario.publicar(PARTICION, List.of(value)));
  }

  private Cuarentenado awaitQuarantine(long position) {
    List<Cuarentenado> found = new ArrayList<>();
    hasta(
        () -> {
          found.addAll(
              escenario.filas(
                  """
                  select (select string_agg(m ->> 'codigo', ',') from jsonb_array_elements(motivos) m),
                    motivos::text, clave, contenido, cabeceras, huella
                  from cuarentena where topico = ? and particion = ? and posicion = ?
                  """,
                  row ->
                      new Cuarentenado(
                          row.getString(1),
                          row.getString(2),
                          hex(cifrados.registro(row, TOPICO, PARTICION, position))),
                  TOPICO,
                  PARTICION,
                  position));
          assertThat(found).isNotEmpty();
        });
    return found.getFirst();
  }

  private long repeats() {
    return escenario.numero("select coalesce(sum(repeticiones), 0) from evento");
  }

  private long position() {
    return escenario.numero(
        "select siguiente from posicion where topico = ? and particion = ?", TOPICO, PARTICION);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] padded(Hecho hecho, int bytes) {
    return (hecho.json() + " ".repeat(bytes - hecho.bytes().length))
        .getBytes(StandardCharsets.UTF_8);
  }
}
