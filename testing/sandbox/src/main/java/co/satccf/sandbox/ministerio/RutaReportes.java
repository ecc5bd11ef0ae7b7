package co.satccf.sandbox.ministerio;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * POST /Reportar...: fault before processing, token, structure and business, ledger, answer. The
 * report takes effect after the latency and right before the answer, so that nobody who sends on
 * before the answer to what must come first gets through.
 */
final class RutaReportes {
  /** A request that has come whole. */
  private record Llamada(
      HttpServerRequest pedido,
      Servicio servicio,
      String cuerpo,
      @Nullable Reporte reporte,
      Tokens.@Nullable Ficha ficha,
      Instant recibido) {

    String radicado() {
      return reporte == null ? "" : reporte.radicado();
    }
  }

  private final Estado estado;
  private final Entrega entrega;
  private boolean numeroEnLaProxima;

  RutaReportes(Estado estado, Entrega entrega) {
    this.estado = estado;
    this.entrega = entrega;
  }

  /** Refuses at once what goes beyond the hidden capacity; true when it did. */
  boolean rechazarSiNoCabe(HttpServerRequest pedido, Servicio servicio, Buffer cuerpo) {
    if (!estado.averias().sobrepasa(estado.cuentas().enCurso())) {
      return false;
    }
    Respuesta respuesta =
        Respuesta.mensaje(429, "Demasiadas solicitudes.")
            .conRetryAfter(estado.averias().documento().capacidadRetryAfter());
    sinProcesar(llamada(pedido, servicio, cuerpo, estado.ahora()), respuesta, null);
    return true;
  }

  void atender(HttpServerRequest pedido, Servicio servicio, Buffer cuerpo, Instant recibido) {
    Llamada llamada = llamada(pedido, servicio, cuerpo, recibido);
    Falla falla = estado.averias().para(servicio, llamada.radicado());
    if (falla != null && !falla.tomaEfecto()) {
      if (falla.tipo() == TipoFalla.TOKEN_REVOCADO && llamada.ficha() != null) {
        llamada.ficha().revocar();
      }
      sinProcesar(llamada, Respuesta.mensaje(503, "El servicio no está disponible."), falla);
    } else if (!autorizado(llamada)) {
      sinProcesar(llamada, Respuesta.sinAutorizacion(), null);
    } else if (llamada.reporte() == null) {
      sinProcesar(llamada, Respuesta.mensaje(400, "El cuerpo no es un objeto JSON plano."), null);
    } else {
      procesar(llamada, llamada.reporte(), falla);
    }
  }

  private Llamada llamada(
      HttpServerRequest pedido, Servicio servicio, Buffer cuerpo, Instant recibido) {
    byte[] bytes = cuerpo.getBytes();
    return new Llamada(
        pedido,
        servicio,
        new String(bytes, StandardCharsets.UTF_8),
        leer(bytes),
        estado.tokens().deCabecera(pedido.getHeader(HttpHeaders.AUTHORIZATION)),
        recibido);
  }

  private static @Nullable Reporte leer(byte[] bytes) {
    try {
      return Reporte.leer(bytes);
    } catch (IOException ilegible) {
      return null;
    }
  }

  private boolean autorizado(Llamada llamada) {
    Cuentas.DelServicio cuenta = estado.cuentas().de(llamada.servicio());
    Tokens.Ficha ficha = llamada.ficha();
    if (ficha == null) {
      cuenta.tokenDesconocido++;
      return false;
    }
    if (ficha.servicio() != llamada.servicio()) {
      cuenta.tokenAjeno++;
      return false;
    }
    if (!ficha.vale(estado.ahora())) {
      cuenta.tokenVencido++;
      return false;
    }
    return true;
  }

  private void procesar(Llamada llamada, Reporte reporte, @Nullable Falla falla) {
    Decision decision =
        estado.juez().decidir(llamada.servicio(), reporte, llamada.cuerpo(), estado.modo());
    estado.cuentas().decidido(llamada.servicio(), decision.codigo());
    Respuesta cierta = respuesta(decision);
    Respuesta sale = falla == null ? cierta : cierta.estropeada(falla);
    anotar(llamada, sale, decision);
    entrega.entregar(llamada.pedido(), sale, falla);
  }

  private void sinProcesar(Llamada llamada, Respuesta respuesta, @Nullable Falla falla) {
    estado.cuentas().de(llamada.servicio()).sinProcesar++;
    Respuesta sale = falla == null ? respuesta : respuesta.estropeada(falla);
    anotar(llamada, sale, null);
    entrega.entregar(llamada.pedido(), sale, falla);
  }

  private Respuesta respuesta(Decision decision) {
    ModoDelMinisterio modo = estado.modo();
    numeroEnLaProxima = !numeroEnLaProxima;
    boolean numero =
        switch (modo.resultado()) {
          case TEXTO -> false;
          case NUMERO -> true;
          case ALTERNO -> numeroEnLaProxima;
        };
    return decision.esGlosa()
        ? Respuesta.triple(modo.estadoDeGlosa(), numero, "400", decision)
        : Respuesta.triple(200, numero, "200", decision);
  }

  private void anotar(Llamada llamada, Respuesta sale, @Nullable Decision decision) {
    Tokens.Ficha ficha = llamada.ficha();
    estado
        .libro()
        .anotar(
            new EntradaDelLibro(
                estado.libro().tamano(),
                llamada.servicio().nombre(),
                ficha == null ? "" : ficha.servicio().clientId(),
                llamada.radicado(),
                llamada.cuerpo(),
                sale.codigo(),
                decision == null ? "" : decision.codigo(),
                sale.estado(),
                decision != null,
                decision != null && decision.acepta(),
                ficha == null ? "" : ficha.huella(),
                Objects.requireNonNullElse(llamada.pedido().getHeader("traceparent"), ""),
                llamada.recibido().toString(),
                estado.ahora().toString()));
  }
}
