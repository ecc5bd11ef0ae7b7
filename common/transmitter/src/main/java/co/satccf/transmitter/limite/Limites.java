package co.satccf.transmitter.limite;

import co.satccf.model.ServicioSat;
import co.satccf.model.respuesta.Veredicto;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What this process sees of its calls, and its part in finding the fleet's limits (rule 3): a
 * sample goes into the service's row with a claim, which holds that row anyway.
 */
@ApplicationScoped
public class Limites {

  private final Map<ServicioSat, Muestreo> muestreos = new EnumMap<>(ServicioSat.class);

  public Limites() {
    for (ServicioSat servicio : ServicioSat.values()) {
      muestreos.put(servicio, new Muestreo());
    }
  }

  private Muestreo muestreo(ServicioSat servicio) {
    return Objects.requireNonNull(muestreos.get(servicio));
  }

  /**
   * A call came to its end. Gates and failures that tell nothing of the Ministry's load are not
   * counted.
   *
   * @param ronda the round in which it was claimed
   * @param latencia of the call itself, without any waiting of ours for a place, a token or the
   *     store
   */
  public void visto(ServicioSat servicio, int ronda, Veredicto veredicto, Duration latencia) {
    switch (veredicto) {
      case Veredicto.Aceptado _,
          Veredicto.AceptadoConAlerta _,
          Veredicto.YaReportado _,
          Veredicto.PorConfirmar _ ->
          muestreo(servicio).respondida(ronda, latencia);
      case Veredicto.Glosado _ -> muestreo(servicio).glosada(ronda);
      case Veredicto.Reintentable(String _, Duration _, boolean presion) when presion ->
          muestreo(servicio).rechazada(ronda);
      case Veredicto.Incierto(String _, boolean presion) when presion ->
          muestreo(servicio).rechazada(ronda);
      case Veredicto.Reintentable _, Veredicto.Incierto _, Veredicto.PuertaCerrada _ -> {}
    }
  }

  /** A claim has used all that the limit of this round lets through. */
  public void lleno(ServicioSat servicio, int ronda) {
    muestreo(servicio).llena(ronda);
  }

  /**
   * Tells the fleet what this process has seen, if it is time, and returns the limit that follows.
   * The caller holds the service's row.
   */
  public Limite alDia(Connection connection, ServicioSat servicio, Limite limite, Instant ahora)
      throws SQLException {
    List<Muestra> muestras = muestreo(servicio).tomar(limite.ronda(), System.nanoTime());
    if (limite.margen().fijo()) {
      return limite.sinRonda();
    }
    if (muestras.isEmpty() && !limite.desbordado()) {
      return limite;
    }
    Limite siguiente =
        Limite.de(
            LimiteAdaptativo.siguiente(
                limite.leida(), muestras, limite.margen(), ahora.toEpochMilli()),
            limite.margen());
    guardar(connection, servicio, siguiente);
    return siguiente;
  }

  private static void guardar(Connection connection, ServicioSat servicio, Limite limite)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update despacho set cupo = ?, ronda = ?, busqueda = ?::jsonb where servicio = ?")) {
      update.setInt(1, limite.cupo());
      update.setInt(2, limite.ronda());
      update.setString(3, limite.busqueda());
      update.setString(4, servicio.nombre());
      update.executeUpdate();
    }
  }
}
