package co.satccf.sandbox.local;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.Principal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class PrincipalTest {
  private final StringWriter err = new StringWriter();

  @Test
  void readsEveryOptionOfTheDemo() {
    // Given
    CommandLine linea = Principal.comando();
    // When
    CommandLine.ParseResult leido =
        linea.parseArgs(
            "demo",
            "--eventos",
            "5",
            "--semilla=7",
            "--archivo",
            "a.ndjson",
            "--latencia",
            "20",
            "--en-vuelo",
            "3",
            "--capacidad",
            "12",
            "--informe",
            "i.json",
            "--libro",
            "l.ndjson",
            "--registros",
            "r",
            "--paciencia",
            "30",
            "--salir");
    // Then
    ComandoDemo demo = (ComandoDemo) leido.subcommand().commandSpec().userObject();
    assertThat(demo.eventos).isEqualTo(5);
    assertThat(demo.semilla).isEqualTo(7);
    assertThat(demo.archivo).isEqualTo(Path.of("a.ndjson"));
    assertThat(demo.comunes.latencia).isEqualTo(20);
    assertThat(demo.comunes.enVuelo).isEqualTo(3);
    assertThat(demo.capacidad).isEqualTo(12);
    assertThat(demo.informe).isEqualTo(Path.of("i.json"));
    assertThat(demo.libro).isEqualTo(Path.of("l.ndjson"));
    assertThat(demo.comunes.registros).isEqualTo(Path.of("r"));
    assertThat(demo.paciencia).isEqualTo(30);
    assertThat(demo.salir).isTrue();
  }

  @Test
  void hasTheDefaultsThatTheHelpTells() {
    ComandoDemo demo =
        (ComandoDemo) Principal.comando().parseArgs("demo").subcommand().commandSpec().userObject();
    assertThat(demo.eventos).isEqualTo(2_000);
    assertThat(demo.comunes.registros)
        .isEqualTo(OpcionesComunes.RAIZ.resolve("target/sat/registros"));
    assertThat(demo.salir).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "demo --evento 5              | no conozco «--evento",
        "demo --eventos muchos        | «muchos» no sirve como valor de --eventos",
        "demo --eventos 0 --salir     | --eventos = 0: se espera un número de 1 a 5000000",
        "demo --latencia mucha        | «mucha» no sirve como valor de --latencia",
        "demo --informe               | falta el valor de --informe",
        "demo --archivo no-hay.ndjson | no existe el archivo no-hay.ndjson",
        "up --en-vuelo 0              | --en-vuelo = 0: se espera un número de 1 a 1000",
        "publicar                     | falta el archivo",
        "publicar no-hay.ndjson       | no existe el archivo no-hay.ndjson",
        "saldo-inicial                | falta el archivo",
        "saldo-inicial no-hay.csv     | no se puede leer no-hay.csv",
        "token jefe                   | «jefe» no sirve aquí"
      })
  void saysWhatIsWrongBeforeStartingAnything(String argumentos, String mensaje) {
    assertThat(run(argumentos.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains("sat: ", mensaje);
  }

  @Test
  void saysWhichFolderOfTheReportDoesNotExistBeforeStartingAnything(@TempDir Path dir) {
    assertThat(run("demo", "--informe", dir.resolve("no/hay.json").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--informe", "no existe esa carpeta");
  }

  private int run(String... args) {
    return Principal.comando().setErr(new PrintWriter(err, true)).execute(args);
  }
}
