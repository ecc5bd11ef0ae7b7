package co.satccf.reporting.informes;

import co.satccf.reporting.config.ReportingConfig;
import co.satccf.reporting.documento.Archivo;
import co.satccf.reporting.documento.Formas;
import co.satccf.reporting.documento.Informe;
import co.satccf.reporting.documento.TipoInforme;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Puts the numbers of a cut-off beside those of the last report of its kind. */
@Singleton
final class Redaccion {

  private final ReportingConfig config;
  private final CifraStatements cifras;
  private final TablaStatements tablas;
  private final ComoSeConto comoSeConto;
  private final Formas formas;

  Redaccion(
      ReportingConfig config,
      CifraStatements cifras,
      TablaStatements tablas,
      ComoSeConto comoSeConto,
      Formas formas) {
    this.config = config;
    this.cifras = cifras;
    this.tablas = tablas;
    this.comoSeConto = comoSeConto;
    this.formas = formas;
  }

  Informe redactar(Connection connection, TipoInforme tipo, Instant corte) throws SQLException {
    var anterior = anterior(connection, tipo, corte);
    return new Informe(
        tipo,
        config.informes().entidad(),
        corte,
        anterior.map(Informe::corte).orElse(null),
        comparadas(connection, tipo, cifras.de(connection, tipo, corte), anterior),
        tablas.de(connection, tipo, corte),
        comoSeConto.de(tipo, corte));
  }

  private Optional<Informe> anterior(Connection connection, TipoInforme tipo, Instant corte)
      throws SQLException {
    var expediente = ExpedienteConsultas.anterior(connection, tipo, corte);
    return expediente.isEmpty()
        ? Optional.empty()
        : ArchivoStatements.de(connection, expediente.get().id(), Archivo.JSON)
            .map(archivo -> formas.leer(archivo.contenido()));
  }

  /** Facts that became known after the last report show when its numbers are counted again. */
  private ArrayList<Informe.Cifra> comparadas(
      Connection connection,
      TipoInforme tipo,
      SequencedMap<String, Long> valores,
      Optional<Informe> anterior)
      throws SQLException {
    var deEntonces =
        anterior
            .map(
                informe ->
                    informe.cifras().stream()
                        .collect(Collectors.toMap(Informe.Cifra::nombre, Informe.Cifra::valor)))
            .orElse(Map.of());
    Map<String, Long> contadasDeNuevo =
        anterior.isEmpty() ? Map.of() : cifras.de(connection, tipo, anterior.get().corte());
    var comparadas = new ArrayList<Informe.Cifra>();
    valores.forEach(
        (nombre, valor) -> {
          var entonces = deEntonces.get(nombre);
          var ajuste =
              entonces == null ? 0 : contadasDeNuevo.getOrDefault(nombre, entonces) - entonces;
          comparadas.add(new Informe.Cifra(nombre, valor, entonces, ajuste));
        });
    return comparadas;
  }
}
