package co.satccf.reporting.cargas;

import co.satccf.model.ServicioSat;
import co.satccf.model.catalogo.Catalogos;
import co.satccf.model.contrato.Contratos;
import co.satccf.model.contrato.ReglasDeContrato;
import co.satccf.model.evento.LectorEventos;
import co.satccf.reporting.problema.ArchivoRechazado;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The columns of a sheet of one event type: attributes of the event by their names, and the paths
 * of its data as the schemas name them (docs/esquemas).
 *
 * @param tipo CloudEvents type of every line
 * @param exigidas a sheet without these cannot be meant
 */
record Columnas(String tipo, List<String> exigidas, List<String> todas) {

  /** What stands before a path of the data in the schemas; a sheet may leave it out. */
  private static final String DATA = "data.";

  private static final Contratos CONTRATOS =
      new Contratos(Catalogos.predeterminados(), ReglasDeContrato.de(Map.of()));

  private static final List<String> DEL_EMPLEADOR =
      List.of("empleador.documento.tipo", "empleador.documento.numero");

  /** Attributes of the event; all other columns are of its data. */
  static final Set<String> ATRIBUTOS =
      Set.of("radicado", "tiporezago", "corrige", "time", "source", "id");

  private static final List<String> OPCIONALES =
      List.of("tiporezago", "corrige", "time", "source", "id");

  /** Empty when there are no events of that type. */
  static Optional<Columnas> de(String tipo) {
    return tipo.equals(LectorEventos.EMPLEADOR_INCORPORADO)
        ? Optional.of(deIncorporados())
        : ServicioSat.porTipoEvento(tipo).map(Columnas::delServicio);
  }

  private static Columnas delServicio(ServicioSat servicio) {
    var datos =
        CONTRATOS.campos(servicio).stream()
            .map(campo -> campo.ruta())
            .filter(ruta -> ruta.startsWith(DATA))
            .map(ruta -> ruta.substring(DATA.length()));
    return new Columnas(
        servicio.tipoEvento(),
        Stream.concat(Stream.of("radicado"), DEL_EMPLEADOR.stream()).toList(),
        Stream.of(Stream.of("radicado"), datos, OPCIONALES.stream()).flatMap(s -> s).toList());
  }

  private static Columnas deIncorporados() {
    return new Columnas(
        LectorEventos.EMPLEADOR_INCORPORADO,
        Stream.concat(DEL_EMPLEADOR.stream(), Stream.of("departamento")).toList(),
        Stream.of(
                DEL_EMPLEADOR.stream(),
                Stream.of("empleador.serialSAT", "departamento", "fecha", "time", "source", "id"))
            .flatMap(s -> s)
            .toList());
  }

  /**
   * The columns of a header, each without what it may bring before its path.
   *
   * @throws ArchivoRechazado when one is unknown or comes twice, or one is missing
   */
  List<String> delEncabezado(List<String> celdas) {
    var columnas = new ArrayList<String>();
    var vistas = new HashSet<String>();
    for (var celda : celdas) {
      var limpia = celda.strip();
      var columna = limpia.startsWith(DATA) ? limpia.substring(DATA.length()) : limpia;
      if (!todas.contains(columna)) {
        throw new ArchivoRechazado(
            "La columna «%s» no es de %s. Use el encabezado de la plantilla"
                .formatted(corta(limpia), tipo));
      }
      if (!vistas.add(columna)) {
        throw new ArchivoRechazado("La columna «%s» viene dos veces".formatted(columna));
      }
      columnas.add(columna);
    }
    for (var exigida : exigidas) {
      if (!vistas.contains(exigida)) {
        throw new ArchivoRechazado("Al encabezado le falta la columna «%s»".formatted(exigida));
      }
    }
    return columnas;
  }

  /** A file without a header begins with somebody's data. */
  private static String corta(String celda) {
    return celda.matches("[A-Za-z][A-Za-z.]{0,60}") ? celda : celda.isEmpty() ? "" : "…";
  }
}
