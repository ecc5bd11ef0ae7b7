package co.satccf.model.respuesta;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.azar.Dano;
import co.satccf.model.azar.Propiedad;
import co.satccf.model.azar.Textos;
import co.satccf.model.respuesta.Veredicto.Aceptado;
import co.satccf.model.respuesta.Veredicto.AceptadoConAlerta;
import co.satccf.model.respuesta.Veredicto.Glosado;
import co.satccf.model.respuesta.Veredicto.Incierto;
import co.satccf.model.respuesta.Veredicto.PorConfirmar;
import co.satccf.model.respuesta.Veredicto.PuertaCerrada;
import co.satccf.model.respuesta.Veredicto.Reintentable;
import co.satccf.model.respuesta.Veredicto.YaReportado;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever the Ministry answers, it is told apart, and never read as more than it says. */
class RespuestasAlAzarTest {
  private static final List<Integer> SIN_PROCESAR = List.of(408, 429, 503);

  private final Clasificador clasificador =
      new Clasificador(CodigosConocidos.yaReportado(List.of("GN01")));

  private record Respondido(int estado, @Nullable Duration espera, byte[] cuerpo) {

    String texto() {
      return new String(cuerpo, StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
      return "HTTP %d, %s: %s".formatted(estado, espera, texto());
    }
  }

  @Test
  void tellsAnyBytesApart() {
    var bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
    Propiedad.paraTodo("answers of bytes", 3_000, respondidos(bytes), this::seDistingue);
  }

  @Test
  void tellsADamagedAnswerApart() {
    Propiedad.paraTodo("damaged answers", 10_000, respondidos(cuerpos()), this::seDistingue);
  }

  private void seDistingue(Respondido r) {
    switch (clasificador.clasificar(r.estado(), r.espera(), r.cuerpo())) {
      case Aceptado(var codigo, var mensaje) -> {
        visible(codigo, mensaje);
        assertThat(r.texto()).contains("200");
      }
      case AceptadoConAlerta(var codigo, var mensaje) -> {
        visible(codigo, mensaje);
        assertThat(codigo).startsWithIgnoringCase("AN");
      }
      case YaReportado(var codigo, var mensaje) -> {
        visible(codigo, mensaje);
        assertThat(codigo).isEqualToIgnoringCase("GN01");
      }
      case Glosado(var codigo, var mensaje) -> {
        visible(codigo, mensaje);
        assertThat(codigo).matches("(?is)(GE|GN).*|HTTP-4[0-9]{2}");
      }
      case PorConfirmar(var codigo, var mensaje) -> visible(codigo, mensaje);
      case Reintentable(var motivo, var esperar, var _) -> {
        assertThat(motivo).isEqualTo("HTTP-" + r.estado());
        assertThat(SIN_PROCESAR).contains(r.estado());
        if (esperar != null) {
          assertThat(esperar).isEqualTo(r.espera()).isGreaterThanOrEqualTo(Duration.ZERO);
        }
      }
      case Incierto(var motivo, var presion) -> {
        assertThat(motivo).isEqualTo("HTTP-" + r.estado());
        assertThat(presion).isEqualTo(r.estado() >= 500);
      }
      case PuertaCerrada(var estado, var mensaje) -> {
        assertThat(estado).isEqualTo(r.estado()).isIn(401, 403, 404);
        visible("-", mensaje);
      }
    }
  }

  /** Fit for a log line, a column of PostgreSQL and an operator's eyes. */
  private static void visible(String codigo, String mensaje) {
    assertThat(codigo).isNotBlank();
    assertThat(codigo.codePointCount(0, codigo.length())).isLessThanOrEqualTo(40);
    assertThat(mensaje.codePointCount(0, mensaje.length())).isLessThanOrEqualTo(500);
    assertThat(mensaje).doesNotContainPattern("[0-9]{5}");
    assertThat((codigo + mensaje).codePoints())
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }

  private static Arbitrary<Respondido> respondidos(Arbitrary<byte[]> cuerpos) {
    return Combinators.combine(
            Arbitraries.oneOf(
                Arbitraries.of(200, 201, 204, 302, 400, 401, 403, 404, 408, 422, 429, 500, 503),
                Arbitraries.integers().between(100, 599),
                Arbitraries.integers()),
            Arbitraries.longs().map(Duration::ofSeconds).injectNull(0.5),
            cuerpos)
        .as(Respondido::new);
  }

  private static Arbitrary<byte[]> cuerpos() {
    var objetos =
        Combinators.combine(
                Arbitraries.of("200", "400", "ok", ""),
                Arbitraries.of("codigo", "Codigo", "CODIGO", "Message", "code"),
                Arbitraries.oneOf(
                    Arbitraries.of("200", "GE01", "GN01", "AN05", "gn01", "XX", "500"),
                    Textos.cualquiera()),
                Textos.cualquiera())
            .as(RespuestasAlAzarTest::objeto);
    var charsets = Arbitraries.of("UTF-8", "ISO-8859-1", "UTF-16");
    return Combinators.combine(objetos, Dano.varios(), charsets)
        .as(
            (objeto, danos, charset) ->
                new String(Dano.aplicar(objeto, danos), StandardCharsets.UTF_8)
                    .getBytes(Charset.forName(charset)));
  }

  private static ObjectNode objeto(String resultado, String clave, String codigo, String mensaje) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("resultado", resultado)
        .put("mensaje", mensaje)
        .put(clave, codigo);
  }
}
