package co.satccf.sandbox.ministerio;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One fault on command. The first fault of the document that fires decides over a request.
 *
 * @param tipo what goes wrong
 * @param servicio a service's name, {@code token}, or {@code *} for the seven services
 * @param probabilidad share of the requests it hits, 0 to 1; null: 1
 * @param veces hits only so many requests and then never again; null: without end
 * @param radicado hits only this radicado; null: any
 * @param procesar whether the report takes effect all the same; null: as the type says
 * @param estado HTTP status of ESTADO_HTTP, 400-599; null: 500
 * @param retryAfter value of the Retry-After header in seconds; null: no header
 * @param bytes size of a DESMEDIDA (null: 8 MiB), or bytes at a time of a GOTEO (null: 1)
 * @param pausa pause of a GOTEO in milliseconds, 1 or more; null: 100
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Falla(
    TipoFalla tipo,
    String servicio,
    @Nullable Double probabilidad,
    @Nullable Integer veces,
    @Nullable String radicado,
    @Nullable Boolean procesar,
    @Nullable Integer estado,
    @Nullable Integer retryAfter,
    @Nullable Integer bytes,
    @Nullable Integer pausa) {

  public static final String TODOS = "*";
  public static final String TOKEN = "token";

  private static final int MAXIMO_BYTES = 256 * 1024 * 1024;

  public Falla {
    exigir(tipo != null, "tipo");
    exigir(servicio == null || esLugar(servicio), "servicio");
    exigir(probabilidad == null || (probabilidad >= 0 && probabilidad <= 1), "probabilidad");
    exigir(veces == null || veces > 0, "veces");
    exigir(estado == null || (estado >= 400 && estado <= 599), "estado");
    exigir(retryAfter == null || retryAfter >= 0, "retryAfter");
    exigir(bytes == null || (bytes > 0 && bytes <= MAXIMO_BYTES), "bytes");
    exigir(pausa == null || pausa > 0, "pausa");
    servicio = servicio == null ? TODOS : servicio;
  }

  static boolean esLugar(String nombre) {
    return nombre.equals(TODOS) || nombre.equals(TOKEN) || Servicio.porNombre(nombre) != null;
  }

  private static void exigir(boolean cumple, String campo) {
    if (!cumple) {
      throw new IllegalArgumentException("falla: " + campo + " fuera de rango");
    }
  }

  /** Every request of the seven services. */
  public static Falla de(TipoFalla tipo) {
    return de(tipo, TODOS);
  }

  /** Every request of one service, or of {@link #TOKEN}. */
  public static Falla de(TipoFalla tipo, String servicio) {
    return new Falla(tipo, servicio, null, null, null, null, null, null, null, null);
  }

  /** A status without codigo on the seven services: 500, 503, 429 ... */
  public static Falla http(int estado) {
    return de(TipoFalla.ESTADO_HTTP).conEstado(estado);
  }

  /** The same on one service, or on {@link #TOKEN}. */
  public Falla en(String valor) {
    return new Falla(
        tipo, valor, probabilidad, veces, radicado, procesar, estado, retryAfter, bytes, pausa);
  }

  public Falla conProbabilidad(double valor) {
    return new Falla(
        tipo, servicio, valor, veces, radicado, procesar, estado, retryAfter, bytes, pausa);
  }

  /** Only on the next so many requests it reaches. */
  public Falla enLasSiguientes(int valor) {
    return new Falla(
        tipo, servicio, probabilidad, valor, radicado, procesar, estado, retryAfter, bytes, pausa);
  }

  public Falla soloRadicado(String valor) {
    return new Falla(
        tipo, servicio, probabilidad, veces, valor, procesar, estado, retryAfter, bytes, pausa);
  }

  public Falla procesando(boolean valor) {
    return new Falla(
        tipo, servicio, probabilidad, veces, radicado, valor, estado, retryAfter, bytes, pausa);
  }

  public Falla conEstado(int valor) {
    return new Falla(
        tipo, servicio, probabilidad, veces, radicado, procesar, valor, retryAfter, bytes, pausa);
  }

  /** Seconds. */
  public Falla conRetryAfter(int valor) {
    return new Falla(
        tipo, servicio, probabilidad, veces, radicado, procesar, estado, valor, bytes, pausa);
  }

  public Falla conBytes(int valor) {
    return new Falla(
        tipo, servicio, probabilidad, veces, radicado, procesar, estado, retryAfter, valor, pausa);
  }

  /** So many bytes at a time, with so many milliseconds between. */
  public Falla conGoteo(int valor, int ms) {
    return new Falla(
        tipo, servicio, probabilidad, veces, radicado, procesar, estado, retryAfter, valor, ms);
  }

  boolean tomaEfecto() {
    return procesar != null ? procesar : tipo.procesaSiNoSeDice();
  }

  boolean alcanza(@Nullable Servicio llamado, String radicadoLlamado) {
    boolean lugar =
        llamado == null
            ? servicio.equals(TOKEN)
            : servicio.equals(TODOS) || servicio.equals(llamado.nombre());
    return lugar && (radicado == null || radicado.equals(radicadoLlamado));
  }
}
