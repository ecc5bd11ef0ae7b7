package co.satccf.transmitter.intake;

import co.satccf.model.contrato.Validacion;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.evento.Motivo;
import co.satccf.transmitter.correccion.Destino;
import co.satccf.transmitter.reception.Entrada;
import co.satccf.transmitter.reception.Radicado;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What would become of a correction now, by the state of the report it names (rule 12). */
enum DestinoDeCorreccion {
  APLICABLE("El reporte que corrige la admite ahora"),
  EN_ESPERA("Esperará la respuesta del reporte que corrige"),
  SIN_ORIGINAL("Esperará al reporte que corrige, que no se conoce todavía"),
  EN_BANDEJA("El reporte que corrige ya fue aceptado: decidirá un operador"),
  RADICADO_OCUPADO("El radicado nuevo ya está en otro reporte: decidirá un operador"),
  ORIGINAL_FINAL("El reporte que corrige ya fue retirado o sustituido: iría a cuarentena");

  private final String mensaje;

  DestinoDeCorreccion(String mensaje) {
    this.mensaje = mensaje;
  }

  /** The radicados whose state decides. */
  static Collection<Radicado> nombrados(List<Entrada.Correccion> correcciones) {
    return correcciones.stream()
        .flatMap(c -> Stream.of(original(c), c.nueva().radicado()))
        .distinct()
        .toList();
  }

  static DestinoDeCorreccion de(
      Entrada.Correccion correccion, Map<Radicado, EstadoReporte> estados) {
    Radicado original = original(correccion);
    EstadoReporte estado = estados.get(original);
    if (estado == null) {
      return SIN_ORIGINAL;
    }
    return switch (Destino.segun(estado)) {
      case ESPERAR -> EN_ESPERA;
      case BANDEJA -> EN_BANDEJA;
      case CUARENTENA -> ORIGINAL_FINAL;
      case APLICAR -> {
        Radicado nuevo = correccion.nueva().radicado();
        yield nuevo.equals(original) || !estados.containsKey(nuevo) ? APLICABLE : RADICADO_OCUPADO;
      }
    };
  }

  Pronostico pronostico(Radicado radicado, Validacion validacion) {
    Motivo motivo = new Motivo("CORRECCION_" + name(), mensaje);
    return this == ORIGINAL_FINAL
        ? Pronostico.otro(Pronostico.Destino.CUARENTENA, radicado, List.of(motivo))
        : Pronostico.correccion(radicado, validacion, motivo);
  }

  private static Radicado original(Entrada.Correccion correccion) {
    return new Radicado(correccion.nueva().radicado().servicio(), correccion.original());
  }
}
