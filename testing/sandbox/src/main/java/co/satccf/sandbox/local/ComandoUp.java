package co.satccf.sandbox.local;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The platform without a feed, to develop against. */
@Command(name = "up")
public final class ComandoUp implements Callable<Integer> {
  @Spec CommandSpec comando = CommandSpec.create();
  @Mixin OpcionesComunes comunes = new OpcionesComunes();

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (Encendida encendida = Encendida.con(comunes.plataforma(comando), Pantalla.estandar())) {
      encendida.mantener();
    }
    return 0;
  }
}
