package co.satccf.sandbox.identidad;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The sign-in page. It tells the passwords, for there is nothing here to protect. */
final class PaginaDeEntrada {

  static final String ESTILO =
      """
      :root { color-scheme: light dark; }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 26rem; margin: 3rem auto; padding: 0 1rem; }
      label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit; }
      input { margin: .25rem 0 1rem; padding: .5rem; }
      button { padding: .6rem; }
      table { width: 100%; border-collapse: collapse; margin-top: 1rem; }
      th, td { text-align: left; padding: .25rem .5rem .25rem 0; }
      .error { border-left: .3rem solid; padding-left: .75rem; }
      """;

  private static final String PAGINA =
      """
      <!DOCTYPE html>
      <html lang="es">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s · arena de sat-ccf</title>
      <link rel="stylesheet" href="/estilo.css">
      </head>
      <body>
      <main>
      <h1>%s</h1>
      %s
      </main>
      </body>
      </html>
      """;

  private static final String FORMULARIO =
      """
      %s<form method="post" action="/authorize">
      %s
      <label for="usuario">Usuario</label>
      <input id="usuario" name="usuario" value="%s" autocomplete="username" required autofocus>
      <label for="clave">Contraseña</label>
      <input id="clave" name="clave" type="password" autocomplete="current-password" required>
      <button type="submit">Entrar</button>
      </form>
      <h2>Usuarios de esta máquina</h2>
      <p>Son sintéticos, uno por rol. En producción entra cada quien con su proveedor de identidad.</p>
      <table>
      <thead><tr><th scope="col">Usuario</th><th scope="col">Contraseña</th></tr></thead>
      <tbody>
      %s
      </tbody>
      </table>
      """;

  private static final String NO_COINCIDEN =
      "<p class=\"error\" role=\"alert\">El usuario o la contraseña no coinciden."
          + " Revíselos e intente de nuevo.</p>\n";

  private PaginaDeEntrada() {}

  static String nueva(PeticionDeEntrada peticion) {
    return pagina(peticion, "", "");
  }

  static String conError(PeticionDeEntrada peticion, String usuario) {
    return pagina(peticion, NO_COINCIDEN, usuario);
  }

  /** For what must not be answered to the console: it is not certain that the console asked. */
  static String rechazo() {
    return PAGINA.formatted(
        "No se puede entrar",
        "No se puede entrar",
        "<p>Quien pide entrar no es la consola de esta máquina, o pide volver a otra dirección."
            + " Abra la consola de nuevo.</p>");
  }

  static String despedida() {
    return PAGINA.formatted(
        "Sesión cerrada", "Sesión cerrada", "<p>Ya puede cerrar esta ventana.</p>");
  }

  private static String pagina(PeticionDeEntrada peticion, String error, String usuario) {
    String ocultos =
        peticion.parametros().entrySet().stream()
            .map(
                campo ->
                    "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(campo.getKey(), inofensivo(campo.getValue())))
            .collect(Collectors.joining("\n"));
    String usuarios =
        Arrays.stream(UsuarioDeArena.values())
            .map(uno -> "<tr><td>%s</td><td>%s</td></tr>".formatted(uno.rol(), uno.clave()))
            .collect(Collectors.joining("\n"));
    return PAGINA.formatted(
        "Entrar",
        "Entrar a la consola",
        FORMULARIO.formatted(error, ocultos, inofensivo(usuario), usuarios));
  }

  private static String inofensivo(String texto) {
    return texto
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
