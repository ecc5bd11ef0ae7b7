package co.satccf.sandbox.ministerio;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** POST /token: four form fields in, a bearer token or an OAuth error out. */
final class RutaToken {
  private static final String FORMULARIO = "application/x-www-form-urlencoded";

  private final Estado estado;
  private final Entrega entrega;

  RutaToken(Estado estado, Entrega entrega) {
    this.estado = estado;
    this.entrega = entrega;
  }

  void atender(HttpServerRequest pedido, Buffer cuerpo) {
    String tipo = pedido.getHeader("Content-Type");
    Map<String, String> campos = leer(cuerpo.toString(StandardCharsets.UTF_8));
    boolean esFormulario = tipo != null && tipo.regionMatches(true, 0, FORMULARIO, 0, 33);
    estado.cuentas().tokenPedido(campos.getOrDefault("client_id", ""));
    Falla falla = estado.averias().para(null, "");
    if (falla != null && falla.tipo() == TipoFalla.TOKEN_REVOCADO) {
      Entrega.entera(pedido, responder(campos, esFormulario, true));
      return;
    }
    Respuesta respuesta =
        falla == null || falla.tomaEfecto()
            ? responder(campos, esFormulario, false)
            : Respuesta.mensaje(503, "El servicio no está disponible.");
    entrega.entregar(pedido, falla == null ? respuesta : respuesta.estropeada(falla), falla);
  }

  private Respuesta responder(
      Map<String, String> campos, boolean esFormulario, boolean yaRevocado) {
    if (!esFormulario) {
      return Respuesta.oauth("invalid_request", "El cuerpo no es " + FORMULARIO + ".");
    }
    if (!"password".equals(campos.get("grant_type"))) {
      return Respuesta.oauth("unsupported_grant_type", "El grant_type debe ser password.");
    }
    Servicio servicio = Servicio.porClientId(campos.getOrDefault("client_id", ""));
    if (servicio == null) {
      return Respuesta.oauth("invalid_client", "El client_id no existe.");
    }
    if (!ClientesSat.USUARIO.equals(campos.get("username"))
        || !ClientesSat.CLAVE.equals(campos.get("password"))) {
      return Respuesta.oauth("invalid_grant", "El usuario o la contraseña no son correctos.");
    }
    return token(servicio, yaRevocado);
  }

  private Respuesta token(Servicio servicio, boolean yaRevocado) {
    ModoDelMinisterio modo = estado.modo();
    int vida = modo.vidaDelTokenSegundos();
    Instant vence = estado.ahora().plusSeconds(vida);
    Tokens.Ficha ficha = estado.tokens().emitir(servicio, vence, modo.tokenNuevoRevocaAnterior());
    if (yaRevocado) {
      ficha.revocar();
    }
    estado.cuentas().tokenEntregado();
    return Respuesta.json(
        200,
        "{\"access_token\":\"%s\",\"token_type\":\"bearer\",\"expires_in\":%d}"
            .formatted(ficha.token(), vida - 1));
  }

  private static Map<String, String> leer(String cuerpo) {
    Map<String, String> campos = new HashMap<>();
    for (String par : cuerpo.split("&", -1)) {
      int igual = par.indexOf('=');
      String nombre = igual < 0 ? null : decodificar(par.substring(0, igual));
      String valor = igual < 0 ? null : decodificar(par.substring(igual + 1));
      if (nombre != null && valor != null) {
        campos.put(nombre, valor);
      }
    }
    return campos;
  }

  private static @Nullable String decodificar(String texto) {
    try {
      return URLDecoder.decode(texto, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malPorcentaje) {
      return null;
    }
  }
}
