package co.satccf.reporting.consola.tablero;

import static co.satccf.reporting.Resultado.PRIMERA_VEZ;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.reporting.Resultado;
import co.satccf.reporting.Resultados;
import co.satccf.reporting.consola.Navegador;
import co.satccf.reporting.consola.VecinosFalsos;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TableroTest {

  private static final String CONTEOS =
      """
      {'servicios':{'%s':{'listos':1234,'bloqueados':{'POSIBLE_DUPLICADO':7,'REPORTE_ANTERIOR':9},'enVuelo':3,'glosados':5,'inciertos':2,
        'porConfirmar':0,'terminos':{'vencidos':4,'porVencer':0}}},'cuarentenaAbierta':6,'correcciones':{'enBandeja':1}}""";

  private static final String SERVICIOS =
      """
      {'instante':'2026-11-21T15:00:00Z','envio':'REAL','restauracion':null,'servicios':[
        {'servicio':'%s','cronograma':{'configurado':true,'abierto':%s,'desde':null,'hasta':'2026-11-26T05:00:00Z',
         'clasesAbiertas':[4]},'puerta':%s,'pausa':%s,'cupo':8,'enVuelo':3}]}""";

  @TestHTTPResource("/")
  URI base;

  @Inject Resultados resultados;
  private VecinosFalsos vecinos;

  @BeforeEach
  void empty() throws Exception {
    resultados.leidos();
    resultados.vaciar();
    vecinos = new VecinosFalsos();
  }

  @AfterEach
  void close() {
    vecinos.close();
  }

  @Test
  void countsWhatCameInAndWhatBecameOfIt() {
    // Given
    var ahora = Instant.now().toString();
    resultados.publicar(
        Resultado.de(PRIMERA_VEZ, "T1", 1, "PENDIENTE").instantes(ahora, ahora),
        Resultado.de(PRIMERA_VEZ, "T2", 2, "ACEPTADO").origen("SAT").instantes(ahora, ahora),
        Resultado.de(PRIMERA_VEZ, "T3", 1, "GLOSADO")
            .origen("SAT")
            .glosa("GN03", "")
            .instantes(ahora, ahora),
        Resultado.de(PRIMERA_VEZ, "T4", 1, "GLOSADO")
            .origen("LOCAL")
            .glosa("GE31", "pazSalvo")
            .instantes(ahora, ahora),
        Resultado.de(PRIMERA_VEZ, "T5", 1, "PENDIENTE"));
    resultados.leidos();

    // When
    var pagina = pagina("/consola");

    // Then: T5 was received long ago, and our own validation sends nothing
    assertThat(columna(pagina, 0)).isEqualTo(4);
    assertThat(columna(pagina, 1)).isEqualTo(1);
    assertThat(columna(pagina, 2)).isEqualTo(1);
    assertThat(pagina("/consola/tablero/cifras")).contains("Recibidos").doesNotContain("<html");
  }

  /** Sum over the days, so that midnight does no harm. */
  private static long columna(String pagina, int cual) {
    return Pattern.compile("<th scope=\"row\">[^<]+</th>(.*?)</tr>", Pattern.DOTALL)
        .matcher(pagina)
        .results()
        .mapToLong(
            fila ->
                Long.parseLong(
                    Pattern.compile("data-valor=\"(\\d+)\"")
                        .matcher(fila.group(1))
                        .results()
                        .skip(cual)
                        .findFirst()
                        .orElseThrow()
                        .group(1)))
        .sum();
  }

  @Test
  void showsWhatWaitsAndForWhom() {
    // Given
    vecinos.con("GET /afiliacion/conteos", CONTEOS.formatted("Desafiliacion"));
    vecinos.con("GET /novedades/conteos", CONTEOS.formatted("EstadoPagoEmpleador"));

    // When
    var cola = pagina("/consola/tablero/cola");

    // Then
    assertThat(cola).contains("Desafiliacion").contains("EstadoPagoEmpleador").contains("1.234");
    assertThat(cola)
        .containsPattern(
            "href=\"/consola/esperas/vencidos\">Reportes vencidos sin terminar</a></td><td class=\"n\">8<")
        .containsPattern(
            "href=\"/consola/esperas/posibles-duplicados\">[^<]+</a></td><td class=\"n\">14<");
    assertThat(cola).containsPattern("Registros en cuarentena</a></td><td class=\"n\">12<");
    assertThat(cola).contains("relación laboral respondió 503");
  }

  @Test
  void saysWhetherEachServiceMaySendAndWhyNot() {
    // Given
    vecinos.con(
        "GET /afiliacion/servicios", SERVICIOS.formatted("Desafiliacion", "true", "null", "null"));
    vecinos.con(
        "GET /relacion-laboral/servicios",
        SERVICIOS.formatted(
            "InicioRelacionLaboral",
            "true",
            "{'codigo':'SIN_AUTORIZACION','motivo':'<b>no</b>','desde':null,'hasta':null,'enPrueba':false}",
            "null"));
    vecinos.con(
        "GET /novedades/servicios",
        SERVICIOS.formatted(
            "EstadoPagoEmpleador",
            "false",
            "null",
            "{'motivo':'mesa de ayuda','quien':'ada','desde':null}"));
    vecinos.con(
        "GET /tokens/catalogo",
        "{'servicios':[{'nombre':'Desafiliacion','asignado':true,'transmitido':true,"
            + "'ultimoToken':{'pedido':'%s','huella':'9f86d081884c7d65'}}]}"
                .formatted(Instant.now().minusSeconds(3700)));

    // When
    var servicios = pagina("/consola/tablero/servicios");

    // Then
    assertThat(servicios)
        .contains("Abierto")
        .contains("1 hora")
        .contains("Puerta cerrada")
        .contains("SIN_AUTORIZACION. &lt;b&gt;no&lt;/b&gt;")
        .contains("En pausa")
        .contains("La puso ada. mesa de ayuda");
  }

  @Test
  void asksInTheNameOfWhoeverIsSignedIn() {
    pagina("/consola/tablero/cola");

    assertThat(vecinos.pedidos("GET /afiliacion/conteos"))
        .singleElement()
        .satisfies(pedido -> assertThat(pedido.autorizacion()).startsWith("Bearer ey"));
  }

  private String pagina(String ruta) {
    var respuesta = Navegador.como(UsuarioDeArena.CONSULTA, base).get(ruta);
    assertThat(respuesta.statusCode()).isEqualTo(200);
    return respuesta.body();
  }
}
