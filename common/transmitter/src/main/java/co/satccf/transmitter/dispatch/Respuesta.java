package co.satccf.transmitter.dispatch;

import co.satccf.model.cifrado.Cifrado;
import co.satccf.model.respuesta.Veredicto;
import co.satccf.transmitter.outbox.Resultado;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What came back from one call, as it is kept with its attempt.
 *
 * @param veredicto name of the verdict's kind
 * @param http status, or null when no answer came
 * @param cuerpo the raw answer, bounded and encrypted, or null
 * @param adorno what the family adds to the outcome
 */
record Respuesta(
    String veredicto,
    @Nullable Integer http,
    @Nullable Cifrado cuerpo,
    Duration duracion,
    Consumer<ObjectNode> adorno) {

  static String nombre(Veredicto veredicto) {
    return switch (veredicto) {
      case Veredicto.Aceptado _ -> "ACEPTADO";
      case Veredicto.AceptadoConAlerta _ -> "ACEPTADO_CON_ALERTA";
      case Veredicto.Glosado _ -> "GLOSADO";
      case Veredicto.YaReportado _ -> "YA_REPORTADO";
      case Veredicto.PorConfirmar _ -> "POR_CONFIRMAR";
      case Veredicto.Reintentable _ -> "REINTENTABLE";
      case Veredicto.Incierto _ -> "INCIERTO";
      case Veredicto.PuertaCerrada _ -> "PUERTA_CERRADA";
    };
  }

  @Nullable String clave() {
    return cuerpo == null ? null : cuerpo.clave();
  }

  byte @Nullable [] bytes() {
    return cuerpo == null ? null : cuerpo.bytes();
  }

  /** As it came, without what the family adds. */
  Respuesta sinAdorno() {
    return new Respuesta(veredicto, http, cuerpo, duracion, data -> {});
  }

  Resultado.Situacion situacion(Liquidacion liquidacion, ReporteReclamado reclamado) {
    return new Resultado.Situacion(
        liquidacion.estado(),
        null,
        Liquidacion.ORIGEN,
        liquidacion.codigo(),
        liquidacion.mensaje(),
        liquidacion.glosas(),
        reclamado.intento(),
        reclamado.version());
  }
}
