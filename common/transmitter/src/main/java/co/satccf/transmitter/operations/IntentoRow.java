package co.satccf.transmitter.operations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * An attempt of a report, for reading only. One number may stand twice: a silence, then its late
 * answer.
 */
@Entity(name = "Intento")
@Table(name = "intento")
@IdClass(IntentoRow.Clave.class)
@Immutable
class IntentoRow {

  /** Identity of an attempt's row. */
  record Clave(Long reporte, Integer numero, Instant instante) {}

  @Id Long reporte;

  @Id Integer numero;

  @Id Instant instante;

  @Column int version;

  @Column @Nullable Integer duracion;

  @Column String veredicto;

  @Column @Nullable Integer http;

  @Column @Nullable String codigo;

  @Column @Nullable String mensaje;

  /** JSON array, as the database has it. */
  @Column @Nullable String glosas;

  @Column boolean aplicado;
}
