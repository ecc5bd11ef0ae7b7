package co.satccf.reporting.consola.sesion;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jspecify.annotations.Nullable;

/**
 * A form that could not be taken, in the answer to it: what was typed can be sent again.
 *
 * @param accion where to; of this console for certain
 * @param campos as they came, the token among them; empty when nothing is given back
 */
public record Devuelto(String accion, List<Map.Entry<String, String>> campos) {

  static final Devuelto NADA = new Devuelto("", List.of());

  /** Names of fields that no page shows again (docs/seguridad.md). */
  private static final Set<String> SECRETOS = Set.of("clave", "clientSecret");

  private static final String LEIDO = Devuelto.class.getName();

  /** Only a form of ours: nobody else puts words into a page of this console. */
  static Devuelto de(RoutingContext rc, List<Map.Entry<String, String>> campos) {
    @Nullable String llave = null;
    for (var campo : campos) {
      if (campo.getKey().equals(Llave.NOMBRE)) {
        llave = campo.getValue();
      }
    }
    return Llave.abre(rc, llave) ? sinSecretos(rc, campos) : NADA;
  }

  /** Keeps hold of a form of ours that has been read, until the answer is known. */
  static void guardar(RoutingContext rc, @Nullable FormData formulario) {
    rc.put(LEIDO, formulario);
  }

  /** The form that was kept hold of. */
  static Devuelto guardado(RoutingContext rc) {
    FormData formulario = rc.get(LEIDO);
    if (formulario == null) {
      return NADA;
    }
    var campos = new ArrayList<Map.Entry<String, String>>();
    for (var nombre : formulario) {
      formulario.get(nombre).forEach(uno -> campos.add(Map.entry(nombre, uno.getValue())));
    }
    return sinSecretos(rc, campos);
  }

  private static Devuelto sinSecretos(RoutingContext rc, List<Map.Entry<String, String>> campos) {
    return campos.stream().map(Map.Entry::getKey).anyMatch(SECRETOS::contains)
        ? NADA
        : new Devuelto(aqui(rc), campos);
  }

  /** As it came, a path may name another host. */
  private static String aqui(RoutingContext rc) {
    String consulta = rc.request().query();
    return rc.normalizedPath() + (consulta == null ? "" : "?" + consulta);
  }
}
