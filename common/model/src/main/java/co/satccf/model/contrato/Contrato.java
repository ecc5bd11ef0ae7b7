package co.satccf.model.contrato;

import co.satccf.model.reporte.Reporte;
import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** One service's table at work. */
record Contrato<R extends Reporte>(Class<R> tipo, List<Campo<R>> campos, Validador validador) {
  private static final JsonFactory JSON = new JsonFactory();

  Validacion validar(Reporte reporte) {
    R propio = tipo.cast(reporte);
    var glosas = new ArrayList<Glosa>();
    var advertencias = new ArrayList<Glosa>();
    for (var campo : campos) {
      var hallazgo = validador.revisar(campo, propio);
      if (hallazgo != null) {
        (hallazgo.esGlosa() ? glosas : advertencias).add(hallazgo.glosa());
      }
    }
    return new Validacion(glosas, advertencias);
  }

  String cuerpo(Reporte reporte) {
    R propio = tipo.cast(reporte);
    var texto = new StringWriter(1024);
    try (var json = JSON.createGenerator(texto)) {
      json.writeStartObject();
      for (var campo : campos) {
        json.writeStringField(campo.nombreEnCable(), campo.lector().apply(propio));
      }
      json.writeEndObject();
    } catch (IOException imposible) {
      throw new UncheckedIOException("Writing to memory does not fail", imposible);
    }
    return texto.toString();
  }
}
