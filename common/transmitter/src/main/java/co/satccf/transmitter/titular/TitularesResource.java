package co.satccf.transmitter.titular;

import co.satccf.identidad.Operador;
import co.satccf.identidad.Portero;
import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.model.referencia.Referencias;
import co.satccf.transmitter.auditoria.Asiento;
import co.satccf.transmitter.auditoria.Auditoria;
import co.satccf.transmitter.operations.Motivos;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Problema;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.store.Database;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/**
 * What this service holds about one person (Ley 1581 de 2012, art. 8: the holder's right to know).
 * The document comes in the body and becomes references at this door.
 */
@Path("/titulares")
@RunOnVirtualThread
@Tag(name = "Titulares", description = "La respuesta que la ley debe a una persona")
class TitularesResource {

  private static final int SERIALES = 100;

  private static final Pattern NUMERO = Pattern.compile("(?=.*[0-9])[0-9A-Za-z-]{3,20}");

  private final Portero portero;
  private final Referencias referencias;
  private final Database database;
  private final Exportacion exportacion;

  TitularesResource(
      Portero portero, Referencias referencias, Database database, Exportacion exportacion) {
    this.portero = portero;
    this.referencias = referencias;
    this.database = database;
    this.exportacion = exportacion;
  }

  @POST
  @Requiere(Rol.ADMINISTRADOR)
  @Path("/consultas")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
  @Operation(
      operationId = "exportarTitular",
      summary = "Todo lo que este servicio guarda de una persona, descifrado",
      description =
          """
          Cuerpos de cada versión en que aparece el número, y respuestas del Ministerio, de los reportes que nombran a
          la persona como trabajador o como empleador; de los que la nombran como representante legal de un empleador,
          los campos del representante. De los reportes de un empleador sobre otra persona, y de los
          registros en cuarentena y las correcciones en que aparece su número, va solo la lista: pueden traer datos de
          otros. Quién la pide, por qué y sobre qué referencia queda en
          la auditoría; el número no. Hasta 10 000 reportes por solicitud: si hay más, `siguiente` dice por dónde
          seguir. Una respuesta cortada no trae `completo`.""")
  @APIResponse(
      responseCode = "200",
      description = "Lo guardado",
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(
      responseCode = "400",
      description = "Falta el documento o el motivo",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public StreamingOutput exportar(@Nullable Solicitud solicitud) throws SQLException {
    Operador operador = portero.operador();
    if (solicitud == null || solicitud.documento() == null) {
      throw new Rechazo(Falla.SOLICITUD_INCORRECTA, "Falta 'documento'");
    }
    String motivo = Motivos.exigir(solicitud.motivo());
    List<String> seriales =
        Objects.requireNonNullElse(solicitud.serialesSAT(), List.<String>of("0"));
    if (seriales.size() > SERIALES || seriales.stream().anyMatch(Objects::isNull)) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA, "'serialesSAT' lleva hasta %d textos".formatted(SERIALES));
    }
    Titular titular =
        Titular.de(
            referencias,
            exigido("documento.tipo", solicitud.documento().tipo()),
            numero(solicitud.documento().numero()),
            seriales);
    if (titular.nombradoEn(motivo.getBytes(StandardCharsets.UTF_8))) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA, "'motivo' queda en la auditoría: no debe traer el documento");
    }
    long despues = Objects.requireNonNullElse(solicitud.despues(), 0L);
    anotar(titular, despues, motivo, operador);
    return salida -> {
      try {
        exportacion.escribir(titular, despues, salida);
      } catch (SQLException away) {
        throw new IOException(away.getClass().getSimpleName());
      }
    };
  }

  /** Before anything is told. */
  private void anotar(Titular titular, long despues, String motivo, Operador operador)
      throws SQLException {
    ObjectNode detalle = JsonNodeFactory.instance.objectNode();
    titular.comoEmpleador().forEach(detalle.putArray("comoEmpleador")::add);
    detalle.put("despues", despues);
    database.transaction(
        connection -> {
          Auditoria.anotar(
              connection,
              new Asiento(
                  operador.nombre(),
                  "CONSULTA_TITULAR",
                  "titular/" + titular.comoTrabajador(),
                  motivo,
                  detalle));
          return true;
        });
  }

  /** Anything shorter, or a mere word, stands in records of everybody. */
  private static String numero(@Nullable String valor) {
    String numero = exigido("documento.numero", valor).strip();
    if (!NUMERO.matcher(numero).matches()) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA,
          "'documento.numero' ha de tener de 3 a 20 letras y cifras, y alguna cifra");
    }
    return numero;
  }

  /** Names the field, never the value. */
  private static String exigido(String campo, @Nullable String valor) {
    if (valor == null || valor.isBlank()) {
      throw new Rechazo(Falla.SOLICITUD_INCORRECTA, "Falta '%s'".formatted(campo));
    }
    return valor;
  }
}
