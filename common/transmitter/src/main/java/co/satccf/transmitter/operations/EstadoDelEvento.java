package co.satccf.transmitter.operations;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of an event that the ERP published, never what it says. */
@Schema(description = "En qué paró un evento del ERP, sin su contenido")
record EstadoDelEvento(
    String source,
    String id,
    @Schema(
            description =
                "REPORTE: es un reporte, o repite uno; CORRECCION: corrige otro; CUARENTENA: no se"
                    + " pudo ubicar; REGISTRO: declara un empleador incorporado",
            enumeration = {"REPORTE", "CORRECCION", "CUARENTENA", "REGISTRO"})
        String destino,
    @Schema(description = "Cuántas veces más llegó idéntico") int repeticiones,
    @Schema(description = "Los reportes con una versión que viene de este evento, o el que repite")
        List<ReporteResumen> reportes,
    @Schema(description = "Su paso por las correcciones") List<Correccion> correcciones,
    @Schema(description = "Sus entradas en cuarentena, también las que llegaron con otro contenido")
        List<EnCuarentena> cuarentena) {

  /** A correction, and where it stands. */
  @Schema(description = "Una corrección y en qué va")
  record Correccion(
      long id,
      @Schema(description = "Servicio SAT", examples = "InicioRelacionLaboral") String servicio,
      @Schema(description = "Radicado del reporte que corrige") String original,
      @Schema(enumeration = {"EN_ESPERA", "EN_BANDEJA", "APLICADA", "RECHAZADA", "DESCARTADA"})
          String estado,
      @Nullable String motivo,
      Instant instante,
      @Schema(description = "Desde cuándo está en este estado") Instant desde) {}

  /** One entry of the quarantine. */
  @Schema(description = "Una entrada en cuarentena, con sus motivos")
  record EnCuarentena(
      long id,
      String topico,
      int particion,
      long posicion,
      List<Motivo> motivos,
      Instant instante,
      @Schema(enumeration = {"ABIERTA", "REPROCESADA", "DESCARTADA"}) String estado) {}

  /** Why an event could not be placed. */
  @Schema(description = "Por qué no se pudo ubicar el evento")
  record Motivo(String codigo, String mensaje) {}
}
