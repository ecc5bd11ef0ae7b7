package co.satccf.sandbox.erp;

import co.satccf.model.catalogo.Catalogos;
import co.satccf.model.catalogo.Municipio;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/** Employers and workers that do not exist, at municipalities that do. */
final class Personas {

  private final Sorteo sorteo;
  private final Faker faker;
  private final List<Municipio> municipios;

  Personas(Random random) {
    this.sorteo = new Sorteo(random);
    this.faker = new Faker(Locale.of("es"), random);
    this.municipios = List.copyOf(Catalogos.predeterminados().municipios());
  }

  /** An employer with all that any of its events carries. */
  record Patrono(ObjectNode completo, ObjectNode ubicacion, ObjectNode contacto, ObjectNode representante) {

    boolean juridico() {
      return completo.path("tipoPersona").asText().equals("J");
    }

    /** Document and serial only, as most events carry it. */
    ObjectNode breve() {
      ObjectNode breve = JsonNodeFactory.instance.objectNode();
      breve.set("documento", completo.path("documento").deepCopy());
      breve.put("serialSAT", completo.path("serialSAT").asText());
      return breve;
    }

    String departamento() {
      return ubicacion.path("departamento").asText();
    }
  }

  Patrono patrono() {
    boolean juridico = sorteo.porCiento(75);
    ObjectNode empleador = JsonNodeFactory.instance.objectNode();
    empleador.put("tipoPersona", juridico ? "J" : "N");
    empleador.put("serialSAT", "0");
    if (juridico) {
      empleador.set("documento", documento("NI", "9" + sorteo.digitos(8)));
      empleador.put("naturalezaJuridica", String.valueOf(sorteo.entre(1, 3)));
      empleador.put("razonSocial", faker.company().name() + " S.A.S.");
      empleador.put("numeroMatriculaMercantil", sorteo.digitos(8));
    } else {
      empleador.set("documento", documento(sorteo.porCiento(90) ? "CC" : "CE", null));
      empleador.put("primerNombre", nombre());
      empleador.put("segundoNombre", sorteo.porCiento(50) ? nombre() : "");
      empleador.put("primerApellido", apellido());
      empleador.put("segundoApellido", sorteo.porCiento(70) ? apellido() : "");
    }
    ObjectNode representante = JsonNodeFactory.instance.objectNode();
    if (juridico) {
      representante.set("documento", documento("CC", null));
      representante.put("primerNombre", nombre());
      representante.put("segundoNombre", "");
      representante.put("primerApellido", apellido());
      representante.put("segundoApellido", apellido());
    }
    return new Patrono(empleador, ubicacion(), contacto(), representante);
  }

  ObjectNode trabajador() {
    ObjectNode trabajador = JsonNodeFactory.instance.objectNode();
    String tipo = sorteo.de(List.of("CC", "CC", "CC", "CC", "CC", "CC", "CC", "CE", "TI", "PE", "PT"));
    trabajador.set("documento", documento(tipo, null));
    trabajador.put("primerNombre", nombre());
    trabajador.put("segundoNombre", sorteo.porCiento(60) ? nombre() : "");
    trabajador.put("primerApellido", apellido());
    trabajador.put("segundoApellido", sorteo.porCiento(80) ? apellido() : "");
    trabajador.put("sexo", sorteo.porCiento(50) ? "H" : "M");
    trabajador.put("fechaNacimiento", "%d-%02d-%02d".formatted(sorteo.entre(1960, 2005), sorteo.entre(1, 12), sorteo.entre(1, 28)));
    return trabajador;
  }

  ObjectNode ubicacion() {
    Municipio municipio = sorteo.de(municipios);
    ObjectNode ubicacion = JsonNodeFactory.instance.objectNode();
    ubicacion.put("departamento", municipio.departamento());
    ubicacion.put("municipio", municipio.codigo());
    ubicacion.put(
        "direccion", "Calle %d # %d-%d".formatted(sorteo.entre(1, 180), sorteo.entre(1, 120), sorteo.entre(1, 99)));
    return ubicacion;
  }

  ObjectNode contacto() {
    ObjectNode contacto = JsonNodeFactory.instance.objectNode();
    contacto.put("telefono", "3" + sorteo.digitos(9));
    contacto.put("correo", sorteo.porCiento(80) ? ascii(nombre()) + sorteo.entre(1, 9_999) + "@ejemplo.invalid" : "");
    return contacto;
  }

  private ObjectNode documento(String tipo, @Nullable String numero) {
    ObjectNode documento = JsonNodeFactory.instance.objectNode();
    documento.put("tipo", tipo);
    documento.put("numero", numero == null ? numero(tipo) : numero);
    return documento;
  }

  private String numero(String tipo) {
    return sorteo.digitos(
        switch (tipo) {
          case "CE", "PT" -> 7;
          case "TI" -> 10;
          case "PE" -> 15;
          default -> sorteo.entre(8, 10);
        });
  }

  private String nombre() {
    return faker.name().firstName();
  }

  private String apellido() {
    return faker.name().lastName();
  }

  private static String ascii(String texto) {
    return Normalizer.normalize(texto, Normalizer.Form.NFD).replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
  }
}
