package co.satccf.model.catalogo;

import co.satccf.model.catalogo.ArchivoCsv.Fila;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The catalogues a contract refers to. Immutable. Each is a CSV file that can be replaced without a
 * build; see {@code README.md} of this module for the files and their columns.
 */
public final class Catalogos {
  static final String DIVIPOLA = "divipola.csv";
  static final String CAJAS = "ccf.csv";
  static final String TIPOS = "tipo-documento.csv";

  private static final Pattern CODIGO_DE_CAJA = Pattern.compile("CCF[0-9]{2,3}");
  private static final Pattern DOS_DIGITOS = Pattern.compile("[0-9]{2}");
  private static final Pattern TRES_DIGITOS = Pattern.compile("[0-9]{3}");

  private final SequencedMap<String, Municipio> municipios;
  private final Set<String> departamentos = new LinkedHashSet<>();
  private final SequencedMap<String, Caja> cajas;
  private final SequencedMap<String, TipoDocumento> tipos;
  private final Map<Lista, SequencedMap<String, Codigo>> listas = new EnumMap<>(Lista.class);

  private Catalogos(Archivos archivos) {
    municipios =
        leer(
            archivos.leer(DIVIPOLA, "departamento,municipio,nombre_departamento,nombre_municipio"),
            municipio -> municipio.departamento() + municipio.codigo(),
            Catalogos::municipio);
    municipios.values().forEach(municipio -> departamentos.add(municipio.departamento()));
    cajas =
        leer(archivos.leer(CAJAS, "codigo,nombre,nit,dv,historica"), Caja::codigo, Catalogos::caja);
    tipos =
        leer(
            archivos.leer(
                TIPOS,
                "codigo,descripcion,empleador,representante,trabajador,patron,por_confirmar"),
            TipoDocumento::codigo,
            Catalogos::tipoDocumento);
    for (var lista : Lista.values()) {
      var archivo = archivos.leer(lista.archivo(), "codigo,descripcion,por_confirmar");
      listas.put(lista, leer(archivo, Codigo::codigo, Catalogos::codigo));
    }
  }

  /** The catalogues built in. */
  public static Catalogos predeterminados() {
    return new Catalogos(new Archivos(null));
  }

  /**
   * The catalogues of a folder, file by file; for a file it does not have, the one built in.
   *
   * @throws CatalogoInvalidoException when the folder does not exist, holds a CSV of an unknown
   *     name, or a file is malformed: names file, line and what is wrong
   * @throws java.io.UncheckedIOException when a file cannot be read
   */
  public static Catalogos desde(Path dir) {
    if (!Files.isDirectory(dir)) {
      throw new CatalogoInvalidoException(dir.toString(), "no es una carpeta");
    }
    var archivos = new Archivos(dir);
    archivos.exigirNombresConocidos(dir);
    return new Catalogos(archivos);
  }

  public boolean tieneDepartamento(String departamento) {
    return departamentos.contains(departamento);
  }

  /** Codes of two digits, in the order of the file. */
  public Set<String> departamentos() {
    return Collections.unmodifiableSet(departamentos);
  }

  public boolean tieneMunicipio(String departamento, String municipio) {
    return municipios.containsKey(departamento + municipio);
  }

  public Collection<Municipio> municipios() {
    return Collections.unmodifiableCollection(municipios.values());
  }

  public Optional<Caja> caja(String codigo) {
    return Optional.ofNullable(cajas.get(codigo));
  }

  public Collection<Caja> cajas() {
    return Collections.unmodifiableCollection(cajas.values());
  }

  /** The type, when it exists and is admitted in that role. */
  public Optional<TipoDocumento> tipoDocumento(String codigo, Rol rol) {
    return Optional.ofNullable(tipos.get(codigo)).filter(tipo -> tipo.roles().contains(rol));
  }

  /** The types admitted in a role, in the order of the file. */
  public List<TipoDocumento> tiposDocumento(Rol rol) {
    return tipos.values().stream().filter(tipo -> tipo.roles().contains(rol)).toList();
  }

  /** The values of a list by code, in the order of the file. */
  public SequencedMap<String, Codigo> lista(Lista lista) {
    return Collections.unmodifiableSequencedMap(Objects.requireNonNull(listas.get(lista)));
  }

  private static <T> SequencedMap<String, T> leer(
      ArchivoCsv archivo, Function<T, String> clave, Function<Fila, T> lectura) {
    var porClave = new LinkedHashMap<String, T>();
    for (var fila : archivo.filas()) {
      var valor = lectura.apply(fila);
      if (porClave.putIfAbsent(clave.apply(valor), valor) != null) {
        throw fila.error("el código " + clave.apply(valor) + " está repetido");
      }
    }
    return porClave;
  }

  private static Municipio municipio(Fila fila) {
    return new Municipio(
        conForma(fila, "departamento", DOS_DIGITOS, "dos dígitos"),
        conForma(fila, "municipio", TRES_DIGITOS, "tres dígitos"),
        fila.obligatoria("nombre_departamento"),
        fila.obligatoria("nombre_municipio"));
  }

  private static Caja caja(Fila fila) {
    return new Caja(
        conForma(fila, "codigo", CODIGO_DE_CAJA, "CCF y dos o tres dígitos"),
        fila.obligatoria("nombre"),
        fila.celda("nit"),
        fila.celda("dv"),
        fila.siNo("historica"));
  }

  private static TipoDocumento tipoDocumento(Fila fila) {
    var roles = EnumSet.noneOf(Rol.class);
    for (var rol : Rol.values()) {
      if (fila.siNo(rol.name().toLowerCase(Locale.ROOT))) {
        roles.add(rol);
      }
    }
    return new TipoDocumento(
        fila.obligatoria("codigo"),
        fila.obligatoria("descripcion"),
        Collections.unmodifiableSet(roles),
        patron(fila),
        fila.siNo("por_confirmar"));
  }

  private static Codigo codigo(Fila fila) {
    return new Codigo(
        fila.obligatoria("codigo"), fila.obligatoria("descripcion"), fila.siNo("por_confirmar"));
  }

  private static String conForma(Fila fila, String columna, Pattern forma, String descripcion) {
    var valor = fila.celda(columna);
    if (!forma.matcher(valor).matches()) {
      throw fila.error("la columna " + columna + " debe ser " + descripcion);
    }
    return valor;
  }

  private static Pattern patron(Fila fila) {
    try {
      return Pattern.compile(fila.obligatoria("patron"));
    } catch (PatternSyntaxException e) {
      throw fila.error("la columna patron no es una expresión regular: " + e.getDescription());
    }
  }
}
