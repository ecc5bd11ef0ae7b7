package co.satccf.transmitter.operations;

import co.satccf.identidad.Operador;
import co.satccf.identidad.Portero;
import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.transmitter.cuarentena.Apartado;
import co.satccf.transmitter.cuarentena.Cuarentena;
import co.satccf.transmitter.cuarentena.CuarentenaStatements;
import co.satccf.transmitter.cuarentena.CuarentenaStatements.Filtro;
import co.satccf.transmitter.cuarentena.EstadoCuarentena;
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
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Records that could not be placed, and what people do with them. */
@Path("/cuarentena")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Cuarentena", description = "Registros que no se pudieron ubicar")
class CuarentenaResource {

  private static final int LIMITE = 50;
  private static final int LIMITE_MAXIMO = 500;

  /** Records replayed by one call: each is a transaction of its own. */
  private static final int REPROCESOS = 1_000;

  private final Database database;
  private final Cuarentena cuarentena;
  private final Portero portero;

  CuarentenaResource(Database database, Cuarentena cuarentena, Portero portero) {
    this.database = database;
    this.cuarentena = cuarentena;
    this.portero = portero;
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Operation(
      operationId = "listarCuarentena",
      summary = "Lista los registros en cuarentena, con sus motivos y sin sus contenidos",
      description =
          "Los filtros se suman. Para seguir, repita la consulta con despues=<siguiente>.")
  @APIResponse(responseCode = "200", description = "Una página de registros")
  @APIResponse(
      responseCode = "400",
      description = "Un filtro o la paginación no se entiende; el detalle nombra el valor",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public PaginaDeCuarentena listar(
      @Parameter(
              description = "Estado del registro",
              schema = @Schema(implementation = EstadoCuarentena.class))
          @RestQuery
          @Nullable String estado,
      @Parameter(description = "Código de uno de sus motivos, exacto") @RestQuery
          @Nullable String motivo,
      @Parameter(description = "Tópico de que vino", example = "sat.afiliacion") @RestQuery
          @Nullable String topico,
      @Parameter(
              description = "Apartados desde este instante",
              example = "2026-11-21T00:00:00-05:00")
          @RestQuery
          @Nullable String desde,
      @Parameter(description = "Apartados antes de este instante") @RestQuery
          @Nullable String hasta,
      @Parameter(
              description = "Id del último registro de la página anterior",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
          @RestQuery
          @Nullable String despues,
      @Parameter(
              description = "Registros por página",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "500",
                      defaultValue = "50"))
          @RestQuery
          @Nullable String limite)
      throws SQLException {
    int atMost = (int) Parametros.entero("limite", limite, 1, LIMITE_MAXIMO, LIMITE);
    Filtro filtro =
        new Filtro(
            Parametros.constante("estado", EstadoCuarentena.class, estado),
            Parametros.texto(motivo),
            Parametros.texto(topico),
            Parametros.instante("desde", desde),
            Parametros.instante("hasta", hasta),
            Parametros.entero("despues", despues, 0, Long.MAX_VALUE, 0),
            atMost + 1);
    return PaginaDeCuarentena.de(
        database.transaction(connection -> CuarentenaStatements.page(connection, filtro)), atMost);
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Path("/{id}")
  @Operation(operationId = "verCuarentena", summary = "Un registro en cuarentena, sin su contenido")
  @APIResponse(responseCode = "200", description = "El registro")
  @APIResponse(
      responseCode = "404",
      description = "No hay tal registro",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public Apartado ver(@RestPath long id) throws SQLException {
    return database
        .transaction(connection -> CuarentenaStatements.byId(connection, id))
        .orElseThrow(
            () ->
                new Rechazo(
                    Falla.NO_ENCONTRADO, "No hay un registro %d en cuarentena".formatted(id)));
  }

  @POST
  @Requiere(Rol.OPERADOR)
  @Path("/{id}/consultas")
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
  @Operation(
      operationId = "consultarCuarentena",
      summary = "Muestra el registro tal como llegó",
      description = "Puede traer datos personales: quién lo mira y por qué queda en la auditoría.")
  @APIResponse(responseCode = "200", description = "Los bytes y las cabeceras")
  @APIResponse(
      responseCode = "400",
      description = "Falta el motivo o quién lo pide",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "404",
      description = "No hay tal registro",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public ContenidoApartado consultar(@RestPath long id, @Nullable Motivado cuerpo)
      throws SQLException {
    Operador operador = portero.operador();
    return ContenidoApartado.de(id, cuarentena.consultar(id, Motivos.exigir(cuerpo), operador));
  }

  @POST
  @Requiere(Rol.OPERADOR)
  @Path("/{id}/reprocesar")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reprocesarCuarentena",
      summary = "Recibe el registro otra vez, con los contratos y la configuración de ahora",
      description =
          """
          Será un reporte, una corrección o un empleador del registro, o seguirá en cuarentena con sus motivos de ahora.
          Entra al final de la fila de su empleador o trabajador; las posiciones de lectura no se mueven.""")
  @APIResponse(responseCode = "200", description = "El registro, como quedó")
  @APIResponse(
      responseCode = "400",
      description = "Falta el motivo o quién lo pide",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "404",
      description = "No hay tal registro",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "409",
      description = "El registro ya no está abierto",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public Apartado reprocesar(@RestPath long id, @Nullable Motivado cuerpo) throws SQLException {
    Operador operador = portero.operador();
    return cuarentena.reprocesar(id, Motivos.exigir(cuerpo), operador);
  }

  @POST
  @Requiere(Rol.OPERADOR)
  @Path("/{id}/descartar")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "descartarCuarentena",
      summary = "Cierra un registro en que no hay nada que reportar",
      description = "El registro y sus bytes se conservan; deja de esperar a alguien.")
  @APIResponse(responseCode = "200", description = "El registro, descartado")
  @APIResponse(
      responseCode = "400",
      description = "Falta el motivo o quién lo pide",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "404",
      description = "No hay tal registro",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "409",
      description = "El registro ya no está abierto",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public Apartado descartar(@RestPath long id, @Nullable Motivado cuerpo) throws SQLException {
    Operador operador = portero.operador();
    return cuarentena.descartar(id, Motivos.exigir(cuerpo), operador);
  }

  @POST
  @Requiere(Rol.OPERADOR)
  @Path("/reprocesos")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reprocesarPorMotivo",
      summary = "Reprocesa los registros abiertos que tienen un motivo",
      description =
          "Hasta 'limite' por llamada, cada uno por aparte y con su asiento de auditoría. Repita"
              + " con 'despues' hasta que 'siguiente' sea nulo.")
  @APIResponse(responseCode = "200", description = "Qué fue de ellos")
  @APIResponse(
      responseCode = "400",
      description = "Falta el código, el motivo o quién lo pide",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public Reprocesos.Hechos reprocesarPorMotivo(Reprocesos.@Nullable Pedidos pedidos)
      throws SQLException {
    Operador operador = portero.operador();
    String codigo = pedidos == null ? null : Parametros.texto(pedidos.codigo());
    if (pedidos == null || codigo == null) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA, "Falta 'codigo': el motivo de los que se reprocesan");
    }
    String motivo = Motivos.exigir(pedidos.motivo());
    Long despues = pedidos.despues();
    int limite = pedidos.limite() == null ? REPROCESOS : pedidos.limite();
    if (limite < 1 || limite > REPROCESOS) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA,
          "'%d' no sirve como 'limite'; se espera un entero de 1 a %d"
              .formatted(limite, REPROCESOS));
    }
    Filtro filtro =
        new Filtro(
            EstadoCuarentena.ABIERTA,
            codigo,
            null,
            null,
            null,
            despues == null ? 0 : despues,
            limite + 1);
    List<Apartado> abiertos =
        database.transaction(connection -> CuarentenaStatements.page(connection, filtro));
    return reprocesar(abiertos, limite, motivo, operador);
  }

  private Reprocesos.Hechos reprocesar(
      List<Apartado> abiertos, int limite, String motivo, Operador operador) throws SQLException {
    Map<String, Integer> desenlaces = new HashMap<>();
    int siguen = 0;
    int movidos = 0;
    List<Apartado> lote = abiertos.stream().limit(limite).toList();
    for (Apartado abierto : lote) {
      try {
        Apartado hecho = cuarentena.reprocesar(abierto.id(), motivo, operador);
        String desenlace = hecho.desenlace();
        if (desenlace == null) {
          siguen++;
        } else {
          desenlaces.merge(desenlace, 1, Integer::sum);
        }
      } catch (Rechazo movidoPorOtro) {
        movidos++;
      }
    }
    return new Reprocesos.Hechos(
        lote.size(),
        desenlaces.getOrDefault("REPORTE", 0),
        desenlaces.getOrDefault("CORRECCION", 0),
        desenlaces.getOrDefault("REGISTRO", 0),
        desenlaces.getOrDefault("REPETIDO", 0),
        siguen,
        movidos,
        abiertos.size() > limite ? lote.getLast().id() : null);
  }
}
