package co.satccf.sandbox.local;

import co.satccf.sandbox.identidad.UsuarioDeArena;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a built-in person's token of the platform that is on, to ask its services with. */
@Command(name = "token")
public final class ComandoToken implements Callable<Integer> {

  @Spec CommandSpec comando = CommandSpec.create();

  @Parameters(paramLabel = "ROL", arity = "0..1")
  UsuarioDeArena usuario = UsuarioDeArena.CONSULTA;

  @Override
  public Integer call() {
    comando.commandLine().getOut().println(Encendida.token(usuario));
    return 0;
  }
}
