package co.satccf.sandbox.local;

import co.satccf.sandbox.ministerio.ControlDelMinisterio;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes a file to the platform that another {@code ./sat} keeps running. */
@Command(name = "publicar")
public final class ComandoPublicar implements Callable<Integer> {
  @Spec CommandSpec comando = CommandSpec.create();

  @Parameters(paramLabel = "F", arity = "1")
  Path archivo = Path.of("");

  @Override
  public Integer call() throws IOException {
    List<EventoPublicable> eventos =
        Alimentacion.deArchivo(archivo, comando).stream().map(EventoPublicable::de).toList();
    Encendida.Direcciones plataforma = Encendida.enMarcha();
    SaldoInicial.registrar(ControlDelMinisterio.en(plataforma.control()), eventos);
    new Publicador(plataforma.kafka()).publicar(eventos, Duration.ZERO);
    Pantalla pantalla = Pantalla.estandar();
    pantalla.linea("Publicados " + Pantalla.numero(eventos.size()) + " hechos:");
    Map<String, Long> porTopico =
        eventos.stream()
            .collect(
                Collectors.groupingBy(
                    EventoPublicable::topico, TreeMap::new, Collectors.counting()));
    porTopico.forEach(pantalla::dato);
    return 0;
  }
}
