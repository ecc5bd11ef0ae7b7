package co.satccf.afiliacion.saldo;

import co.satccf.identidad.Portero;
import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Problema;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.store.Database;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The employers that PISIS brought into SAT before this suite, from a file. */
@Path("/empleadores/saldo-inicial")
@RunOnVirtualThread
@Tag(name = "Empleadores", description = "El registro de los empleadores que están en SAT")
class SaldoInicialResource {

  private static final Logger LOG = Logger.getLogger(SaldoInicialResource.class);
  private static final String CSV = "text/csv";
  private static final String NDJSON = "application/x-ndjson";
  private static final Pattern ARCHIVO = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,99}");
  private static final int PAGINA = 5_000;

  private final SaldoInicial saldo;
  private final Database database;
  private final Portero portero;

  SaldoInicialResource(SaldoInicial saldo, Database database, Portero portero) {
    this.saldo = saldo;
    this.database = database;
    this.portero = portero;
  }

  @POST
  @Requiere(Rol.ADMINISTRADOR)
  @Consumes({CSV, NDJSON})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "tomarSaldoInicial",
      summary = "Incorpora los empleadores de un archivo, mil líneas por transacción",
      description =
          """
          Columnas: tipo, numero, serialSAT, departamento y fecha (desde cuándo está en SAT, aaaa-mm-dd). Un CSV las nombra en
          su primera línea, separadas por coma o punto y coma; en NDJSON son los miembros de cada objeto.

          Si el envío se corta, repítalo con el mismo archivo y el mismo nombre: sigue donde quedó y ninguna línea se atiende
          dos veces. Otro contenido con el mismo nombre se rechaza. Una línea mala se cuenta, con su número y su motivo, y no
          detiene las demás. Un empleador que ya estaba queda igual; uno que salió de SAT después de esa fecha, también.""")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = CSV,
            schema = @Schema(type = SchemaType.STRING),
            example = "tipo,numero,serialSAT,departamento,fecha\nNI,900000001,0,05,2021-07-29\n"),
        @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(responseCode = "200", description = "El archivo, tomado hasta su final")
  @APIResponse(
      responseCode = "400",
      description = "Falta el nombre del archivo o quién lo envía, o el cuerpo se cortó",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "409",
      description = "Con ese nombre ya se tomó otro contenido, u otra solicitud lo está tomando",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "422",
      description = "El CSV no nombra sus columnas en la primera línea",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public SaldoTomado tomar(
      InputStream cuerpo,
      @Parameter(
              description = "Nombre del archivo, el mismo cada vez que se envía",
              required = true,
              example = "saldo-2026-11.csv")
          @RestQuery
          @Nullable String archivo,
      @Parameter(hidden = true) @RestHeader(HttpHeaders.CONTENT_TYPE) String tipo)
      throws SQLException {
    String quien = portero.operador().nombre();
    Formato formato = tipo.startsWith(CSV) ? Formato.CSV : Formato.NDJSON;
    try {
      return saldo.tomar(nombre(archivo), formato, cuerpo, quien);
    } catch (IOException gone) {
      LOG.info("event=opening_balance_cut");
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA,
          "El cuerpo se cortó antes de su fin: envíe otra vez el mismo archivo, seguirá donde quedó");
    }
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Path("/{archivo}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "verSaldoInicial",
      summary = "Hasta dónde se ha tomado un archivo",
      description = "También mientras se está enviando.")
  @APIResponse(responseCode = "200", description = "El avance")
  @APIResponse(
      responseCode = "404",
      description = "Nadie ha enviado un archivo con ese nombre",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public SaldoTomado ver(@RestPath String archivo) throws SQLException {
    return saldo.ver(archivo).orElseThrow(SaldoInicialResource::desconocido);
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Path("/{archivo}/malas")
  @Produces(CSV)
  @ResponseHeader(
      name = HttpHeaders.CONTENT_DISPOSITION,
      value = "attachment; filename=\"lineas-malas.csv\"")
  @Operation(
      operationId = "descargarLineasMalas",
      summary = "Todas las líneas que se pasaron por alto, como CSV: linea,codigo,motivo")
  @APIResponse(responseCode = "200", description = "Las líneas malas, en su orden")
  @APIResponse(
      responseCode = "404",
      description = "Nadie ha enviado un archivo con ese nombre",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public String malas(@RestPath String archivo) throws SQLException {
    if (saldo.ver(archivo).isEmpty()) {
      throw desconocido();
    }
    StringBuilder csv = new StringBuilder("linea,codigo,motivo\n");
    long despues = 0;
    List<SaldoStatements.Mala> pagina;
    do {
      long desde = despues;
      pagina =
          database.transaction(
              connection -> SaldoStatements.bad(connection, archivo, desde, PAGINA));
      for (SaldoStatements.Mala mala : pagina) {
        Defecto defecto = mala.defecto();
        csv.append("%d,%s,\"%s\"\n".formatted(mala.linea(), defecto, defecto.motivo()));
        despues = mala.linea();
      }
    } while (pagina.size() == PAGINA);
    return csv.toString();
  }

  private static String nombre(@Nullable String archivo) {
    if (archivo == null || !ARCHIVO.matcher(archivo).matches()) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA,
          "'archivo' es el nombre del archivo: de 1 a 100 letras, dígitos, espacios, puntos y guiones");
    }
    return archivo;
  }

  private static Rechazo desconocido() {
    return new Rechazo(Falla.NO_ENCONTRADO, "Nadie ha enviado un archivo con ese nombre");
  }
}
