package co.satccf.reporting.consola.servicios;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.reporting.consola.Navegador;
import co.satccf.reporting.consola.VecinosFalsos;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServiciosPaginaTest {

  private static final String NOVEDADES =
      """
      {"instante":"2026-11-21T10:00:00Z","envio":"REAL","restauracion":null,"servicios":[
       {"servicio":"EstadoPagoEmpleador","cronograma":{"configurado":true,"abierto":true,"desde":"2021-08-05T13:00:00Z","hasta":null,"clasesAbiertas":[1,4]},
        "puerta":null,"pausa":{"motivo":"<i>Inventario</i>","quien":"Ana","desde":"2026-11-21T09:00:00Z"},
        "freno":{"pauso":false,"ventana":50,"umbral":10,"respuestas":3,"porCodigo":{}},
        "cupo":8,"cupoConfigurado":{"piso":1,"techo":256},"cupoFijado":{"piso":8,"techo":8,"motivo":"Prueba","quien":"Ana","desde":null},"enVuelo":2},
       {"servicio":"PerdidaAfiliacionCausaGrave","cronograma":{"configurado":true,"abierto":false,"desde":null,"hasta":"2027-01-05T13:00:00Z","clasesAbiertas":[]},
        "puerta":{"codigo":"SIN_AUTORIZACION","motivo":null,"desde":null,"hasta":"2026-11-21T10:05:00Z","enPrueba":false},"pausa":null,
        "freno":{"pauso":false,"ventana":50,"umbral":10,"respuestas":0,"porCodigo":{}},
        "cupo":2,"cupoConfigurado":{"piso":1,"techo":256},"cupoFijado":null,"enVuelo":0}]}""";

  @TestHTTPResource("/")
  URI base;

  private VecinosFalsos vecinos;

  @BeforeEach
  void open() throws Exception {
    vecinos =
        new VecinosFalsos()
            .con("GET /novedades/servicios", NOVEDADES)
            .con("GET /afiliacion/servicios", 503, "{\"detail\":\"No hay base de datos\"}")
            .con("POST /novedades/servicios/pausar", NOVEDADES)
            .con("POST /novedades/servicios/EstadoPagoEmpleador/reanudar", "{}")
            .con("DELETE /novedades/servicios/EstadoPagoEmpleador/cupo", "{}");
  }

  @AfterEach
  void close() {
    vecinos.close();
  }

  @Test
  void showsWhatHoldsEachServiceAndWhoIsAway() {
    assertThat(Navegador.como(UsuarioDeArena.CONSULTA, base).get("/consola/servicios").body())
        .contains("En pausa")
        .contains("&lt;i&gt;Inventario")
        .contains("Cerrada por SIN_AUTORIZACION")
        .contains("5 ene 2027")
        .contains("8 envíos a la vez; 2 en vuelo")
        .contains("No hay base de datos")
        .doesNotContain("<form");
  }

  @Test
  void switchesForAnAdministratorAlone() {
    // Given
    var ana = Navegador.como(UsuarioDeArena.ADMINISTRADOR, base);
    var luz = Navegador.como(UsuarioDeArena.OPERADOR, base);
    // When
    var refused =
        luz.post("/consola/servicios/EstadoPagoEmpleador/reanudar", Map.of("motivo", "Ya"));
    ana.post("/consola/servicios/EstadoPagoEmpleador/reanudar", Map.of("motivo", "Ya"));
    ana.post("/consola/servicios/EstadoPagoEmpleador/cupo/devolucion", Map.of("motivo", "Ya"));
    // Then
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(vecinos.cambios())
        .extracting(pedido -> pedido.que() + " " + pedido.cuerpo())
        .containsExactly(
            "POST /novedades/servicios/EstadoPagoEmpleador/reanudar {\"motivo\":\"Ya\"}",
            "DELETE /novedades/servicios/EstadoPagoEmpleador/cupo {\"motivo\":\"Ya\"}");
  }

  @Test
  void fixesALimitOnOneSideOrBoth() {
    // Given
    vecinos.con("PUT /novedades/servicios/EstadoPagoEmpleador/cupo", "{}");
    var ana = Navegador.como(UsuarioDeArena.ADMINISTRADOR, base);
    var luz = Navegador.como(UsuarioDeArena.OPERADOR, base);
    var cupo = "/consola/servicios/EstadoPagoEmpleador/cupo";
    // When
    var refused = luz.post(cupo, Map.of("piso", "2", "techo", "16", "motivo", "Ya"));
    var ambos = ana.post(cupo, Map.of("piso", "2", "techo", "16", "motivo", "Ya"));
    ana.post(cupo, Map.of("piso", "", "techo", "16", "motivo", "Ya"));
    // Then
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(ambos.uri()).hasPath("/consola/servicios");
    assertThat(vecinos.cambios())
        .extracting(pedido -> pedido.que() + " " + pedido.cuerpo())
        .containsExactly(
            "PUT /novedades/servicios/EstadoPagoEmpleador/cupo"
                + " {\"piso\":2,\"techo\":16,\"motivo\":\"Ya\"}",
            "PUT /novedades/servicios/EstadoPagoEmpleador/cupo"
                + " {\"piso\":null,\"techo\":16,\"motivo\":\"Ya\"}");
  }

  @Test
  void pausesAllThatAnswerAndTellsOfTheOthers() {
    var pagina =
        Navegador.como(UsuarioDeArena.ADMINISTRADOR, base)
            .post("/consola/servicios/pausar", Map.of("motivo", "Mantenimiento"));
    assertThat(pagina.statusCode()).isEqualTo(200);
    assertThat(pagina.body()).contains("respondió 503").contains("EstadoPagoEmpleador");
    assertThat(vecinos.cambios()).hasSize(3);
  }
}
