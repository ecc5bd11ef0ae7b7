package co.satccf.model.esquema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Puts a leaf's schema at its dotted path, making the objects on the way. */
final class Rutas {
  private Rutas() {}

  static void poner(ObjectNode raiz, String ruta, ObjectNode hoja, boolean obligatoria) {
    var objeto = raiz;
    var partes = List.of(ruta.split("\\."));
    for (var parte : partes.subList(0, partes.size() - 1)) {
      if (obligatoria) {
        exigir(objeto, parte);
      }
      objeto = objeto.withObjectProperty("properties").withObjectProperty(parte);
    }
    if (obligatoria) {
      exigir(objeto, partes.getLast());
    }
    objeto.withObjectProperty("properties").withObjectProperty(partes.getLast()).setAll(hoja);
  }

  static void exigir(ObjectNode objeto, String propiedad) {
    ArrayNode exigidas = objeto.withArrayProperty("required");
    for (var exigida : exigidas) {
      if (exigida.asText().equals(propiedad)) {
        return;
      }
    }
    exigidas.add(propiedad);
  }

  /** Says of every object that it is one. */
  static void declararObjetos(ObjectNode esquema) {
    if (esquema.path("properties") instanceof ObjectNode propiedades) {
      esquema.put("type", "object");
      propiedades.forEach(
          hijo -> {
            if (hijo instanceof ObjectNode objeto) {
              declararObjetos(objeto);
            }
          });
    }
  }
}
