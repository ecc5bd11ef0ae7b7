package co.satccf.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be seen of it without an executable: that all it names is there. */
class NativeCodecsTest {

  static Stream<String> libraries() {
    return Stream.of("amd64", "aarch64").flatMap(a -> NativeCodecs.libraries(a).stream());
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void everyLibraryIsOfTheVersionThatKafkaBringsAndGoesIntoTheExecutable(String library)
      throws IOException {
    assertThat(NativeCodecs.class.getResource(library)).isNotNull();
    assertThat(metadata().path("resources"))
        .anySatisfy(
            resource ->
                assertThat(
                        FileSystems.getDefault()
                            .getPathMatcher("glob:/" + resource.path("glob").asText())
                            .matches(Path.of(library)))
                    .isTrue());
  }

  @Test
  void thoseOfThisMachineLoadFromAFileThatIsGoneAfterwards() {
    assertThat(NativeCodecs.libraries(System.getProperty("os.arch")))
        .isNotEmpty()
        .allSatisfy(
            library -> assertThatCode(() -> NativeCodecs.load(library)).doesNotThrowAnyException());
  }

  /** By fields and methods that their C asks for by name. */
  @Test
  void whatTheyReachByNameIsThere() throws IOException {
    assertThat(metadata().path("reflection"))
        .isNotEmpty()
        .allSatisfy(
            entry -> {
              var type = Class.forName(entry.path("type").asText());
              assertThat(entry.path("jniAccessible").asBoolean()).isTrue();
              for (var field : entry.path("fields")) {
                assertThat(type.getDeclaredField(field.path("name").asText())).isNotNull();
              }
              for (var method : entry.path("methods")) {
                assertThat(type.getDeclaredMethod(method.path("name").asText(), int.class))
                    .isNotNull();
              }
            });
  }

  private static JsonNode metadata() throws IOException {
    try (var content =
        NativeCodecs.class.getResourceAsStream(
            "/META-INF/native-image/co.satccf/sat-stream/reachability-metadata.json")) {
      return new ObjectMapper().readTree(content);
    }
  }
}
