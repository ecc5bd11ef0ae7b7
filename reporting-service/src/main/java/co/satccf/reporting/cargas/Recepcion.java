package co.satccf.reporting.cargas;

import co.satccf.model.Familia;
import co.satccf.reporting.cargas.CargaStatements.Recibido;
import co.satccf.reporting.documento.Formato;
import co.satccf.reporting.informes.Transaction;
import co.satccf.reporting.problema.ArchivoRechazado;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes one file in as it arrives: a piece of each family is open at a time, and every piece that
 * is full goes to the store, encrypted.
 */
final class Recepcion implements Destino {

  private static final int HALLAZGOS = 500;

  private final DataSource database;
  private final Cofre cofre;
  private final long carga;
  private final int maximoDeLineas;
  private final Map<Familia, List<Linea>> abiertos = new EnumMap<>(Familia.class);
  private final Map<Familia, Integer> caracteres = new EnumMap<>(Familia.class);
  private final List<Hallazgo> hallazgos = new ArrayList<>();
  private int trozos;
  private int lineas;
  private int erradas;

  Recepcion(DataSource database, Cofre cofre, long carga, int maximoDeLineas) {
    this.database = database;
    this.cofre = cofre;
    this.carga = carga;
    this.maximoDeLineas = maximoDeLineas;
  }

  /**
   * @param tipo event type of every line of a sheet; empty when none was said
   * @throws ArchivoRechazado when the file cannot be taken in
   * @throws IOException when whoever sends it has gone
   */
  Recibido recibir(LineasDeTexto texto, Carga una, String tipo) throws IOException, SQLException {
    var primera = texto.siguiente();
    while (primera != null && primera.isBlank()) {
      primera = texto.siguiente();
    }
    if (primera == null) {
      throw new ArchivoRechazado("El archivo está vacío");
    }
    var esNdjson = primera.stripLeading().startsWith("{");
    if (esNdjson) {
      leerNdjson(primera, texto, una.creada());
    } else {
      leerHoja(primera, texto, una.creada(), tipo);
    }
    if (lineas == 0) {
      throw new ArchivoRechazado("El archivo no trae ningún hecho");
    }
    for (var familia : List.copyOf(abiertos.keySet())) {
      cerrar(familia);
    }
    guardarHallazgos();
    return new Recibido(esNdjson ? null : tipo, texto.huella(), texto.bytes(), lineas, erradas);
  }

  private void leerNdjson(String primera, LineasDeTexto texto, Instant instante)
      throws IOException, SQLException {
    var ndjson = new Ndjson(instante);
    for (@Nullable String linea = primera; linea != null; linea = texto.siguiente()) {
      if (!linea.isBlank()) {
        ndjson.leer(texto.numero(), linea, this);
      }
    }
  }

  private void leerHoja(String encabezado, LineasDeTexto texto, Instant instante, String tipo)
      throws IOException, SQLException {
    var columnas = Columnas.de(tipo);
    var familia = Ndjson.familia(tipo);
    if (columnas.isEmpty() || familia.isEmpty()) {
      throw new ArchivoRechazado(
          "El archivo no empieza como NDJSON. Si es una hoja CSV, diga de qué clase de hecho es");
    }
    new HojaCsv(columnas.get(), familia.get(), instante).leer(encabezado, texto, this);
  }

  @Override
  public void hecho(Familia familia, Linea linea) throws SQLException {
    contar();
    var suyas = abiertos.computeIfAbsent(familia, _ -> new ArrayList<>());
    suyas.add(linea);
    int caracteresSuyos = caracteres.merge(familia, linea.evento().length(), Integer::sum);
    if (suyas.size() == Trozo.LINEAS || caracteresSuyos >= Trozo.CARACTERES) {
      cerrar(familia);
    }
  }

  @Override
  public void ilegible(Hallazgo hallazgo) throws SQLException {
    contar();
    erradas++;
    hallazgos.add(hallazgo);
    if (hallazgos.size() == HALLAZGOS) {
      guardarHallazgos();
    }
  }

  private void contar() {
    lineas++;
    if (lineas > maximoDeLineas) {
      throw ArchivoRechazado.desmedido(
          "El archivo trae más de %s hechos: divídalo en varios"
              .formatted(Formato.numero(maximoDeLineas)));
    }
  }

  private void cerrar(Familia familia) throws SQLException {
    var suyas = abiertos.remove(familia);
    caracteres.remove(familia);
    if (suyas != null) {
      var trozo = new Trozo(trozos++, familia, suyas);
      var cifrado = cofre.cerrar(trozo.bytes(), carga, trozo.numero());
      Transaction.of(
          database, connection -> TrozoStatements.guardar(connection, carga, trozo, cifrado));
    }
  }

  private void guardarHallazgos() throws SQLException {
    Transaction.of(
        database, connection -> HallazgoStatements.guardar(connection, carga, hallazgos, true));
    hallazgos.clear();
  }
}
