package co.satccf.sandbox.erp;

import co.satccf.model.catalogo.Catalogos;
import co.satccf.model.catalogo.Municipio;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.datafaker.Faker;

/**
 * Makes employers, workers and representatives. Names come from Datafaker in Spanish, places from
 * the catalogue.
 */
final class Gente {
  private static final int NOMBRES = 400;
  private static final LocalDate HOY = LocalDate.ofInstant(FeedOptions.BASE, ZoneOffset.UTC);
  private static final List<String> SIGLAS =
      List.of("S.A.S.", "S.A.S.", "S.A.S.", "S.A.", "Ltda.", "E.S.P.");
  private static final List<String> SECTORES =
      List.of(
          "Textiles",
          "Construcciones",
          "Transportes",
          "Cafés",
          "Alimentos",
          "Servicios Integrales",
          "Confecciones",
          "Ferretería",
          "Distribuciones",
          "Agropecuaria",
          "Clínica",
          "Tecnología",
          "Muebles",
          "Panadería",
          "Ingeniería");
  private static final List<String> VIAS =
      List.of("Calle", "Carrera", "Diagonal", "Transversal", "Avenida");

  private final Azar azar;
  private final Numeracion numeracion;
  private final List<Municipio> municipios;
  private final List<String> hombres;
  private final List<String> mujeres;
  private final List<String> apellidos;

  Gente(Azar azar, Numeracion numeracion, Catalogos catalogos, long semilla) {
    this.azar = azar;
    this.numeracion = numeracion;
    this.municipios = List.copyOf(catalogos.municipios());
    Faker faker = new Faker(Locale.of("es"), new Random(semilla));
    this.hombres = lista(() -> faker.name().maleFirstName());
    this.mujeres = lista(() -> faker.name().femaleFirstName());
    this.apellidos = lista(() -> faker.name().lastName());
  }

  private static List<String> lista(Supplier<String> nombre) {
    return Stream.generate(nombre).limit(NOMBRES).toList();
  }

  /** Employers are mostly companies with a NIT; the rest are persons with any kind of document. */
  Empleador empleador() {
    int suerte = azar.entre(1, 100);
    if (suerte <= 78) {
      return juridico();
    }
    return natural(suerte <= 90 ? "CC" : azar.uno(List.of("CE", "PE", "PT", "CD", "NI")));
  }

  Empleador juridico() {
    String razonSocial =
        azar.uno(SECTORES) + " " + apellido() + " " + apellido() + " " + azar.uno(SIGLAS);
    String naturaleza = azar.porciento(90) ? "2" : azar.uno(List.of("1", "3", "4", "5"));
    String numero = numeracion.documento("NI");
    return armado("NI", numero, naturaleza, representante(), razonSocial, azar.digitos(8));
  }

  Empleador natural(String tipo) {
    Persona persona = persona(tipo.equals("NI") ? "CC" : tipo, 25, 65);
    String numero = tipo.equals("NI") ? numeracion.documento(tipo) : persona.numero();
    return armado(tipo, numero, "", persona, "", "");
  }

  private Empleador armado(
      String tipo,
      String numero,
      String naturaleza,
      Persona persona,
      String razonSocial,
      String matricula) {
    String serial = azar.porciento(97) ? "0" : Integer.toString(azar.entre(1, 12));
    return new Empleador(
        tipo,
        numero,
        serial,
        naturaleza,
        persona,
        razonSocial,
        matricula,
        municipio(),
        direccion(),
        telefono(),
        correo(persona),
        "SI",
        azar.porciento(80) ? "SI" : "NO");
  }

  private Persona representante() {
    int suerte = azar.entre(1, 100);
    return persona(suerte <= 90 ? "CC" : azar.uno(List.of("CE", "CD", "PE", "PT")), 28, 70);
  }

  Persona trabajador() {
    int suerte = azar.entre(1, 100);
    if (suerte <= 84) {
      return persona("CC", 18, 62);
    }
    if (suerte <= 88) {
      return persona("TI", 15, 17);
    }
    return persona(azar.uno(List.of("CE", "PT", "PT", "PE", "CD", "RC")), 18, 55);
  }

  private Persona persona(String tipo, int edadMinima, int edadMaxima) {
    boolean hombre = azar.random().nextBoolean();
    List<String> nombres = hombre ? hombres : mujeres;
    LocalDate nacimiento =
        HOY.minusYears(azar.entre(edadMinima, edadMaxima)).minusDays(azar.entre(1, 360));
    return new Persona(
        tipo,
        numeracion.documento(tipo),
        azar.uno(nombres),
        azar.porciento(45) ? azar.uno(nombres) : "",
        apellido(),
        azar.porciento(85) ? apellido() : "",
        hombre ? "H" : "M",
        nacimiento.toString());
  }

  private String apellido() {
    return azar.uno(apellidos);
  }

  /** Half of all work is in the big cities, as in life. */
  Municipio municipio() {
    if (azar.porciento(50)) {
      String capital =
          azar.uno(List.of("11001", "11001", "05001", "76001", "08001", "13001", "68001"));
      return municipios.stream()
          .filter(m -> (m.departamento() + m.codigo()).equals(capital))
          .findFirst()
          .orElseThrow();
    }
    return azar.uno(municipios);
  }

  /** A municipality of another departamento. */
  Municipio municipioFueraDe(String departamento) {
    Municipio otro = azar.uno(municipios);
    while (otro.departamento().equals(departamento)) {
      otro = azar.uno(municipios);
    }
    return otro;
  }

  String direccion() {
    return String.format(
        Locale.ROOT,
        "%s %d # %d-%02d",
        azar.uno(VIAS),
        azar.entre(1, 170),
        azar.entre(1, 120),
        azar.entre(1, 99));
  }

  String telefono() {
    return azar.porciento(85) ? "3" + azar.digitos(9) : "60" + azar.digitos(8);
  }

  String correo(Persona persona) {
    if (azar.porciento(10)) {
      return "";
    }
    String nombre = persona.primerNombre() + "." + persona.primerApellido();
    String ascii = Normalizer.normalize(nombre, Normalizer.Form.NFD).replaceAll("[^A-Za-z.]", "");
    return ascii.toLowerCase(Locale.ROOT) + azar.entre(1, 99) + "@example.org";
  }
}
