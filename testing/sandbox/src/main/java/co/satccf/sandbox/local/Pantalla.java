package co.satccf.sandbox.local;

import co.satccf.model.ServicioSat;
import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a person reads while the platform runs: aligned, in colours and redrawn in place on a
 * terminal; plain and sparing everywhere else.
 */
final class Pantalla {
  private static final Locale COLOMBIA = Locale.forLanguageTag("es-CO");
  private static final String ESC = "\u001b[";
  private static final int ANCHO_NOMBRE = 40;
  private static final int ANCHO_NUMERO = 11;

  private final PrintStream salida;
  private final boolean terminal;
  private int renglonesPintados;

  Pantalla(PrintStream salida, boolean terminal) {
    this.salida = salida;
    this.terminal = terminal;
  }

  /** Standard output; colours unless it is no terminal or NO_COLOR is set. */
  static Pantalla estandar() {
    Console consola = System.console();
    boolean terminal = consola != null && consola.isTerminal() && System.getenv("NO_COLOR") == null;
    return new Pantalla(new PrintStream(System.out, true, StandardCharsets.UTF_8), terminal);
  }

  boolean terminal() {
    return terminal;
  }

  void linea(String texto) {
    renglonesPintados = 0;
    salida.println(texto);
  }

  void titulo(String texto) {
    linea("");
    linea("  " + (terminal ? ESC + "1m" + texto + ESC + "0m" : texto));
  }

  void dato(String nombre, long valor) {
    dato(nombre, numero(valor));
  }

  void dato(String nombre, String valor) {
    linea("  " + relleno(nombre, ANCHO_NOMBRE) + alFinal(valor, ANCHO_NUMERO));
  }

  void bien(String texto) {
    linea("  " + color("32", "✓ " + texto));
  }

  void mal(String texto) {
    linea("  " + color("31", "✗ " + texto));
  }

  void encabezado(String... columnas) {
    linea(tenue(tabla("", columnas)));
  }

  void fila(String nombre, String... columnas) {
    linea(tabla(nombre, columnas));
  }

  /** The look at a feed under way; on a terminal it replaces the one before. */
  void avance(Conteos conteos, int publicados, int total, double segundos) {
    StringBuilder texto = new StringBuilder();
    texto.append(
        renglon(
            tenue(
                tabla(
                    "%.0f s · publicados %s de %s"
                        .formatted(segundos, numero(publicados), numero(total)),
                    "recibidos",
                    "listos",
                    "bloqueados",
                    "en vuelo",
                    "aceptados",
                    "glosados",
                    "inciertos"))));
    for (ServicioSat servicio : ServicioSat.values()) {
      texto.append(renglon(fila(servicio.nombre(), conteos.de(servicio.nombre()))));
    }
    texto.append(renglon(fila("total", conteos.total())));
    if (terminal && renglonesPintados > 0) {
      salida.print(ESC + renglonesPintados + "A");
    }
    salida.print(texto);
    salida.flush();
    renglonesPintados = ServicioSat.values().length + 2;
  }

  private static String fila(String nombre, Conteos.DeServicio c) {
    return tabla(
        nombre,
        numero(c.recibidos()),
        numero(c.listos()),
        numero(c.bloqueados()),
        numero(c.enVuelo()),
        numero(c.aceptados() + c.aceptadosConAlerta()),
        numero(c.glosados()),
        numero(c.inciertos()));
  }

  private String renglon(String texto) {
    return texto + (terminal ? ESC + "K" : "") + System.lineSeparator();
  }

  private static String tabla(String nombre, String... columnas) {
    StringBuilder texto = new StringBuilder("  " + relleno(nombre, ANCHO_NOMBRE));
    for (String columna : columnas) {
      texto.append(alFinal(columna, ANCHO_NUMERO));
    }
    return texto.toString();
  }

  private static String relleno(String texto, int ancho) {
    return texto + " ".repeat(Math.max(0, ancho - visible(texto)));
  }

  private static String alFinal(String texto, int ancho) {
    return " ".repeat(Math.max(1, ancho - visible(texto))) + texto;
  }

  private static final Pattern COLOR = Pattern.compile("\u001b\\[[0-9;]*m");

  private static int visible(String texto) {
    return COLOR.matcher(texto).replaceAll("").length();
  }

  private String tenue(String texto) {
    return color("2", texto);
  }

  private String color(String codigo, String texto) {
    return terminal ? ESC + codigo + "m" + texto + ESC + "0m" : texto;
  }

  static String numero(long n) {
    return String.format(COLOMBIA, "%,d", n);
  }

  static String decimal(double n) {
    return String.format(COLOMBIA, "%,.1f", n);
  }
}
