package co.satccf.transmitter.operations;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Queries on attempts. */
@ApplicationScoped
class Intentos implements PanacheRepositoryBase<IntentoRow, IntentoRow.Clave> {

  /** A report that waits for a Ministry out of order may have thousands. */
  static final int AT_MOST = 200;

  /** The last 200 attempts of the report, newest first. */
  List<IntentoRow> of(long reporte) {
    return find("reporte = ?1 order by numero desc, instante desc", reporte)
        .page(0, AT_MOST)
        .list();
  }
}
