package co.satccf.reporting.resultados;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.estado.Origen;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one record of {@code sat.resultados} says. It holds references, never a person's data. */
sealed interface Resultado {

  /**
   * Where a report stands.
   *
   * @param revision grows by one with each outcome of the report; only a newer one counts
   * @param glosas what is wrong with it, when it is glosado
   * @param tipoRezago 1-4
   */
  record DeReporte(
      ServicioSat servicio,
      String radicado,
      int revision,
      int version,
      int intento,
      EstadoReporte estado,
      @Nullable Bloqueo bloqueo,
      @Nullable Origen origen,
      @Nullable String codigo,
      List<Glosa> glosas,
      String empleador,
      @Nullable String trabajador,
      @Nullable String departamento,
      int tipoRezago,
      Instant instanteEvento,
      Instant instanteRecibido,
      Instant instante)
      implements Resultado {

    /** Whether the rows tell of it by themselves once a newer outcome has come. */
    boolean seRecuerdaSolo() {
      return estado.esFinal() || (estado == EstadoReporte.PENDIENTE && revision <= 1);
    }
  }

  /**
   * @param campo "" when the answer names none
   */
  record Glosa(String codigo, String campo) {}

  /**
   * An event of the ERP that could not be placed, by its offset on the ERP's topic.
   *
   * @param motivos codes of the reasons
   */
  record Cuarentena(
      String topico,
      int particion,
      long posicion,
      @Nullable String eventoSource,
      @Nullable String eventoId,
      List<String> motivos,
      Instant instante)
      implements Resultado {}

  /**
   * Not an outcome this service knows.
   *
   * @param motivo in Spanish, names the field and never its value
   */
  record Ilegible(String motivo) implements Resultado {}
}
