package co.satccf.identidad;

import co.satccf.identidad.Negada.Causa;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/** One issuer: verifies its tokens and says whom they speak for. */
final class Emisor {

  /** Public keys only: none of these can be made with what the issuer publishes. */
  private static final AlgorithmConstraints ALGORITMOS =
      new AlgorithmConstraints(
          ConstraintType.PERMIT,
          AlgorithmIdentifiers.RSA_USING_SHA256,
          AlgorithmIdentifiers.RSA_USING_SHA384,
          AlgorithmIdentifiers.RSA_USING_SHA512,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
          AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
          AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384);

  private static final int RELOJES_DISPARES_SEGUNDOS = 30;

  /** A token that lives longer is not one of those that rotate. */
  private static final int VIDA_MAXIMA_MINUTOS = 24 * 60;

  /**
   * Nothing invisible, and no blank but one between words: names that look the same are the same.
   */
  private static final Pattern SUJETO =
      Pattern.compile("(?=.{1,255}$)[^\\p{C}\\p{Z}]++(?: [^\\p{C}\\p{Z}]++)*+");

  private final JwtConsumer consumer;
  private final Map<Rol, Set<String>> sujetos;
  private final Optional<String> roles;
  private final Set<String> ajenos;

  /**
   * @param ajenos subjects of services: no person may have one of these names
   */
  Emisor(
      IdentidadConfig.Emisor config,
      String audiencia,
      VerificationKeyResolver llaves,
      Set<String> ajenos) {
    this.sujetos = config.sujetos();
    this.roles = config.roles();
    this.ajenos = roles.isPresent() ? ajenos : Set.of();
    this.consumer =
        new JwtConsumerBuilder()
            .setVerificationKeyResolver(llaves)
            .setJwsAlgorithmConstraints(ALGORITMOS)
            .setExpectedIssuer(true, config.nombre())
            .setExpectedAudience(true, audiencia)
            .setRequireSubject()
            .setRequireExpirationTime()
            .setMaxFutureValidityInMinutes(VIDA_MAXIMA_MINUTOS)
            .setAllowedClockSkewInSeconds(RELOJES_DISPARES_SEGUNDOS)
            .build();
  }

  static boolean esSujeto(String sujeto) {
    return SUJETO.matcher(sujeto).matches() && !Operador.esReservado(sujeto);
  }

  /**
   * @param leido a token that says it is this issuer's
   * @throws Negada when it is not, or no longer, or speaks for nobody who is allowed
   */
  Identidad verificar(JwtContext leido) {
    JwtClaims claims = leido.getJwtClaims();
    String sujeto;
    try {
      consumer.processContext(leido);
      sujeto = claims.getSubject();
    } catch (InvalidJwtException invalido) {
      throw new Negada(causa(invalido));
    } catch (MalformedClaimException malformed) {
      throw new Negada(Causa.CONTENIDO);
    }
    Set<Rol> suyos = roles.map(ruta -> deLaPersona(claims, ruta)).orElseGet(() -> deLista(sujeto));
    if (suyos.isEmpty() || !esSujeto(sujeto) || ajenos.contains(sujeto)) {
      throw new Negada(Causa.SUJETO_AJENO);
    }
    return new Identidad(sujeto, suyos);
  }

  private Set<Rol> deLista(String sujeto) {
    Set<Rol> suyos = EnumSet.noneOf(Rol.class);
    sujetos.forEach(
        (rol, permitidos) -> {
          if (permitidos.contains(sujeto)) {
            suyos.add(rol);
          }
        });
    return suyos;
  }

  private static Set<Rol> deLaPersona(JwtClaims claims, String ruta) {
    Object valor = claims.getClaimsMap();
    for (String paso : ruta.split("/", -1)) {
      valor = valor instanceof Map<?, ?> objeto ? objeto.get(paso) : null;
    }
    Set<Rol> suyos = EnumSet.noneOf(Rol.class);
    nombres(valor).flatMap(nombre -> Rol.dePersona(nombre).stream()).forEach(suyos::add);
    return suyos;
  }

  private static Stream<String> nombres(@Nullable Object valor) {
    return switch (valor) {
      case Collection<?> lista -> lista.stream().map(String::valueOf);
      case String texto -> List.of(texto.split(" ", -1)).stream();
      case null, default -> Stream.empty();
    };
  }

  private static Causa causa(InvalidJwtException invalido) {
    if (invalido.hasErrorCode(ErrorCodes.EXPIRED)) {
      return Causa.VENCIDO;
    }
    if (invalido.hasErrorCode(ErrorCodes.NOT_YET_VALID)) {
      return Causa.TODAVIA_NO;
    }
    if (invalido.hasErrorCode(ErrorCodes.AUDIENCE_INVALID)
        || invalido.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
      return Causa.OTRA_AUDIENCIA;
    }
    if (sinLlaves(invalido)) {
      return Causa.SIN_LLAVES;
    }
    boolean firma =
        invalido.hasErrorCode(ErrorCodes.SIGNATURE_INVALID)
            || invalido.hasErrorCode(ErrorCodes.SIGNATURE_MISSING)
            || invalido.hasErrorCode(ErrorCodes.MISCELLANEOUS);
    return firma ? Causa.FIRMA : Causa.CONTENIDO;
  }

  /** The keys could not be read, so that the token may well be good. */
  private static boolean sinLlaves(InvalidJwtException invalido) {
    for (Throwable causa = invalido.getCause(); causa != null; causa = causa.getCause()) {
      if (causa instanceof IOException) {
        return true;
      }
    }
    return false;
  }
}
