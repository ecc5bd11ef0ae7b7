package co.satccf.model.esquema;

import co.satccf.model.catalogo.Catalogos;
import co.satccf.model.catalogo.TipoDocumento;
import co.satccf.model.contrato.Campo;
import co.satccf.model.contrato.Presencia.Exigencia;
import co.satccf.model.contrato.Valores;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/** The schema of one leaf, from its row of the contract. */
record Hoja(Catalogos catalogos) {
  static final String FECHA = "(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}";

  /** No control characters, nothing unreadable. */
  private static final String TEXTO = "[^\\p{Cc}\\uFFFD]";

  /** Whether the event must bring the field, whatever the others say. */
  static boolean obligatoria(Campo<?> campo) {
    return campo.presencia().exigencia() == Exigencia.SIEMPRE
        && campo.presencia().condicion() == null
        && campo.presencia().porDefecto().isEmpty();
  }

  ObjectNode de(Campo<?> campo) {
    var hoja = JsonNodeFactory.instance.objectNode();
    boolean obligatoria = obligatoria(campo);
    hoja.put("type", "string").put("description", descripcion(campo));
    if (!campo.presencia().porDefecto().isEmpty()) {
      hoja.put("default", campo.presencia().porDefecto());
    }
    hoja.put("maxLength", campo.longitud());
    if (campo.valores() instanceof Valores.Fecha<?>) {
      fecha(hoja, obligatoria);
      return hoja;
    }
    var codigos = codigos(campo);
    if (!codigos.isEmpty()) {
      enumerar(hoja, codigos, obligatoria);
    }
    var patron = campo.patron();
    if (patron != null) {
      hoja.put("pattern", entero(patron.expresion().pattern(), obligatoria));
    } else if (codigos.isEmpty()) {
      hoja.put("pattern", obligatoria ? "^(?=.*\\S)" + TEXTO + "+$" : "^" + TEXTO + "*$");
    }
    return hoja;
  }

  /** A pattern for the whole value, which may be absent unless it is mandatory. */
  static String entero(String patron, boolean obligatoria) {
    return "^(?:" + patron + ")" + (obligatoria ? "$" : "?$");
  }

  static void fecha(ObjectNode hoja, boolean obligatoria) {
    if (obligatoria) {
      hoja.put("format", "date").put("pattern", "^" + FECHA + "$");
      return;
    }
    var formas = hoja.withArrayProperty("anyOf");
    formas.addObject().put("const", "");
    formas.addObject().put("format", "date").put("pattern", "^" + FECHA + "$");
  }

  private Collection<String> codigos(Campo<?> campo) {
    if (!campo.catalogoEstricto()) {
      return List.of();
    }
    return switch (campo.valores()) {
      case Valores.Libres<?> _,
          Valores.Fecha<?> _,
          Valores.Municipio<?> _,
          Valores.NumeroDocumento<?> _ ->
          List.of();
      case Valores.DeLista<?>(var lista) -> catalogos.lista(lista).keySet();
      case Valores.Departamento<?> _ -> catalogos.departamentos();
      case Valores.Caja<?> _ -> catalogos.cajas().stream().map(caja -> caja.codigo()).toList();
      case Valores.TipoDocumento<?>(var rol) ->
          catalogos.tiposDocumento(rol).stream().map(TipoDocumento::codigo).toList();
    };
  }

  private static void enumerar(ObjectNode hoja, Collection<String> codigos, boolean obligatoria) {
    var valores = hoja.putArray("enum");
    codigos.forEach(valores::add);
    if (!obligatoria) {
      valores.add("");
    }
  }

  private static String descripcion(Campo<?> campo) {
    var etiqueta = campo.etiqueta();
    return "%s. Campo %s en SAT; glosa %s."
        .formatted(
            Character.toUpperCase(etiqueta.charAt(0)) + etiqueta.substring(1),
            campo.nombreEnCable(),
            campo.codigo());
  }
}
