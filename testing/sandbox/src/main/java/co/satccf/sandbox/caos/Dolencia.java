package co.satccf.sandbox.caos;

import co.satccf.sandbox.ministerio.Falla;
import co.satccf.sandbox.ministerio.Fallas;
import co.satccf.sandbox.ministerio.Latencia;
import co.satccf.sandbox.ministerio.TipoFalla;
import java.util.EnumSet;

/** What ails the Ministry; each mixes with calls that go well, unless it is a closed door. */
enum Dolencia {
  REINICIO_ANTES("corta antes de procesar", con(TipoFalla.REINICIO_ANTES, 0.3)),
  REINICIO_DESPUES("corta después de procesar", con(TipoFalla.REINICIO_DESPUES, 0.3)),
  GOTEO(
      "responde a goteo",
      conFalla(Falla.de(TipoFalla.GOTEO).conProbabilidad(0.2).conGoteo(1, 200))),
  TRUNCADA("respuesta a medias", con(TipoFalla.TRUNCADA, 0.3)),
  NO_JSON("200 sin JSON, ya procesado", con(TipoFalla.NO_JSON, 0.3)),
  MANTENIMIENTO("200 con página de mantenimiento", con(TipoFalla.MANTENIMIENTO, 0.5)),
  DESMEDIDA("respuesta desmedida", con(TipoFalla.DESMEDIDA, 0.02)),
  SIN_RESPUESTA("procesa y calla", con(TipoFalla.SIN_RESPUESTA, 0.1)),
  ERROR_500("500 sin procesar", http(500, 0.5)),
  ERROR_500_PROCESADO(
      "500 ya procesado", conFalla(Falla.http(500).conProbabilidad(0.3).procesando(true))),
  HORAS_DE_503("horas de 503, comprimidas", conFalla(Falla.http(503).conRetryAfter(1))),
  TOPE_429("429 por exceso", sano().conCapacidad(3, 1)),
  PUERTA_404("404: el servicio no está", http(404, 1)),
  NO_AUTORIZADO("401 con token bueno", con(TipoFalla.NO_AUTORIZADO, 0.1)),
  TOKEN_REVOCADO("revoca el token que usa", con(TipoFalla.TOKEN_REVOCADO, 0.02)),
  TOKENS_REVOCADOS("revoca todos los tokens", sano()),
  CLIENTE_RECHAZADO("rechaza los ClientID", alPedirToken(TipoFalla.CLIENTE_RECHAZADO)),
  CREDENCIAL_RECHAZADA(
      "rechaza usuario y contraseña", alPedirToken(TipoFalla.CREDENCIAL_RECHAZADA)),
  CODIGO_DESCONOCIDO("un código que nadie conoce", con(TipoFalla.CODIGO_DESCONOCIDO, 0.05)),
  SIN_TOKENS("503 al pedir tokens", conFalla(Falla.http(503).en(Falla.TOKEN))),
  LENTO("lento", sano().latencia(Falla.TODOS, Latencia.lognormal(600, 1, 6_000))),
  RECHAZA_CONEXIONES("rechaza conexiones", sano().rechazandoConexiones(3_000));

  /** Well, and as far away as a ministry is. */
  static final Fallas SANO = sano();

  private final String texto;
  private final Fallas fallas;

  Dolencia(String texto, Fallas fallas) {
    this.texto = texto;
    this.fallas = fallas;
  }

  private static Fallas sano() {
    return Fallas.conLatencia(Latencia.uniforme(5, 40));
  }

  private static Fallas conFalla(Falla falla) {
    return sano().mas(falla);
  }

  private static Fallas con(TipoFalla tipo, double probabilidad) {
    return conFalla(Falla.de(tipo).conProbabilidad(probabilidad));
  }

  private static Fallas alPedirToken(TipoFalla tipo) {
    return conFalla(Falla.de(tipo, Falla.TOKEN));
  }

  private static Fallas http(int estado, double probabilidad) {
    return conFalla(Falla.http(estado).conProbabilidad(probabilidad));
  }

  String texto() {
    return texto;
  }

  Fallas fallas() {
    return fallas;
  }

  /** Whether it shows only when tokens are asked for, so that all there are must be taken away. */
  boolean quitaLosTokens() {
    return EnumSet.of(TOKENS_REVOCADOS, CLIENTE_RECHAZADO, CREDENCIAL_RECHAZADA).contains(this);
  }
}
