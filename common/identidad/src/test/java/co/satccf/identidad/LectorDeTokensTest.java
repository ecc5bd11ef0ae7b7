package co.satccf.identidad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.satccf.identidad.Negada.Causa;
import co.satccf.sandbox.identidad.IdentidadDePrueba;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class LectorDeTokensTest {

  private static final String ERP = "system:serviceaccount:erp:erp";

  @TempDir static Path carpeta = Path.of("");

  private static LectorDeTokens familia = Lectores.nadie();
  private static LectorDeTokens tokens = Lectores.nadie();

  @BeforeAll
  static void configurar() {
    familia =
        Lectores.con("novedades-service", IdentidadDePrueba.iniciar("novedades-service", carpeta));
    tokens = Lectores.con("token-service", IdentidadDePrueba.iniciar("token-service", carpeta));
  }

  @Test
  void knowsAPersonBySubjectAndRoles() {
    // When
    Identidad ana = leer(familia, IdentidadDePrueba.persona("ana", UsuarioDeArena.OPERADOR));

    // Then
    assertThat(ana.sujeto()).isEqualTo("ana");
    assertThat(ana.tiene(Rol.CONSULTA)).isTrue();
    assertThat(ana.tiene(Rol.OPERADOR)).isTrue();
    assertThat(ana.tiene(Rol.ADMINISTRADOR)).isFalse();
    assertThat(ana.tiene(Rol.TOKENS_DE_AFILIACION)).isFalse();
  }

  @Test
  void knowsAServiceByItsSubjectAlone() {
    // When
    Identidad afiliacion = leer(tokens, IdentidadDePrueba.servicio("afiliacion-service"));

    // Then
    assertThat(afiliacion.roles()).containsExactly(Rol.TOKENS_DE_AFILIACION);
    assertThat(afiliacion.tiene(Rol.TOKENS_DE_NOVEDADES)).isFalse();
    assertThat(afiliacion.tiene(Rol.CONSULTA)).isFalse();
  }

  @Test
  void refusesASubjectThatIsOnNoList() {
    refused(tokens, IdentidadDePrueba.erp(), Causa.SUJETO_AJENO);
    refused(familia, IdentidadDePrueba.servicio("token-service"), Causa.SUJETO_AJENO);
  }

  @Test
  void aServicesIssuerMakesNobodyAPerson() {
    refused(familia, IdentidadDePrueba.servicioComoPersona("otro"), Causa.SUJETO_AJENO);
    assertThat(leer(familia, IdentidadDePrueba.servicioComoPersona(ERP)).roles())
        .containsExactly(Rol.CONSULTA);
  }

  @Test
  void aPersonsIssuerMakesNobodyAService() {
    // A person who may choose a name chooses a service's, or one the suite signs with
    refused(
        familia, IdentidadDePrueba.persona(ERP, UsuarioDeArena.ADMINISTRADOR), Causa.SUJETO_AJENO);
    refused(
        familia,
        IdentidadDePrueba.persona("Sistema ", UsuarioDeArena.ADMINISTRADOR),
        Causa.SUJETO_AJENO);
    refused(
        familia,
        IdentidadDePrueba.persona("ana\u202eanomis", UsuarioDeArena.ADMINISTRADOR),
        Causa.SUJETO_AJENO);
    refused(familia, IdentidadDePrueba.persona("ana"), Causa.SUJETO_AJENO);
    // and whatever role a person has, it is none of a transmitter's
    Identidad ana = leer(tokens, IdentidadDePrueba.persona("ana", UsuarioDeArena.ADMINISTRADOR));
    assertThat(ana.tiene(Rol.TOKENS_DE_AFILIACION)).isFalse();
  }

  @Test
  void wantsExactlyOneToken() {
    String bueno = "Bearer " + IdentidadDePrueba.administrador();
    assertThatThrownBy(() -> familia.leer(null)).isInstanceOf(Negada.class);
    assertThat(causa(familia, List.of())).isEqualTo(Causa.SIN_TOKEN);
    assertThat(causa(familia, List.of(bueno, bueno))).isEqualTo(Causa.ILEGIBLE);
    assertThat(familia.leer(List.of(bueno.replace("Bearer", "bearer"))).sujeto())
        .isEqualTo(IdentidadDePrueba.QUIEN);
  }

  @TestFactory
  Stream<DynamicTest> opensToNothingThatIsTwisted() {
    return Stream.concat(
        casos("person", familia, IdentidadDePrueba.torcidosDePersona("novedades-service")),
        casos(
            "service",
            tokens,
            IdentidadDePrueba.torcidosDeServicio(
                "token-service", "system:serviceaccount:sat:novedades-service")));
  }

  private static Stream<DynamicTest> casos(
      String quien, LectorDeTokens lector, Map<String, String> torcidos) {
    assertThat(torcidos).hasSizeGreaterThan(30);
    return torcidos.entrySet().stream()
        .map(
            torcido ->
                DynamicTest.dynamicTest(
                    quien + ": " + torcido.getKey(),
                    () ->
                        assertThat(causa(lector, List.of(torcido.getValue())).respuesta().estado())
                            .isEqualTo(401)));
  }

  @Test
  void countsEachTwistUnderItsCause() {
    Map<String, String> torcidos = IdentidadDePrueba.torcidosDePersona("novedades-service");
    Map.of(
            "no JWT", Causa.ILEGIBLE,
            "alg none", Causa.FIRMA,
            "HMAC with the public key", Causa.FIRMA,
            "a key of its own", Causa.FIRMA,
            "expired", Causa.VENCIDO,
            "not yet valid", Causa.TODAVIA_NO,
            "another audience", Causa.OTRA_AUDIENCIA,
            "another issuer", Causa.EMISOR_AJENO,
            "without end", Causa.CONTENIDO,
            "no subject", Causa.CONTENIDO)
        .forEach(
            (nombre, causa) ->
                assertThat(causa(familia, List.of(torcidos.getOrDefault(nombre, ""))))
                    .as(nombre)
                    .isEqualTo(causa));
  }

  private static Identidad leer(LectorDeTokens lector, String token) {
    return lector.leer(List.of("Bearer " + token));
  }

  private static void refused(LectorDeTokens lector, String token, Causa causa) {
    assertThat(causa(lector, List.of("Bearer " + token))).isEqualTo(causa);
  }

  private static Causa causa(LectorDeTokens lector, List<String> autorizaciones) {
    try {
      throw new AssertionError("came in as " + lector.leer(autorizaciones).sujeto());
    } catch (Negada negada) {
      return negada.causa();
    }
  }
}
