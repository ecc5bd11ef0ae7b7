package co.satccf.sandbox.ministerio;

import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tokens bound to their ClientID. One thread. */
final class Emisor {

  private final InstantSource reloj;
  private final Map<String, Emision> tokens = new HashMap<>();
  private final Map<String, Long> pedidosPorCliente = new LinkedHashMap<>();
  private long pedidos;
  private long entregados;

  Emisor(InstantSource reloj) {
    this.reloj = reloj;
  }

  /** A token that was given out. */
  record Emision(String clientId, Instant vence) {}

  /** What /token answers. */
  record Respuesta(int estado, Map<String, ?> cuerpo) {}

  Respuesta pedir(MultiMap forma, ModoDelMinisterio modo) {
    String cliente = texto(forma, "client_id");
    contar(cliente);
    if (!"password".equals(forma.get("grant_type"))) {
      return error("unsupported_grant_type", "grant_type debe ser password");
    }
    if (Servicio.porClientId(cliente) == null) {
      return error("invalid_client", "ClientID desconocido");
    }
    if (!ClientesSat.USUARIO.equals(forma.get("username")) || !ClientesSat.CLAVE.equals(forma.get("password"))) {
      return error("invalid_grant", "Usuario o contraseña incorrectos");
    }
    return new Respuesta(200, emitir(cliente, modo, true));
  }

  void contar(String cliente) {
    pedidos++;
    pedidosPorCliente.merge(cliente, 1L, Long::sum);
  }

  Map<String, Object> emitir(String cliente, ModoDelMinisterio modo, boolean valido) {
    if (modo.tokenNuevoRevocaAnterior()) {
      tokens.values().removeIf(emision -> emision.clientId().equals(cliente));
    }
    String token = UUID.randomUUID().toString().replace("-", "") + UUID.randomUUID().toString().replace("-", "");
    if (valido) {
      tokens.put(token, new Emision(cliente, reloj.instant().plusSeconds(modo.vidaDelTokenSegundos())));
    }
    entregados++;
    Map<String, Object> cuerpo = new LinkedHashMap<>();
    cuerpo.put("access_token", token);
    cuerpo.put("token_type", "bearer");
    cuerpo.put("expires_in", modo.vidaDelTokenSegundos() - 1);
    return cuerpo;
  }

  static Respuesta error(String error, String descripcion) {
    return new Respuesta(400, Map.of("error", error, "error_description", descripcion));
  }

  @Nullable Emision emision(String token) {
    return tokens.get(token);
  }

  boolean vencida(Emision emision) {
    return !reloj.instant().isBefore(emision.vence());
  }

  void revocar(String token) {
    tokens.remove(token);
  }

  void revocarDe(@Nullable String clientId) {
    tokens.values().removeIf(emision -> clientId == null || emision.clientId().equals(clientId));
  }

  long pedidos() {
    return pedidos;
  }

  long entregados() {
    return entregados;
  }

  Map<String, Long> porCliente() {
    return new LinkedHashMap<>(pedidosPorCliente);
  }

  static String huella(String token) {
    if (token.isEmpty()) {
      return "";
    }
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, 16);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static String texto(MultiMap forma, String campo) {
    String valor = forma.get(campo);
    return valor == null ? "" : valor;
  }
}
