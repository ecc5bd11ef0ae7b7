package co.satccf.model.esquema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** An independent validator of JSON Schema 2020-12 that also asserts formats. */
public final class Validadores {
  private static final SchemaRegistry REGISTRO =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Validadores() {}

  public static Schema de(JsonNode esquema) {
    return REGISTRO.getSchema(esquema.toString());
  }

  public static boolean admite(Schema esquema, JsonNode evento) {
    return esquema
        .validate(
            evento.toString(),
            InputFormat.JSON,
            contexto -> contexto.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .isEmpty();
  }
}
