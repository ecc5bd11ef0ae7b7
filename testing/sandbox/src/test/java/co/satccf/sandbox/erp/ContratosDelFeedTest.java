package co.satccf.sandbox.erp;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.catalogo.Catalogos;
import co.satccf.model.contrato.Contratos;
import co.satccf.model.contrato.Glosa;
import co.satccf.model.contrato.ReglasDeContrato;
import co.satccf.model.evento.LectorEventos;
import co.satccf.model.evento.Lectura;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The feed against the suite's own contracts: what it calls good is good, what it breaks is broken
 * there.
 */
class ContratosDelFeedTest {
  private static final Contratos CONTRATOS =
      new Contratos(Catalogos.predeterminados(), ReglasDeContrato.ninguna());
  private static final LectorEventos LECTOR = new LectorEventos();
  private static final List<FeedLine> FEED =
      ErpSintetico.de(new FeedOptions(5_000, 1)).stream().toList();

  @Test
  void goodReportsKeepTheirContract() {
    assertThat(
            FEED.stream()
                .filter(
                    linea ->
                        linea.esperado() == Esperado.ACEPTADO
                            || linea.esperado() == Esperado.ACEPTADO_O_SUSTITUIDO
                            || linea.esperado() == Esperado.EN_ESPERA))
        .isNotEmpty()
        .allSatisfy(linea -> assertThat(glosas(linea)).as(linea.caso()).isEmpty());
  }

  @Test
  void everyBrokenReportBreaksExactlyTheRuleItClaims() {
    for (Rotura rotura : Roturas.todas()) {
      List<FeedLine> rotas = FEED.stream().filter(l -> l.caso().equals(rotura.caso())).toList();
      assertThat(rotas).as(rotura.caso()).isNotEmpty();
      assertThat(rotas)
          .allSatisfy(
              linea ->
                  assertThat(glosas(linea))
                      .as(rotura.caso())
                      .extracting(glosa -> glosa.campo() + " " + glosa.codigo())
                      .containsExactly(rotura.campo() + " " + rotura.codigo()));
    }
  }

  @Test
  void everyGlosaOfTheContractsIsEarnedBySomeBreach() {
    // Given every code that the seven contracts can give
    Stream<String> codigos =
        Stream.of(co.satccf.model.ServicioSat.values())
            .flatMap(servicio -> CONTRATOS.campos(servicio).stream())
            .map(campo -> campo.codigo())
            .distinct()
            // A radicado that is not digits would still be the report's identity: see the
            // acceptance tests.
            .filter(codigo -> !codigo.equals("GE04"));
    // Then
    assertThat(Roturas.todas()).extracting(Rotura::codigo).containsAll(codigos.toList());
  }

  @Test
  void glosadosAreReadableAndQuarantinedAreNotOrConflict() {
    for (FeedLine linea : FEED) {
      Lectura lectura = LECTOR.leer(linea.bytes(), Map.of());
      switch (linea.esperado()) {
        case GLOSADO_LOCAL -> assertThat(glosas(linea)).as(linea.caso()).isNotEmpty();
        case INCORPORADO -> assertThat(lectura).isInstanceOf(Lectura.Incorporado.class);
        case CUARENTENA -> {
          if (!linea.caso().endsWith("en conflicto")) {
            assertThat(lectura).as(linea.caso()).isInstanceOf(Lectura.Ilegible.class);
          }
        }
        case ACEPTADO, ACEPTADO_O_SUSTITUIDO, EN_ESPERA, CORREGIDO ->
            assertThat(lectura).isInstanceOf(Lectura.Reportable.class);
        case CORRECCION -> {
          assertThat(glosas(linea)).as(linea.caso()).isEmpty();
          assertThat(((Lectura.Reportable) lectura).corrige()).as(linea.caso()).isNotBlank();
        }
        case REPETIDO -> assertThat(linea.bytes()).isNotEmpty();
      }
    }
  }

  @Test
  void municipalitiesAreThoseOfTheCatalogue() {
    assertThat(FEED.stream().filter(l -> l.esperado() == Esperado.ACEPTADO))
        .allSatisfy(
            linea -> {
              var reporte = (Lectura.Reportable) LECTOR.leer(linea.bytes(), Map.of());
              assertThat(CONTRATOS.validar(reporte.reporte()).advertencias()).isEmpty();
            });
  }

  private static List<Glosa> glosas(FeedLine linea) {
    Lectura lectura = LECTOR.leer(linea.bytes(), Map.of());
    assertThat(lectura).as(linea.caso()).isInstanceOf(Lectura.Reportable.class);
    return CONTRATOS
        .validar(Objects.requireNonNull((Lectura.Reportable) lectura).reporte())
        .glosas();
  }
}
