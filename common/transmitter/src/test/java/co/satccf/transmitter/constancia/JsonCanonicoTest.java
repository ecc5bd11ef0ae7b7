package co.satccf.transmitter.constancia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** RFC 8785, "JSON Canonicalization Scheme". */
class JsonCanonicoTest {

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void ordersMembersAndLeavesOutBlanks() throws Exception {
    JsonNode tree =
        json.readTree("{ \"b\": [1, true, null, {}], \"a\": {\"z\": -7, \"ñ\": \"x\"} }");
    assertThat(JsonCanonico.de(tree))
        .isEqualTo("{\"a\":{\"z\":-7,\"ñ\":\"x\"},\"b\":[1,true,null,{}]}");
  }

  @Test
  void escapesOnlyWhatMustBe() throws Exception {
    // The string of section 3.2.2.2, and the one of section 3.2.3 for the order of names.
    JsonNode tree = json.readTree("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"");
    assertThat(JsonCanonico.de(tree)).isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    assertThat(
            JsonCanonico.de(
                json.readTree("{\"€\":1,\"\\r\":2,\"\ufb33\":3,\"1\":4,\"😀\":5,\"ö\":6}")))
        .isEqualTo("{\"\\r\":2,\"1\":4,\"ö\":6,\"€\":1,\"😀\":5,\"\ufb33\":3}");
  }

  @Test
  void refusesNumbersThatManyWriteDifferently() throws Exception {
    JsonNode tree = json.readTree("{\"a\": 0.1}");
    assertThatIllegalArgumentException().isThrownBy(() -> JsonCanonico.de(tree));
  }
}
