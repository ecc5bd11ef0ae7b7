package co.satccf.model.cifrado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivoDeLlaveroTest {

  private static final String CLAVES =
      "k1 = %s\nk2 = %s\n".formatted("1".repeat(64), "2".repeat(64));

  @TempDir private Path carpeta;
  private final List<String> avisos = new ArrayList<>();
  private Path archivo = Path.of("llavero");

  @BeforeEach
  void mount() throws IOException {
    archivo = carpeta.resolve("llavero");
    replace("actual = k1\n" + CLAVES);
  }

  @Test
  void readsAgainWhatWasReplaced() throws IOException {
    // Given
    ArchivoDeLlavero vivo = vivo();
    Llavero primero = vivo.llavero();

    // When
    replace("actual = k2\n" + CLAVES);

    // Then
    assertThat(primero.actual()).isEqualTo("k1");
    assertThat(vivo.llavero().actual()).isEqualTo("k2");
    assertThat(vivo.llavero()).as("read once").isSameAs(vivo.llavero());
    assertThat(avisos).isEmpty();
  }

  @Test
  void followsALinkThatPointsElsewhereNow() throws IOException {
    // Given: as Kubernetes mounts a secret
    Path una = Files.writeString(carpeta.resolve("una"), "actual = k1\n" + CLAVES);
    Path otra = Files.writeString(carpeta.resolve("otra"), "actual = k2\n" + CLAVES);
    Files.setLastModifiedTime(otra, Files.getLastModifiedTime(una));
    Path enlace = Files.createSymbolicLink(carpeta.resolve("enlace"), una);
    ArchivoDeLlavero vivo = new ArchivoDeLlavero(enlace, e -> avisos.add(e.getMessage()));

    // When
    Files.delete(enlace);
    Files.createSymbolicLink(enlace, otra);

    // Then
    assertThat(vivo.llavero().actual()).isEqualTo("k2");
  }

  @Test
  void keepsTheLastGoodRingAndTellsOnceOfAWrongOne() throws IOException {
    // Given
    ArchivoDeLlavero vivo = vivo();

    // When
    replace("actual = k3\n" + CLAVES);
    vivo.llavero();
    vivo.llavero();
    Files.delete(archivo);
    vivo.llavero();

    // Then
    assertThat(vivo.legible()).isFalse();
    assertThat(vivo.llavero().actual()).isEqualTo("k1");
    assertThat(avisos).hasSize(2);
    assertThat(avisos.getFirst()).contains("key k3");
    assertThat(avisos.getLast()).contains(archivo.toString());

    // When it is mended
    replace("actual = k2\n" + CLAVES);

    // Then
    assertThat(vivo.legible()).isTrue();
    assertThat(vivo.llavero().actual()).isEqualTo("k2");
    assertThat(avisos).hasSize(2);
  }

  @Test
  void isRefusedAtTheStartWhenThereIsNone() {
    assertThatThrownBy(() -> new ArchivoDeLlavero(carpeta.resolve("no-hay"), e -> {}))
        .isInstanceOf(LlaveroInvalidoException.class)
        .hasMessageContaining("no-hay");
  }

  private ArchivoDeLlavero vivo() {
    return new ArchivoDeLlavero(archivo, e -> avisos.add(e.getMessage()));
  }

  private void replace(String texto) throws IOException {
    Path nuevo = Files.writeString(carpeta.resolve("nuevo"), texto);
    Files.move(nuevo, archivo, StandardCopyOption.REPLACE_EXISTING);
  }
}
