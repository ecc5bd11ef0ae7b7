package co.satccf.transmitter;

import static co.satccf.model.estado.EstadoReporte.ACEPTADO;
import static co.satccf.model.estado.EstadoReporte.GLOSADO;
import static co.satccf.transmitter.Escenario.hasta;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.ministerio.Falla;
import co.satccf.sandbox.ministerio.Fallas;
import co.satccf.sandbox.ministerio.TipoFalla;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong, documents and names stand in no log, no metric and no outcome. */
@QuarkusTest
class PersonalDataTest {

  @Inject Escenario escenario;

  private final Logger root = Logger.getLogger("");
  private final Logger ours = Logger.getLogger("co.satccf");
  private final Capture log = new Capture();
  private final List<Hecho> hechos = new ArrayList<>();

  /** Every line of the log with its stack trace, as a file would have it. */
  private static final class Capture extends Handler {
    private final PatternFormatter formatter = new PatternFormatter("%p %c %s%e");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord line) {
      lines.add(formatter.format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void listen() {
    escenario.empezar();
    log.setLevel(Level.ALL);
    root.addHandler(log);
    ours.setLevel(Level.ALL);
  }

  @AfterEach
  void stopListening() {
    root.removeHandler(log);
    ours.setLevel(null);
    escenario.terminar();
  }

  @Test
  void standInNoLog() {
    // When
    everythingGoesWrong();
    // Then
    assertThat(log.lines).anyMatch(line -> line.contains("event=intake_culprit"));
    assertThat(log.lines).anyMatch(line -> line.contains("event=gate_closed"));
    assertThat(log.lines).noneMatch(this::tellsOfSomebody);
  }

  @Test
  void standInNoOutcome() {
    // Given an outbox that another replica's duty keeps
    escenario.ejecutar(
        """
        insert into relevo values ('sat-AFILIACION', gen_random_uuid(), now() + interval '1 minute')
        on conflict (nombre) do update set dueno = excluded.dueno, hasta = excluded.hasta
        """);
    try {
      // When
      everythingGoesWrong();
      // Then
      List<String> outcomes =
          escenario.filas(
              "select concat(aggregateid, type, payload, llave) from salida",
              row -> row.getString(1));
      assertThat(outcomes).hasSizeGreaterThan(hechos.size());
      assertThat(outcomes).noneMatch(this::tellsOfSomebody);
    } finally {
      escenario.ejecutar("delete from relevo");
    }
  }

  @Test
  void standInNoMetricAndInNoAnswerOfTheOperationsApi() {
    // When
    everythingGoesWrong();
    // Then
    assertThat(List.of("/q/metrics", "/reportes", "/conteos", "/servicios", "/q/health"))
        .allSatisfy(
            path ->
                assertThat(when().get(path).asString())
                    .isNotEmpty()
                    .doesNotMatch(this::tellsOfSomebody));
    assertThat(hechos.subList(0, 3))
        .allSatisfy(
            hecho ->
                assertThat(
                        when()
                            .get("/reportes/AfiliacionPrimeraVez/" + hecho.radicado())
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .doesNotMatch(this::tellsOfSomebody));
  }

  @Test
  void standInNoTableInClear() {
    // When
    everythingGoesWrong();
    // Then
    List<String> tables =
        escenario.filas(
            "select tablename from pg_tables where schemaname = 'public'", row -> row.getString(1));
    assertThat(tables).contains("cuerpo", "cuarentena", "correccion", "evento", "auditoria");
    for (String table : tables) {
      assertThat(escenario.filas("select t::text from %s t".formatted(table), r -> r.getString(1)))
          .as(table)
          .noneMatch(this::tellsOfSomebody)
          .noneMatch(this::tellsOfSomebodyInBytes);
    }
  }

  private void everythingGoesWrong() {
    Hecho reset = fact(Hecho.primeraVez());
    Hecho refused = fact(Hecho.primeraVez());
    Hecho breach =
        fact(Hecho.primeraVez().cambiando("\"manifestacion\":\"SI\"", "\"manifestacion\":\"NO\""));
    Hecho poison = fact(Hecho.primeraVez());
    Hecho conflict = fact(Hecho.primeraVez().conRadicado(reset.radicado()));
    escenario.ministerio().modo(Map.of("proporcionGlosas", 1));
    escenario
        .ministerio()
        .fallas(
            Fallas.con(
                Falla.de(TipoFalla.REINICIO_DESPUES)
                    .soloRadicado(reset.radicado())
                    .enLasSiguientes(1),
                Falla.de(TipoFalla.NO_AUTORIZADO)
                    .soloRadicado(refused.radicado())
                    .enLasSiguientes(2)));
    escenario.ejecutar(
        "alter table reporte add constraint veneno check (radicado <> '%s')"
            .formatted(poison.radicado()));
    try {
      escenario.publicar(
          1, List.of(reset.bytes(), refused.bytes(), breach.bytes(), poison.bytes()));
      escenario.publicar(
          1,
          List.of(
              conflict.json("conflicto-" + conflict.radicado()).getBytes(StandardCharsets.UTF_8),
              breach.json().substring(0, 300).getBytes(StandardCharsets.UTF_8)));
      escenario.espera(breach, GLOSADO);
      escenario.espera(refused, GLOSADO);
      hasta(() -> assertThat(escenario.numero("select count(*) from cuarentena")).isEqualTo(3));
      hasta(() -> assertThat(escenario.recibido(reset).intento()).isEqualTo(2));
    } finally {
      escenario.ejecutar("alter table reporte drop constraint veneno");
    }
    escenario.ministerio().modo(Map.of("proporcionGlosas", 0));
    escenario.espera(fact(published(Hecho.primeraVez())), ACEPTADO);
  }

  private Hecho fact(Hecho hecho) {
    hechos.add(hecho);
    return hecho;
  }

  private Hecho published(Hecho hecho) {
    escenario.publicar(hecho);
    return hecho;
  }

  /** As PostgreSQL writes bytes: two hexadecimal digits each. */
  private boolean tellsOfSomebodyInBytes(String row) {
    return Stream.concat(
            Stream.of(Hecho.DOCUMENTO_REPRESENTANTE, Hecho.RAZON_SOCIAL, Hecho.REPRESENTANTE),
            hechos.stream().map(Hecho::empleador))
        .map(text -> HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)))
        .anyMatch(row::contains);
  }

  private boolean tellsOfSomebody(String text) {
    return text.contains(Hecho.DOCUMENTO_REPRESENTANTE)
        || text.contains(Hecho.RAZON_SOCIAL)
        || text.contains(Hecho.REPRESENTANTE)
        || hechos.stream().anyMatch(hecho -> text.contains(hecho.empleador()));
  }
}
