package co.satccf.sandbox.infra;

import co.satccf.sandbox.identidad.IdentidadDePrueba;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import java.net.URI;

/**
 * Has every request of REST-assured carry {@link IdentidadDePrueba#administrador()}, so that only
 * tests of the doors speak of tokens, and asks for what stands under {@code /q/} at its own port.
 */
public final class ConToken implements QuarkusTestBeforeEachCallback {

  @Override
  public void beforeEach(QuarkusTestMethodContext context) {
    preparar();
  }

  /** For a test of a package, which Quarkus does not call back. */
  public static void preparar() {
    int gestion = Integer.getInteger(InfraCompartida.GESTION);
    Filter deGestion =
        (pedido, respuesta, siguiente) -> {
          if (URI.create(pedido.getURI()).getPath().startsWith("/q/")) {
            pedido.port(gestion);
          }
          return siguiente.next(pedido, respuesta);
        };
    RestAssured.replaceFiltersWith(deGestion);
    RestAssured.authentication = RestAssured.oauth2(IdentidadDePrueba.administrador());
  }
}
