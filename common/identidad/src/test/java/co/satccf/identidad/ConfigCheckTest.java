package co.satccf.identidad;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.satccf.model.entorno.Entorno;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigCheckTest {

  private static final String CLUSTER = "sat.identidad.emisores.cluster.";
  private static final String PERSONAS = "sat.identidad.emisores.personas.";

  @Test
  void acceptsAClusterAndAProviderInProduction() {
    assertThatCode(() -> check(Map.of(), Entorno.PRODUCCION)).doesNotThrowAnyException();
  }

  @Test
  void refusesToStartWhenNobodyCouldComeIn() {
    assertThatThrownBy(() -> ConfigCheck.check(Lectores.config("x", Map.of()), Entorno.DESARROLLO))
        .hasMessageContaining("sat.identidad.emisores");
  }

  @ParameterizedTest
  @CsvSource({
    CLUSTER + "nombre, https://arena.sat-ccf.invalid/servicios",
    CLUSTER + "llaves, http://kubernetes.default.svc/openid/v1/jwks",
    CLUSTER + "nombre, https://login.ccf.example/realms/ccf",
    CLUSTER + "sujetos.consulta, erp",
    CLUSTER + "roles, groups",
    PERSONAS + "sujetos.consulta, ana"
  })
  void refusesWhatWouldNotLock(String propiedad, String valor) {
    assertThatThrownBy(() -> check(Map.of(propiedad, valor), Entorno.PRODUCCION))
        .hasStackTraceContaining("sat.identidad.emisores");
  }

  @Test
  void refusesARoleThatDoesNotExist() {
    assertThatThrownBy(() -> check(Map.of(CLUSTER + "sujetos.jefe", "x"), Entorno.DESARROLLO))
        .hasStackTraceContaining("jefe")
        .hasStackTraceContaining("operador");
  }

  @Test
  void theLocalPlatformsIssuerIsNoneInProduction() {
    String arena = Entorno.EMISOR_DE_ARENA + "servicios";
    assertThatThrownBy(() -> check(Map.of(CLUSTER + "nombre", arena), Entorno.PRODUCCION))
        .hasMessageContainingAll(CLUSTER + "nombre", arena, "sat.entorno");
    assertThatCode(() -> check(Map.of(CLUSTER + "nombre", arena), Entorno.DESARROLLO))
        .doesNotThrowAnyException();
  }

  private static void check(Map<String, String> cambios, Entorno entorno) {
    Map<String, String> buena = new HashMap<>();
    buena.put(CLUSTER + "nombre", "https://kubernetes.default.svc.cluster.local");
    buena.put(CLUSTER + "llaves", "https://kubernetes.default.svc/openid/v1/jwks");
    buena.put(CLUSTER + "sujetos.consulta", "system:serviceaccount:erp:erp");
    buena.put(PERSONAS + "nombre", "https://login.ccf.example/realms/ccf");
    buena.put(PERSONAS + "llaves", "https://login.ccf.example/realms/ccf/certs");
    buena.put(PERSONAS + "roles", "realm_access/roles");
    buena.putAll(cambios);
    ConfigCheck.check(Lectores.config("afiliacion-service", buena), entorno);
  }
}
