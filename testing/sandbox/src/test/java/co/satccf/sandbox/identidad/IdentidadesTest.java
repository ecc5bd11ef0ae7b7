package co.satccf.sandbox.identidad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.satccf.model.entorno.Entorno;
import co.satccf.sandbox.local.OpcionesDePlataforma;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentidadesTest {

  @TempDir private Path carpeta = Path.of("");

  @Test
  void theIssuerAndItsUsersDoNotStartInProduction() {
    Path identidad = carpeta.resolve("identidad");
    assertThatThrownBy(() -> Identidades.iniciar(Entorno.PRODUCCION, identidad, List.of("x")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("sat.entorno = 'produccion'");
    assertThat(identidad).doesNotExist();
  }

  @Test
  void aPlatformThatIsToldToBeProductionStartsNothing() {
    OpcionesDePlataforma opciones = OpcionesDePlataforma.en(carpeta);
    for (OpcionesDePlataforma produccion :
        List.of(
            opciones.con("sat.entorno", "produccion"),
            opciones.con(ServicioSuite.NOVEDADES, "sat.entorno", "PRODUCCION"))) {
      assertThatThrownBy(() -> Plataforma.iniciar(produccion, aviso -> {}))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("sat.entorno = 'produccion'");
    }
  }

  @Test
  void nobodyElseOnThisMachineReadsTheTokens() throws IOException {
    try (Identidades identidades =
            Identidades.iniciar(
                Entorno.DESARROLLO, carpeta.resolve("identidad"), List.of("reporting-service"));
        Stream<Path> archivos = Files.list(identidades.carpeta())) {
      assertThat(archivos)
          .hasSize(10)
          .allSatisfy(
              archivo ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archivo)))
                      .isEqualTo("rw-------"));
      assertThat(identidades.token(UsuarioDeArena.OPERADOR).split("\\.", -1)).hasSize(3);
    }
  }
}
