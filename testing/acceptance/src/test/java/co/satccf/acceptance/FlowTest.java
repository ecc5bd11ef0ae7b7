package co.satccf.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.satccf.sandbox.erp.ErpSintetico;
import co.satccf.sandbox.local.Corrida;
import co.satccf.sandbox.local.OpcionesDePlataforma;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import co.satccf.sandbox.ministerio.EntradaDelLibro;
import co.satccf.sandbox.ministerio.ResumenDelMinisterio;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One run of records typed by hand and a mixed synthetic feed through the packaged services, read
 * in the ledger. The Ministry refuses a few reports, and reporting-service is killed in mid-feed.
 * {@code -Dflujo.eventos=800} makes the feed shorter.
 */
class FlowTest {

  private static final Path RAIZ =
      Path.of(System.getProperty("sat.raiz", "../..")).toAbsolutePath().normalize();
  private static final Duration SIN_AVANCE = Duration.ofSeconds(60);
  private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
  private static final String INCORPORADO = "co.satccf.afiliacion.empleador-incorporado.v1";
  private static final List<RegistroAMano> A_MANO = RegistroAMano.todos();
  private static final Set<String> AFILIACIONES =
      Set.of("AfiliacionPrimeraVez", "AfiliacionNoPrimeraVez");

  private static final Map<String, String> SERVICIO_POR_TIPO =
      Map.of(
          "co.satccf.afiliacion.primera-vez.v1", "AfiliacionPrimeraVez",
          "co.satccf.afiliacion.no-primera-vez.v1", "AfiliacionNoPrimeraVez",
          "co.satccf.afiliacion.desafiliacion.v1", "Desafiliacion",
          "co.satccf.relacion-laboral.inicio.v1", "InicioRelacionLaboral",
          "co.satccf.relacion-laboral.terminacion.v1", "TerminacionRelacionLaboral",
          "co.satccf.novedades.perdida-afiliacion.v1", "PerdidaAfiliacionCausaGrave",
          "co.satccf.novedades.estado-pago.v1", "EstadoPagoEmpleador");

  /** What one run left behind. */
  private record Vivido(
      List<JsonNode> publicado,
      Corrida.Veredicto veredicto,
      List<EntradaDelLibro> libro,
      ResumenDelMinisterio ministerio,
      Resultados resultados,
      Set<String> metricas,
      long leidoAntesDeMorir,
      Cuentas cuentas) {}

  private static Vivido vivido =
      new Vivido(
          List.of(),
          new Corrida.Veredicto(false, 0, 0, RegistroAMano.JSON.getNodeFactory().nullNode()),
          List.of(),
          new ResumenDelMinisterio(0, 0, Map.of(), 0, 0, 0, Map.of()),
          new Resultados(Map.of()),
          Set.of(),
          0,
          Cuentas.NINGUNAS);

  @BeforeAll
  static void runOnce() throws IOException {
    // Given the records typed by hand, then whatever an ERP may send
    List<byte[]> lineas =
        Stream.concat(
                A_MANO.stream().map(RegistroAMano::linea),
                ErpSintetico.lineas(Integer.getInteger("flujo.eventos", 20_000), 7).stream())
            .toList();
    OpcionesDePlataforma opciones =
        OpcionesDePlataforma.en(RAIZ)
            .conRegistros(RAIZ.resolve("testing/acceptance/target/registros/flujo"))
            .con(ServicioSuite.REPORTING, "sat.informes.reposo", "PT1S")
            .con(ServicioSuite.REPORTING, "sat.informes.revision", "PT1S")
            // Traces of which none is kept: there is no collector here.
            .con(ServicioSuite.AFILIACION, "quarkus.otel.sdk.disabled", "false")
            .con(ServicioSuite.AFILIACION, "quarkus.otel.traces.sampler.arg", "0");
    for (ServicioSuite servicio : ServicioSuite.TRANSMISORES) {
      opciones = opciones.con(servicio, "sat.medidores", "PT3S");
    }
    try (Plataforma plataforma = Plataforma.iniciar(opciones, aviso -> {})) {
      plataforma.control().modo(Map.of("proporcionGlosas", 0.03));
      // When they go through the suite
      CompletableFuture<Corrida.Veredicto> corrida =
          CompletableFuture.supplyAsync(
              () -> new Corrida(plataforma, System.out, false, SIN_AVANCE).correr(lineas));
      long leidoAntesDeMorir = matarReporting(plataforma, corrida);
      Corrida.Veredicto veredicto = corrida.join();
      vivido =
          new Vivido(
              legibles(lineas),
              veredicto,
              plataforma.control().libro(),
              plataforma.control().resumen(),
              Resultados.leer(plataforma.servidoresKafka()),
              Metricas.expuestas(plataforma, nombradas()),
              leidoAntesDeMorir,
              Cuentas.de(plataforma));
    }
  }

  /** Kills it as soon as it has counted something, and tells how many outcomes it had read. */
  private static long matarReporting(
      Plataforma plataforma, CompletableFuture<Corrida.Veredicto> corrida) {
    long leido =
        await()
            .atMost(SIN_AVANCE)
            .pollInterval(Duration.ofMillis(50))
            .until(
                () -> Cuentas.leido(plataforma),
                cuanto -> cuanto >= A_MANO.size() || corrida.isDone());
    plataforma.matar(ServicioSuite.REPORTING.modulo());
    plataforma.revivir(ServicioSuite.REPORTING.modulo());
    return leido;
  }

  @Test
  void losesNothingDoublesNothingAndAllCountsAgree() {
    // Then
    assertThat(vivido.veredicto().perdidos()).isZero();
    assertThat(vivido.veredicto().dobles()).isZero();
    assertThat(vivido.veredicto().resumen().path("diferencias")).isEmpty();
    assertThat(vivido.veredicto().bien()).isTrue();
  }

  @Test
  void threeRecordsOrMoreOfEachServiceAreTypedByHand() {
    Map<String, Long> porServicio =
        A_MANO.stream()
            .flatMap(registro -> registro.esperado().stream())
            .collect(
                Collectors.groupingBy(RegistroAMano.Esperado::servicio, Collectors.counting()));
    assertThat(porServicio)
        .hasSize(7)
        .allSatisfy((servicio, veces) -> assertThat(veces).isGreaterThanOrEqualTo(3));
  }

  @Test
  void handTypedBodiesReachTheMinistryFieldByFieldAndAreAccepted() {
    List<String> diferencias = new ArrayList<>();
    for (RegistroAMano registro : A_MANO) {
      registro
          .esperado()
          .ifPresent(
              esperado -> {
                List<EntradaDelLibro> aceptadas =
                    vivido.libro().stream()
                        .filter(EntradaDelLibro::aceptado)
                        .filter(entrada -> entrada.servicio().equals(esperado.servicio()))
                        .filter(entrada -> entrada.radicado().equals(esperado.radicado()))
                        .toList();
                if (aceptadas.size() != 1) {
                  diferencias.add(
                      "%s %s: accepted %d times"
                          .formatted(esperado.servicio(), esperado.radicado(), aceptadas.size()));
                }
                aceptadas.forEach(
                    entrada -> diferencias.addAll(esperado.diferencias(entrada.cuerpo())));
              });
    }
    assertThat(diferencias).isEmpty();
  }

  @Test
  void everyMetricThatAlertsAndDashboardsNameIsExposed() throws IOException {
    assertThat(nombradas()).hasSizeGreaterThan(20).isSubsetOf(vivido.metricas());
  }

  private static Set<String> nombradas() throws IOException {
    return Metricas.nombradas(RAIZ.resolve("deploy/helm/sat-ccf"));
  }

  @Test
  void reportsFactsOfTheSameKeyInTheOrderOfPublication() {
    // Given
    Map<String, Integer> posicion = new HashMap<>();
    for (JsonNode evento : vivido.publicado()) {
      servicio(evento.path("type").asText())
          .ifPresent(
              servicio ->
                  posicion.putIfAbsent(
                      Resultados.clave(servicio, evento.path("radicado").asText()),
                      posicion.size()));
    }
    // Then
    Map<String, Integer> ultima = new HashMap<>();
    Map<String, Integer> tamanos = new HashMap<>();
    Set<String> vistos = new HashSet<>();
    for (EntradaDelLibro entrada : vivido.libro()) {
      String reporte = Resultados.clave(entrada.servicio(), entrada.radicado());
      if (!vistos.add(reporte)) {
        continue;
      }
      String llave = llave(entrada.servicio(), RegistroAMano.leer(entrada.cuerpo()));
      int aqui = posicion.getOrDefault(reporte, -1);
      assertThat(aqui).as("%s was published", reporte).isNotNegative();
      assertThat(aqui)
          .as("%s overtook an earlier fact of its key", reporte)
          .isGreaterThan(ultima.getOrDefault(llave, -1));
      ultima.put(llave, aqui);
      tamanos.merge(llave, 1, Integer::sum);
    }
    assertThat(tamanos.values())
        .as("keys with several facts, or nothing was tried")
        .filteredOn(n -> n > 1)
        .hasSizeGreaterThan(20);
  }

  @Test
  void sendsNoWorkerBeforeTheEmployerIsInSatInThatDepartamento() {
    // Given the opening balance
    Set<String> enSat = new HashSet<>();
    for (JsonNode evento : vivido.publicado()) {
      if (evento.path("type").asText().equals(INCORPORADO)) {
        JsonNode data = evento.path("data");
        JsonNode documento = data.path("empleador").path("documento");
        enSat.add(
            empleador(
                    documento.path("tipo").asText(),
                    documento.path("numero").asText(),
                    data.path("empleador").path("serialSAT").asText("0"))
                + "|"
                + data.path("departamento").asText());
      }
    }
    // Then
    int inicios = 0;
    for (EntradaDelLibro entrada : vivido.libro()) {
      JsonNode cuerpo = RegistroAMano.leer(entrada.cuerpo());
      String lugar = empleador(cuerpo) + "|" + cuerpo.path("departamento").asText();
      if (entrada.servicio().equals("InicioRelacionLaboral")) {
        inicios++;
        assertThat(enSat.contains(lugar))
            .as("employer of Inicio %s is in SAT", entrada.radicado())
            .isTrue();
      } else if (entrada.aceptado() && AFILIACIONES.contains(entrada.servicio())) {
        enSat.add(lugar);
      }
    }
    assertThat(inicios).isGreaterThan(50);
  }

  @Test
  void asksForOneTokenPerServiceWithinItsLife() {
    assertThat(vivido.veredicto().resumen().path("segundos").asDouble()).isLessThan(1_000);
    assertThat(vivido.ministerio().tokensPorCliente())
        .hasSize(7)
        .allSatisfy((c, veces) -> assertThat(veces).isOne());
    assertThat(vivido.libro().stream().map(EntradaDelLibro::huella).distinct()).hasSize(7);
  }

  /** Neither by us nor by an instrumentation that Quarkus puts on what is called. */
  @Test
  void tellsTheMinistryNothingOfItsTraces() {
    assertThat(vivido.libro())
        .filteredOn(entrada -> AFILIACIONES.contains(entrada.servicio()))
        .isNotEmpty();
    assertThat(vivido.libro()).extracting(EntradaDelLibro::traza).containsOnly("");
  }

  @Test
  void whatBreaksItsContractNeverReachesTheMinistry() {
    Set<String> glosados = vivido.resultados().glosadosPorContrato();
    assertThat(glosados).isNotEmpty();
    assertThat(
            vivido.libro().stream()
                .map(entrada -> Resultados.clave(entrada.servicio(), entrada.radicado())))
        .doesNotContainAnyElementsOf(glosados);
  }

  @Test
  void countsInEveryCellWhatTheLedgerHasAlsoAfterAKillAndAReplay() {
    // Given what the Ministry decided last of each report that nothing took the place of
    Map<String, EntradaDelLibro> ultimas = new HashMap<>();
    vivido.libro().stream()
        .filter(entrada -> !entrada.decision().isEmpty())
        .forEach(
            entrada ->
                ultimas.merge(
                    Resultados.clave(entrada.servicio(), entrada.radicado()),
                    entrada,
                    (antes, ahora) -> antes.aceptado() ? antes : ahora));
    ultimas.keySet().removeIf(vivido.resultados()::sustituido);
    Map<String, Long> libro =
        ultimas.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    e ->
                        celda(
                            e.getValue().servicio(),
                            vivido.resultados().rezago(e.getKey()),
                            texto(RegistroAMano.leer(e.getValue().cuerpo()), "departamento"),
                            estado(e.getValue())),
                    Collectors.counting()));
    assertThat(libro.size()).isGreaterThan(20);
    assertThat(libro.keySet()).as("refused by the Ministry").anyMatch(c -> c.endsWith("GN03"));
    assertThat(vivido.leidoAntesDeMorir())
        .as("outcomes read before the kill, of all")
        .isBetween((long) A_MANO.size(), vivido.cuentas().leido() - 1);
    // Then
    assertThat(celdasDecididas(vivido.cuentas().conteos())).isEqualTo(libro);
    assertThat(dias(vivido.cuentas().conteos())).isSubsetOf(diasDelLibro());
    assertThat(vivido.cuentas().deNuevo()).isEqualTo(vivido.cuentas().conteos());
    assertThat(vivido.cuentas().conteos().path("empleadoresCargados").asLong())
        .isEqualTo(
            aceptados().stream()
                .filter(entrada -> AFILIACIONES.contains(entrada.servicio()))
                .map(entrada -> empleador(RegistroAMano.leer(entrada.cuerpo())))
                .distinct()
                .count());
    assertThat(vivido.cuentas().conteos().path("trabajadoresCargados").asLong())
        .isEqualTo(trabajadoresEnElLibro());
  }

  @Test
  void aReportBalancesWithTheServicesAndHasTheLedgersNumbersAlsoAfterAReplay() {
    for (JsonNode informe :
        List.of(vivido.cuentas().informe(), vivido.cuentas().informeDeNuevo())) {
      assertThat(informe.path("expediente").path("estado").asText())
          .as(informe.path("expediente").path("motivo").asText())
          .isEqualTo("POR_APROBAR");
      assertThat(informe.path("informe").path("cifras").path(0).path("nombre").asText())
          .isEqualTo("Trabajadores cargados");
      assertThat(informe.path("informe").path("cifras").path(0).path("valor").asLong())
          .isEqualTo(trabajadoresEnElLibro());
    }
    assertThat(vivido.cuentas().informeDeNuevo().path("informe").path("cifras"))
        .hasSize(3)
        .allSatisfy(cifra -> assertThat(cifra.path("ajuste").asLong()).isZero());
  }

  private static List<EntradaDelLibro> aceptados() {
    return vivido.libro().stream().filter(EntradaDelLibro::aceptado).toList();
  }

  private static long trabajadoresEnElLibro() {
    return aceptados().stream()
        .filter(entrada -> entrada.servicio().equals("InicioRelacionLaboral"))
        .map(entrada -> RegistroAMano.leer(entrada.cuerpo()))
        .map(
            cuerpo ->
                texto(cuerpo, "tipoDocumentoTrabajador")
                    + "-"
                    + texto(cuerpo, "numeroDocumentoTrabajador"))
        .distinct()
        .count();
  }

  private static String estado(EntradaDelLibro entrada) {
    if (!entrada.aceptado()) {
      return "GLOSADO " + entrada.decision();
    }
    return entrada.decision().startsWith("AN") ? "ACEPTADO_CON_ALERTA" : "ACEPTADO";
  }

  /** The cells of what the Ministry decided; what the suite's own contracts refuse has no GN. */
  private static Map<String, Long> celdasDecididas(JsonNode conteos) {
    Map<String, Long> celdas = new HashMap<>();
    for (JsonNode grupo : conteos.path("grupos")) {
      String estado = grupo.path("estado").asText();
      String causa = grupo.path("causa").asText("");
      if (estado.startsWith("ACEPTADO") || causa.startsWith("GN")) {
        celdas.merge(
            celda(
                grupo.path("servicio").asText(),
                grupo.path("rezago").asInt(),
                grupo.path("departamento").asText(""),
                estado.equals("GLOSADO") ? estado + " " + causa : estado),
            grupo.path("reportes").asLong(),
            Long::sum);
      }
    }
    return celdas;
  }

  private static Set<String> dias(JsonNode conteos) {
    Set<String> dias = new HashSet<>();
    conteos.path("grupos").forEach(grupo -> dias.add(grupo.path("dia").asText()));
    return dias;
  }

  /** A feed may go over midnight. */
  private static Set<String> diasDelLibro() {
    return Stream.concat(
            vivido.libro().stream().map(EntradaDelLibro::instante).map(Instant::parse),
            Stream.of(Instant.now()))
        .map(instante -> instante.atZone(BOGOTA).toLocalDate().toString())
        .collect(Collectors.toSet());
  }

  private static String celda(String servicio, int rezago, String departamento, String estado) {
    return "%s %d %s %s".formatted(servicio, rezago, departamento, estado);
  }

  private static List<JsonNode> legibles(List<byte[]> lineas) {
    List<JsonNode> eventos = new ArrayList<>();
    for (byte[] linea : lineas) {
      try {
        eventos.add(RegistroAMano.JSON.readTree(linea));
      } catch (IOException unreadableOnPurpose) {
        eventos.add(RegistroAMano.JSON.getNodeFactory().missingNode());
      }
    }
    return eventos;
  }

  private static Optional<String> servicio(String tipo) {
    return Optional.ofNullable(SERVICIO_POR_TIPO.get(tipo));
  }

  private static String llave(String servicio, JsonNode cuerpo) {
    return switch (servicio) {
      case "AfiliacionPrimeraVez", "AfiliacionNoPrimeraVez", "Desafiliacion" ->
          "afiliacion " + empleador(cuerpo) + " " + cuerpo.path("departamento").asText();
      case "PerdidaAfiliacionCausaGrave" ->
          "causa-grave " + empleador(cuerpo) + " " + cuerpo.path("departamento").asText();
      case "InicioRelacionLaboral", "TerminacionRelacionLaboral" ->
          "relacion "
              + empleador(cuerpo)
              + " "
              + texto(cuerpo, "tipoDocumentoTrabajador")
              + texto(cuerpo, "numeroDocumentoTrabajador");
      case "EstadoPagoEmpleador" -> "pago " + empleador(cuerpo);
      default -> throw new IllegalArgumentException(servicio);
    };
  }

  private static String empleador(JsonNode cuerpo) {
    return empleador(
        texto(cuerpo, "tipoDocumentoEmpleador"),
        texto(cuerpo, "numeroDocumentoEmpleador"),
        texto(cuerpo, "serialSAT"));
  }

  private static String empleador(String tipo, String numero, String serial) {
    return tipo + "-" + numero + "-" + serial;
  }

  private static String texto(JsonNode cuerpo, String campo) {
    return cuerpo.path(campo).asText();
  }
}
