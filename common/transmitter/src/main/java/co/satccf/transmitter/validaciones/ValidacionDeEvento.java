package co.satccf.transmitter.validaciones;

import co.satccf.model.contrato.Glosa;
import co.satccf.model.estado.Bloqueo;
import co.satccf.transmitter.intake.Pronostico;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What would become of one event, as the ERP team reads it. */
@Schema(description = "Qué pasaría con un evento; nunca trae valores de sus datos")
record ValidacionDeEvento(
    @Schema(description = "Línea del cuerpo, desde 1; 1 si es un solo evento") long linea,
    @Schema(
            description =
                "SE_ENVIARIA: nada lo detiene; BLOQUEADO: espera lo que dice 'bloqueo'; GLOSADO:"
                    + " incumple el contrato; SUSTITUIDO: hay un estado de pago más nuevo;"
                    + " REPETIDO: ya se conoce; CORRECCION: corrige otro reporte; REGISTRO: declara"
                    + " un empleador incorporado; CUARENTENA: no se puede ubicar")
        Pronostico.Destino resultado,
    @Schema(examples = "InicioRelacionLaboral") @Nullable String servicio,
    @Nullable String radicado,
    @Schema(description = "Incumplimientos del contrato: con ellos no se envía")
        List<Hallazgo> glosas,
    @Schema(description = "Dudas que no impiden el envío") List<Hallazgo> advertencias,
    @Schema(description = "Qué lo detendría") @Nullable Bloqueo bloqueo,
    @Schema(description = "Por qué no sería un reporte, o qué pasaría con la corrección")
        List<Razon> motivos) {

  /** A finding about one field. */
  @Schema(description = "Hallazgo sobre un campo")
  record Hallazgo(String campo, String codigo, String mensaje) {

    static List<Hallazgo> de(List<Glosa> glosas) {
      return glosas.stream().map(g -> new Hallazgo(g.campo(), g.codigo(), g.mensaje())).toList();
    }
  }

  /** A reason about the whole event. */
  @Schema(description = "Razón sobre el evento entero")
  record Razon(String codigo, String mensaje) {}

  static ValidacionDeEvento de(long linea, Pronostico pronostico) {
    return new ValidacionDeEvento(
        linea,
        pronostico.destino(),
        pronostico.servicio() == null ? null : pronostico.servicio().nombre(),
        pronostico.radicado(),
        Hallazgo.de(pronostico.glosas()),
        Hallazgo.de(pronostico.advertencias()),
        pronostico.bloqueo(),
        pronostico.motivos().stream().map(m -> new Razon(m.codigo(), m.mensaje())).toList());
  }
}
