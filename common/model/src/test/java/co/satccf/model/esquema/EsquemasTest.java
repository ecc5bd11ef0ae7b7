package co.satccf.model.esquema;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.Eventos;
import co.satccf.model.Publicado;
import co.satccf.model.ServicioSat;
import co.satccf.model.catalogo.Catalogos;
import co.satccf.model.contrato.Contratos;
import co.satccf.model.contrato.ReglasDeContrato;
import co.satccf.model.evento.LectorEventos;
import co.satccf.model.evento.Lectura;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EsquemasTest {
  private static final Catalogos CATALOGOS = Catalogos.predeterminados();
  private static final Contratos CONTRATOS = con(Map.of());
  private static final Esquemas ESQUEMAS = new Esquemas(CATALOGOS, CONTRATOS);

  @ParameterizedTest
  @EnumSource
  void publishesTheSchemaOfEachReport(ServicioSat servicio) throws IOException {
    Publicado.alDia(archivo(servicio.tipoEvento()), texto(ESQUEMAS.de(servicio)));
  }

  @Test
  void publishesTheSchemaOfTheOpeningBalance() throws IOException {
    Publicado.alDia(
        archivo(LectorEventos.EMPLEADOR_INCORPORADO), texto(ESQUEMAS.empleadorIncorporado()));
  }

  @Test
  void publishesTheFieldTables() throws IOException {
    var tabla = new TablaDeCampos(CATALOGOS, CONTRATOS);
    var documento =
        new StringBuilder(
            """
            # Contratos de los siete servicios

            Archivo generado por `EsquemasTest` a partir de las tablas de campos de `sat-model`: no lo
            edite. Los nombres y límites se cambian por configuración (`ReglasDeContrato`). Los códigos
            de glosa `LOC…` son propios: no se conoce el del Ministerio. Lo marcado «por confirmar» no
            consta en ningún texto oficial.
            """);
    for (var servicio : ServicioSat.values()) {
      documento.append('\n').append(tabla.de(servicio));
    }
    Publicado.alDia("esquemas/contratos.md", documento.toString());
  }

  @ParameterizedTest
  @EnumSource
  void admitsTheValidEventOfEachService(ServicioSat servicio) {
    assertThat(Validadores.admite(Validadores.de(ESQUEMAS.de(servicio)), Eventos.valido(servicio)))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "id,",
    "source,",
    "type,",
    "time,",
    "radicado,",
    "specversion,",
    "data,",
    "specversion, 0.3",
    "type, co.satccf.otro.v1",
    "time, ayer",
    "tiporezago, 5",
    "radicado, X",
    "data.empleador.documento.tipo,",
    "data.empleador.documento.numero,"
  })
  void refusesABrokenEnvelope(String ruta, @Nullable String valor) {
    for (var servicio : ServicioSat.values()) {
      var evento = Eventos.con(Eventos.valido(servicio), ruta, valor);
      assertThat(Validadores.admite(Validadores.de(ESQUEMAS.de(servicio)), evento))
          .as(servicio.nombre())
          .isFalse();
    }
  }

  @Test
  void admitsAndRefusesOpeningBalances() {
    var esquema = Validadores.de(ESQUEMAS.empleadorIncorporado());
    assertThat(Validadores.admite(esquema, Eventos.incorporado())).isTrue();
    for (var ruta : new String[] {"data.departamento", "data.empleador.documento.numero", "id"}) {
      assertThat(Validadores.admite(esquema, Eventos.con(Eventos.incorporado(), ruta, null)))
          .as(ruta)
          .isFalse();
      assertThat(Eventos.leer(Eventos.con(Eventos.incorporado(), ruta, null)))
          .isInstanceOf(Lectura.Ilegible.class);
    }
  }

  @Test
  void followsTheConfiguredContract() {
    // Given
    var reglas =
        Map.of(
            "AfiliacionPrimeraVez.numeroMatriculaMercantil.obligatorio", "true",
            "AfiliacionPrimeraVez.segundoNombreEmpleador.obligatorio", "true",
            "AfiliacionPrimeraVez.manifestacion.catalogo", "advertencia");
    var esquema =
        Validadores.de(new Esquemas(CATALOGOS, con(reglas)).de(ServicioSat.AFILIACION_PRIMERA_VEZ));
    var juridica = Eventos.valido(ServicioSat.AFILIACION_PRIMERA_VEZ);
    var natural = Eventos.natural(ServicioSat.AFILIACION_PRIMERA_VEZ);

    // When / Then
    assertThat(Validadores.admite(esquema, juridica)).isTrue();
    assertThat(Validadores.admite(esquema, Eventos.con(juridica, "data.manifestacion", "QUIZÁ")))
        .isTrue();
    assertThat(Validadores.admite(esquema, natural)).isTrue();
    assertThat(
            Validadores.admite(esquema, Eventos.con(natural, "data.empleador.segundoNombre", null)))
        .isFalse();
  }

  @Test
  void demandsWhoTheEmployerIsWhateverTheContractSays() {
    // Given
    var reglas =
        Map.of(
            "EstadoPagoEmpleador.tipoDocumentoEmpleador.obligatorio", "false",
            "EstadoPagoEmpleador.numeroDocumentoEmpleador.obligatorio", "false");
    var esquema =
        Validadores.de(new Esquemas(CATALOGOS, con(reglas)).de(ServicioSat.ESTADO_PAGO_EMPLEADOR));

    // When / Then
    for (var ruta :
        new String[] {"data.empleador.documento.tipo", "data.empleador.documento.numero"}) {
      var evento = Eventos.con(Eventos.valido(ServicioSat.ESTADO_PAGO_EMPLEADOR), ruta, null);
      assertThat(Validadores.admite(esquema, evento)).as(ruta).isFalse();
      assertThat(Eventos.leer(evento)).isInstanceOf(Lectura.Ilegible.class);
    }
  }

  private static Contratos con(Map<String, String> reglas) {
    return new Contratos(CATALOGOS, ReglasDeContrato.de(reglas));
  }

  private static String archivo(String tipo) {
    return "esquemas/" + tipo + ".schema.json";
  }

  private static String texto(JsonNode esquema) throws IOException {
    var impresora =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    return new ObjectMapper().writer(impresora).writeValueAsString(esquema) + "\n";
  }
}
