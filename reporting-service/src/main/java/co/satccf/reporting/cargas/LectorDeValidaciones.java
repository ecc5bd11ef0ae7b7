package co.satccf.reporting.cargas;

import co.satccf.reporting.cargas.Hallazgo.Clase;
import co.satccf.reporting.cargas.Hallazgo.Nota;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a family service answers about one line of its {@code POST /validaciones}. */
final class LectorDeValidaciones {

  private static final String GLOSADO = "GLOSADO";

  /** Of these there is nothing to say when no note comes with them. */
  private static final Set<String> SIN_NOVEDAD = Set.of("SE_ENVIARIA", "REGISTRO");

  private LectorDeValidaciones() {}

  /**
   * @param linea in the file
   * @return empty when there is nothing to say of it
   */
  static Optional<Hallazgo> leer(int linea, JsonNode validacion) {
    var resultado = validacion.path("resultado").asText("");
    var notas = new ArrayList<Nota>();
    agregar(notas, Clase.GLOSA, validacion.path("glosas"));
    agregar(notas, Clase.ADVERTENCIA, validacion.path("advertencias"));
    agregar(notas, Clase.MOTIVO, validacion.path("motivos"));
    if (validacion.hasNonNull("bloqueo")) {
      notas.add(bloqueo(validacion.path("bloqueo").asText()));
    }
    if (SIN_NOVEDAD.contains(resultado) && notas.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Hallazgo(
            linea,
            resultado,
            texto(validacion, "servicio"),
            texto(validacion, "radicado"),
            esErrada(resultado, notas),
            List.copyOf(notas)));
  }

  private static boolean esErrada(String resultado, List<Nota> notas) {
    return resultado.equals(GLOSADO)
        || resultado.equals(Hallazgo.CUARENTENA)
        || notas.stream().anyMatch(nota -> nota.clase() == Clase.GLOSA);
  }

  private static void agregar(List<Nota> notas, Clase clase, JsonNode varias) {
    for (var una : varias) {
      notas.add(
          new Nota(
              clase,
              texto(una, "campo"),
              una.path("codigo").asText(""),
              una.path("mensaje").asText("")));
    }
  }

  private static Nota bloqueo(String cual) {
    return new Nota(
        Clase.BLOQUEO,
        null,
        cual,
        switch (cual) {
          case "REPORTE_ANTERIOR" -> "Esperaría a que termine un reporte anterior.";
          case "ANTERIOR_RETIRADO" ->
              "El reporte anterior fue retirado: esperaría a que lo liberen.";
          case "POSIBLE_DUPLICADO" -> "Parece un duplicado: esperaría a que lo liberen.";
          case "EMPLEADOR_NO_INCORPORADO" -> "Esperaría a que el empleador esté en el SAT.";
          default -> "Esperaría.";
        });
  }

  private static @Nullable String texto(JsonNode objeto, String campo) {
    return objeto.hasNonNull(campo) ? objeto.path(campo).asText() : null;
  }
}
