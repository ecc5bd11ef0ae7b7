package co.satccf.model.evento;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.Eventos;
import co.satccf.model.ServicioSat;
import co.satccf.model.azar.Dano;
import co.satccf.model.azar.Propiedad;
import co.satccf.model.azar.Textos;
import co.satccf.model.catalogo.Catalogos;
import co.satccf.model.contrato.Contratos;
import co.satccf.model.contrato.Glosa;
import co.satccf.model.contrato.ReglasDeContrato;
import co.satccf.model.evento.Lectura.Ilegible;
import co.satccf.model.evento.Lectura.Incorporado;
import co.satccf.model.evento.Lectura.Reportable;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever the ERP sends, it is read, or set aside with a reason that tells nothing of it. */
class EventosAlAzarTest {
  private static final Contratos CONTRATOS =
      new Contratos(Catalogos.predeterminados(), ReglasDeContrato.ninguna());
  private static final Set<Motivo> MOTIVOS =
      Arrays.stream(CodigoMotivo.values()).map(CodigoMotivo::motivo).collect(Collectors.toSet());
  private static final Instant PRIMERO = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant ULTIMO = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private final LectorEventos lector = new LectorEventos();

  /** A record as it comes from Kafka; told as text, for whoever must find what is wrong with it. */
  private record Registro(byte[] valor, Map<String, String> cabeceras) {

    @Override
    public String toString() {
      return cabeceras + " " + new String(valor, StandardCharsets.UTF_8);
    }
  }

  @Test
  void readsAnyBytesOrSaysWhyNot() {
    Propiedad.paraTodo(
        "bytes",
        2_000,
        Combinators.combine(bytes(), cabecerasRotas()).as(Registro::new),
        this::seLeeOSeExplica);
  }

  @Test
  void readsADamagedEventOrSaysWhyNot() {
    Propiedad.paraTodo(
        "structured events",
        8_000,
        Combinators.combine(evento(), Dano.varios())
            .as((evento, danos) -> new Registro(Dano.aplicar(evento, danos), Map.of())),
        this::seLeeOSeExplica);
  }

  @Test
  void readsADamagedEventInBinaryModeOrSaysWhyNot() {
    Propiedad.paraTodo(
        "binary events",
        4_000,
        Combinators.combine(evento(), Dano.varios(), cabecerasRotas())
            .as(EventosAlAzarTest::binario),
        this::seLeeOSeExplica);
  }

  @Test
  void readsAnyTextAtAnyPlaceOfAnEvent() {
    Propiedad.paraTodo(
        "texts",
        6_000,
        Combinators.combine(evento(), Arbitraries.integers().between(0, 100), Textos.cualquiera())
            .as(
                (evento, donde, texto) ->
                    new Registro(Eventos.bytes(Textos.enUnaHoja(evento, donde, texto)), Map.of())),
        this::seLeeOSeExplica);
  }

  private void seLeeOSeExplica(Registro registro) {
    var lectura = lector.leer(registro.valor(), registro.cabeceras());
    assertThat(lector.leer(registro.valor(), registro.cabeceras())).isEqualTo(lectura);
    switch (lectura) {
      case Ilegible ilegible -> {
        assertThat(ilegible.motivos()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(MOTIVOS).containsAll(ilegible.motivos());
        identidadLimpia(ilegible.source(), ilegible.id());
      }
      case Incorporado incorporado -> {
        identidadLimpia(incorporado.source(), incorporado.id());
        assertThat(incorporado.instante()).isBetween(PRIMERO, ULTIMO);
        assertThat(incorporado.departamento()).matches("[0-9]{2}");
        assertThat(incorporado.empleador().tipo()).isNotBlank();
        assertThat(incorporado.empleador().numero()).isNotBlank();
      }
      case Reportable reportable -> reportable(reportable);
    }
  }

  private static void reportable(Reportable leido) {
    identidadLimpia(leido.source(), leido.id());
    assertThat(leido.instante()).isBetween(PRIMERO, ULTIMO);
    assertThat(leido.tipoRezago()).isBetween(1, 4);
    assertThat(leido.reporte().radicado()).isNotBlank().hasSizeLessThanOrEqualTo(64);
    assertThat(leido.reporte().documentoEmpleador().tipo()).isNotBlank();
    assertThat(leido.reporte().documentoEmpleador().numero()).isNotBlank();
    assertThat(leido.reporte().departamento())
        .satisfiesAnyOf(d -> assertThat(d).isNull(), d -> assertThat(d).matches("[0-9]{2}"));
    almacenable(CONTRATOS.cuerpo(leido.reporte()));
    var validacion = CONTRATOS.validar(leido.reporte());
    for (Glosa glosa :
        Stream.of(validacion.glosas(), validacion.advertencias()).flatMap(List::stream).toList()) {
      assertThat(glosa.mensaje()).isNotBlank().doesNotContain(Textos.PERSONAL);
    }
  }

  private static void identidadLimpia(@Nullable String source, @Nullable String id) {
    for (var valor : new String[] {source, id}) {
      if (valor != null) {
        assertThat(valor).isNotBlank().hasSizeLessThanOrEqualTo(200);
        almacenable(valor);
      }
    }
  }

  /** PostgreSQL has no NUL and no half of a pair, nor has JSON sent as UTF-8. */
  private static void almacenable(String texto) {
    assertThat(texto.codePoints())
        .noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    assertThat(texto).doesNotContain("\\u0000");
  }

  private static Arbitrary<byte[]> bytes() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(400);
  }

  private static Arbitrary<ObjectNode> evento() {
    return Arbitraries.oneOf(
        Arbitraries.of(ServicioSat.values()).map(Eventos::valido),
        Arbitraries.just(Eventos.incorporado()).map(ObjectNode::deepCopy));
  }

  private static Arbitrary<Map<String, String>> cabecerasRotas() {
    var nombres =
        Arbitraries.of(
            "ce_specversion",
            "ce_id",
            "ce_source",
            "ce_type",
            "ce_time",
            "ce_radicado",
            "ce_tiporezago",
            "ce_corrige",
            "CE_ID",
            "ce_",
            "content-type",
            "traceparent");
    return Arbitraries.maps(nombres, Textos.cualquiera()).ofMaxSize(3);
  }

  private static Registro binario(ObjectNode evento, List<Dano> danos, Map<String, String> rotas) {
    var cabeceras = new TreeMap<String, String>();
    for (var atributo : evento.properties()) {
      if (atributo.getValue().isValueNode()) {
        cabeceras.put("ce_" + atributo.getKey(), atributo.getValue().asText());
      }
    }
    cabeceras.putAll(rotas);
    return new Registro(Dano.aplicar((ObjectNode) evento.path("data"), danos), cabeceras);
  }
}
