package co.satccf.token.operations;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.token.prueba.Llamada;
import co.satccf.token.prueba.Llamada.Resultado;
import co.satccf.token.prueba.MinisterioDePrueba.Contestacion;
import co.satccf.token.prueba.MinisterioDePrueba.Guion;
import co.satccf.token.prueba.MinisterioResource;
import co.satccf.token.prueba.Registro;
import co.satccf.token.prueba.TokenServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The log at DEBUG of every category, ours and the libraries'. */
@QuarkusTest
class SecretosTest extends TokenServiceTest {

  @Test
  void theLogAtDebugHoldsNoTokenPasswordNorUser() {
    // Given
    String eco = "{\"access_token\":\"token-secreto-cortado";
    List<Guion> desgracias =
        List.of(
            f -> Contestacion.error(400, "invalid_client"),
            f -> Contestacion.json(401, "{\"Message\":\"%s\"}".formatted(f)),
            f -> Contestacion.json(500, f.toString()),
            f -> Contestacion.json(200, eco),
            f -> Contestacion.json(200, "{\"access_token\":\"token-secreto-\\u0007\"}"),
            f ->
                Contestacion.json(
                    200, "{\"access_token\":\"token-secreto-x\",\"expires_in\":\"y\"}"),
            f -> Contestacion.corte());

    // When
    try (Registro registro = new Registro()) {
      Resultado bueno = Llamada.token(DESAFILIACION);
      Llamada.rechazo(DESAFILIACION, bueno.huella());
      for (Guion desgracia : desgracias) {
        reloj.avanzar(Duration.ofDays(1));
        ministerio().contesta(desgracia);
        assertThat(Llamada.token(DESAFILIACION).estado()).isEqualTo(503);
      }
      Llamada.get("/q/metrics");
      Llamada.get("/q/health");

      // Then: what was said is there, and at DEBUG
      assertThat(registro.lineas())
          .anyMatch(linea -> linea.contains("event=token_granted servicio=Desafiliacion"))
          .anyMatch(linea -> linea.contains("event=token_refused_by_sat"))
          .anyMatch(linea -> linea.contains("event=client_refused"))
          .anyMatch(linea -> linea.startsWith("DEBUG"))
          .noneMatch(linea -> linea.contains("token-secreto-"))
          .noneMatch(linea -> linea.contains(MinisterioResource.CLAVE))
          .noneMatch(linea -> linea.contains("s3cr"))
          .noneMatch(linea -> linea.contains(MinisterioResource.USUARIO));
    }
  }

  @Test
  void metricsHealthAndOpenApiHoldNoSecret() {
    // Given
    Llamada.token(DESAFILIACION);

    for (String ruta : List.of("/q/metrics", "/q/health", "/q/openapi")) {
      // When
      Resultado resultado = Llamada.get(ruta);

      // Then
      assertThat(resultado.estado()).isEqualTo(200);
      assertThat(resultado.respuesta().body())
          .doesNotContain("token-secreto-")
          .doesNotContain(MinisterioResource.CLAVE)
          .doesNotContain(MinisterioResource.USUARIO);
    }
  }
}
