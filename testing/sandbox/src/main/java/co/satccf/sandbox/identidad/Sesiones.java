package co.satccf.sandbox.identidad;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who has signed in, until they sign out or the day's work is over; one thread uses it. */
final class Sesiones {
  private static final Duration PARA_CANJEAR = Duration.ofMinutes(1);
  private static final Duration JORNADA = Duration.ofHours(12);

  private final Clock reloj;
  private final SecureRandom azar = new SecureRandom();
  private final Map<String, Sesion> porCanjear = new HashMap<>();
  private final Map<String, Sesion> canjeadas = new HashMap<>();
  private final Map<String, Sesion> porRefresco = new HashMap<>();

  Sesiones(Clock reloj) {
    this.reloj = reloj;
  }

  /**
   * @param refresco what new tokens are had for
   */
  record Sesion(
      String id,
      String refresco,
      UsuarioDeArena usuario,
      PeticionDeEntrada peticion,
      Instant entrada) {}

  /** A person has signed in; returns the code for the console. */
  String abrir(UsuarioDeArena usuario, PeticionDeEntrada peticion) {
    olvidar();
    String codigo = secreto();
    porCanjear.put(codigo, new Sesion(secreto(), secreto(), usuario, peticion, reloj.instant()));
    return codigo;
  }

  /**
   * Takes a code, once. One that comes again may be in wrong hands: what it opened is closed (RFC
   * 6749, section 4.1.2).
   */
  Optional<Sesion> canjear(
      String codigo, @Nullable String direccion, @Nullable String verificador) {
    Sesion sesion = porCanjear.remove(codigo);
    if (sesion == null) {
      Sesion repetida = canjeadas.get(codigo);
      if (repetida != null) {
        porRefresco.remove(repetida.refresco());
      }
      return Optional.empty();
    }
    if (pasada(sesion, PARA_CANJEAR) || !sesion.peticion().laComenzo(direccion, verificador)) {
      return Optional.empty();
    }
    canjeadas.put(codigo, sesion);
    porRefresco.put(sesion.refresco(), sesion);
    return Optional.of(sesion);
  }

  /** A page that asks for several things at once may renew several times with the same token. */
  Optional<Sesion> renovar(String refresco) {
    return Optional.ofNullable(porRefresco.get(refresco))
        .filter(sesion -> !pasada(sesion, JORNADA));
  }

  void cerrar(String id) {
    porRefresco.values().removeIf(sesion -> sesion.id().equals(id));
  }

  private void olvidar() {
    porCanjear.values().removeIf(sesion -> pasada(sesion, PARA_CANJEAR));
    canjeadas.values().removeIf(sesion -> pasada(sesion, JORNADA));
    porRefresco.values().removeIf(sesion -> pasada(sesion, JORNADA));
  }

  private boolean pasada(Sesion sesion, Duration vida) {
    return sesion.entrada().plus(vida).isBefore(reloj.instant());
  }

  private String secreto() {
    byte[] bytes = new byte[32];
    azar.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
