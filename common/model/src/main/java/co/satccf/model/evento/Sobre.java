package co.satccf.model.evento;

import static co.satccf.model.evento.CodigoMotivo.CONTENIDO_NO_ADMITIDO;
import static co.satccf.model.evento.CodigoMotivo.CORRIGE_ILEGIBLE;
import static co.satccf.model.evento.CodigoMotivo.INSTANTE_ILEGIBLE;
import static co.satccf.model.evento.CodigoMotivo.REZAGO_INVALIDO;
import static co.satccf.model.evento.CodigoMotivo.SIN_IDENTIDAD;
import static co.satccf.model.evento.CodigoMotivo.SIN_RADICADO;
import static co.satccf.model.evento.CodigoMotivo.SIN_TIPO;
import static co.satccf.model.evento.CodigoMotivo.VERSION_DESCONOCIDA;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a CloudEvent, read strictly; each reader notes what is wrong and goes on, so
 * that every reason is found. {@code null} or a neutral value stands for what could not be read: it
 * is used only when no reason was noted.
 */
record Sobre(
    @Nullable String source,
    @Nullable String id,
    String tipo,
    Instant instante,
    int tipoRezago,
    String radicado,
    @Nullable String corrige) {

  private static final int MAXIMO_IDENTIDAD = 200;
  private static final int MAXIMO_RADICADO = 64;
  private static final int DIA_A_DIA = 4;
  private static final Pattern REZAGO = Pattern.compile("[1-4]");
  private static final Pattern JSON =
      Pattern.compile("application/([a-z0-9.+-]+\\+)?json(\\s*;.*)?");

  static Sobre leer(JsonNode atributos, boolean esReporte, Set<CodigoMotivo> motivos) {
    if (!texto(atributos, "specversion").equals("1.0")) {
      motivos.add(VERSION_DESCONOCIDA);
    }
    var contenido = texto(atributos, "datacontenttype").toLowerCase(Locale.ROOT);
    if (!contenido.isEmpty() && !JSON.matcher(contenido).matches()) {
      motivos.add(CONTENIDO_NO_ADMITIDO);
    }
    var source = identidad(atributos, "source");
    var id = identidad(atributos, "id");
    if (source == null || id == null) {
      motivos.add(SIN_IDENTIDAD);
    }
    return new Sobre(
        source,
        id,
        tipo(atributos, motivos),
        instante(atributos, motivos),
        tipoRezago(atributos, motivos),
        esReporte ? radicado(atributos, motivos) : "",
        corrige(atributos, motivos));
  }

  /** The event's type, {@code ""} when it has none. */
  static String tipo(JsonNode atributos) {
    return texto(atributos, "type");
  }

  private static String tipo(JsonNode atributos, Set<CodigoMotivo> motivos) {
    var tipo = tipo(atributos);
    if (tipo.isEmpty()) {
      motivos.add(SIN_TIPO);
    }
    return tipo;
  }

  private static Instant instante(JsonNode atributos, Set<CodigoMotivo> motivos) {
    try {
      var instante = OffsetDateTime.parse(texto(atributos, "time"));
      if (instante.getYear() >= 1 && instante.getYear() <= 9999) {
        return instante.toInstant();
      }
    } catch (DateTimeException ilegible) {
      // Noted below, as for a year out of range.
    }
    motivos.add(INSTANTE_ILEGIBLE);
    return Instant.EPOCH;
  }

  private static int tipoRezago(JsonNode atributos, Set<CodigoMotivo> motivos) {
    var rezago = escalar(atributos, "tiporezago");
    if (rezago.isEmpty()) {
      return DIA_A_DIA;
    }
    if (!REZAGO.matcher(rezago).matches()) {
      motivos.add(REZAGO_INVALIDO);
      return DIA_A_DIA;
    }
    return Integer.parseInt(rezago);
  }

  private static String radicado(JsonNode atributos, Set<CodigoMotivo> motivos) {
    var radicado = escalar(atributos, "radicado");
    if (radicado.isEmpty() || !cabe(radicado, MAXIMO_RADICADO)) {
      motivos.add(SIN_RADICADO);
    }
    return radicado;
  }

  private static @Nullable String corrige(JsonNode atributos, Set<CodigoMotivo> motivos) {
    var corrige = escalar(atributos, "corrige");
    if (corrige.isEmpty()) {
      return null;
    }
    if (!cabe(corrige, MAXIMO_RADICADO)) {
      motivos.add(CORRIGE_ILEGIBLE);
    }
    return corrige;
  }

  private static @Nullable String identidad(JsonNode atributos, String nombre) {
    var valor = texto(atributos, nombre);
    return !valor.isEmpty() && cabe(valor, MAXIMO_IDENTIDAD) ? valor : null;
  }

  private static boolean cabe(String valor, int maximo) {
    return valor.length() <= maximo && Texto.limpio(valor);
  }

  // CloudEvents types these attributes as strings.
  private static String texto(JsonNode atributos, String nombre) {
    var nodo = atributos.path(nombre);
    return nodo.isTextual() ? Texto.de(nodo) : "";
  }

  private static String escalar(JsonNode atributos, String nombre) {
    return Texto.de(atributos.path(nombre));
  }
}
