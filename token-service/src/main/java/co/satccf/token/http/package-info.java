/**
 * The HTTP API: the doors of the transmitters and of persons, and the answers all have in common.
 */
@NullMarked
@OpenAPIDefinition(
    info =
        @Info(
            title = "sat-ccf: tokens",
            version = "0.1.0",
            description = "El token vigente de cada servicio web del SAT."),
    components =
        @Components(
            responses = {
              @APIResponse(
                  name = Respuestas.SOLICITUD_INCORRECTA,
                  description =
                      "DATO_INVALIDO o SOLICITUD_INCORRECTA: el detalle nombra el campo, nunca un secreto"
                          + " ni un dato personal",
                  content =
                      @Content(
                          mediaType = Problema.TIPO,
                          schema = @Schema(implementation = Problema.class))),
              @APIResponse(
                  name = Respuestas.NO_ENCONTRADO,
                  description = "NO_ENCONTRADO: no hay nada con ese nombre o id",
                  content =
                      @Content(
                          mediaType = Problema.TIPO,
                          schema = @Schema(implementation = Problema.class))),
              @APIResponse(
                  name = Respuestas.CONFLICTO,
                  description =
                      "YA_EXISTE o NO_PERMITIDO; al probar las credenciales, TERMINOS_SIN_ACEPTAR o"
                          + " SERVICIO_NO_ASIGNADO",
                  content =
                      @Content(
                          mediaType = Problema.TIPO,
                          schema = @Schema(implementation = Problema.class))),
              @APIResponse(
                  name = Respuestas.VERSION_CAMBIADA,
                  description =
                      "VERSION_CAMBIADA: alguien lo cambió desde que se leyó; 428 sin If-Match",
                  content =
                      @Content(
                          mediaType = Problema.TIPO,
                          schema = @Schema(implementation = Problema.class))),
              @APIResponse(
                  name = Respuestas.NO_DISPONIBLE,
                  description =
                      "BASE_DE_DATOS_NO_DISPONIBLE o, de lo que se guarda cifrado, DATOS_ILEGIBLES",
                  content =
                      @Content(
                          mediaType = Problema.TIPO,
                          schema = @Schema(implementation = Problema.class))),
            }))
package co.satccf.token.http;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.NullMarked;
