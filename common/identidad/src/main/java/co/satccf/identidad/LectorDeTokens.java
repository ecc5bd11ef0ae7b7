package co.satccf.identidad;

import co.satccf.identidad.Negada.Causa;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bearer token of a request: finds the issuer it names, which then verifies it. May wait
 * for keys.
 */
@ApplicationScoped
class LectorDeTokens {

  private static final String ESQUEMA = "bearer ";

  /** Only finds out whose token it claims to be; what is read here is believed by nobody. */
  private static final JwtConsumer SIN_VERIFICAR =
      new JwtConsumerBuilder()
          .setSkipAllValidators()
          .setDisableRequireSignature()
          .setSkipSignatureVerification()
          .build();

  private final Map<String, Emisor> emisores = new HashMap<>();

  @Inject
  LectorDeTokens(IdentidadConfig config, TlsConfigurationRegistry tls) {
    this(config, tls, System::nanoTime);
  }

  LectorDeTokens(IdentidadConfig config, TlsConfigurationRegistry tls, LongSupplier nanos) {
    Set<String> servicios =
        config.emisores().values().stream()
            .flatMap(emisor -> emisor.sujetos().values().stream())
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());
    config
        .emisores()
        .forEach(
            (clave, suyo) -> {
              String propiedad = "sat.identidad.emisores." + clave;
              emisores.put(
                  suyo.nombre(),
                  new Emisor(
                      suyo,
                      config.audiencia(),
                      Llaves.de(
                          Llaves.direccion(propiedad + ".llaves", suyo.llaves()),
                          suyo.llavesToken(),
                          suyo.llavesTls()
                              .map(nombre -> confianza(tls, propiedad, nombre))
                              .orElse(null),
                          nanos),
                      servicios));
            });
  }

  private static SSLContext confianza(
      TlsConfigurationRegistry registry, String propiedad, String nombre) {
    TlsConfiguration tls =
        registry
            .get(nombre)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s.llaves-tls = '%s': there is no quarkus.tls.%s"
                            .formatted(propiedad, nombre, nombre)));
    try {
      return tls.createSSLContext();
    } catch (Exception e) {
      throw new IllegalArgumentException(
          "%s.llaves-tls = '%s': cannot be used".formatted(propiedad, nombre), e);
    }
  }

  /**
   * @param autorizaciones the request's {@code Authorization} headers
   * @throws Negada when no such token opens this service
   */
  Identidad leer(@Nullable List<String> autorizaciones) {
    JwtContext leido = contexto(token(autorizaciones));
    try {
      Emisor emisor = emisores.get(String.valueOf(leido.getJwtClaims().getIssuer()));
      if (emisor == null) {
        throw new Negada(Causa.EMISOR_AJENO);
      }
      return emisor.verificar(leido);
    } catch (MalformedClaimException malformed) {
      throw new Negada(Causa.EMISOR_AJENO);
    }
  }

  private static String token(@Nullable List<String> autorizaciones) {
    if (autorizaciones == null || autorizaciones.isEmpty()) {
      throw new Negada(Causa.SIN_TOKEN);
    }
    String unica = autorizaciones.getFirst();
    if (autorizaciones.size() > 1 || !unica.toLowerCase(Locale.ROOT).startsWith(ESQUEMA)) {
      throw new Negada(Causa.ILEGIBLE);
    }
    return unica.substring(ESQUEMA.length()).strip();
  }

  private static JwtContext contexto(String token) {
    try {
      return SIN_VERIFICAR.process(token);
    } catch (InvalidJwtException unreadable) {
      throw new Negada(Causa.ILEGIBLE);
    }
  }
}
