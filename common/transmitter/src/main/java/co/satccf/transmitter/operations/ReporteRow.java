package co.satccf.transmitter.operations;

import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.estado.Origen;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A report as the queue's table has it, for reading only: intake, dispatch and settlement write it.
 */
@Entity(name = "Reporte")
@Table(name = "reporte")
@Immutable
class ReporteRow {

  @Id Long id;

  @Column String servicio;

  @Column String radicado;

  @Column String empleador;

  @Column @Nullable String trabajador;

  @Column @Nullable String departamento;

  @Column(name = "tipo_rezago")
  int tipoRezago;

  @Column
  @Enumerated(EnumType.STRING)
  EstadoReporte estado;

  @Column
  @Enumerated(EnumType.STRING)
  @Nullable Bloqueo bloqueo;

  @Column
  @Enumerated(EnumType.STRING)
  @Nullable Origen origen;

  @Column @Nullable String codigo;

  @Column int version;

  @Column int revision;

  @Column int intento;

  @Column(name = "no_antes")
  Instant noAntes;

  @Column(name = "instante_evento")
  Instant instanteEvento;

  @Column Instant vence;

  @Column Instant recibido;

  @Column Instant desde;
}
