package co.satccf.transmitter;

import co.satccf.model.ServicioSat;
import co.satccf.model.cifrado.Cifrado;
import co.satccf.model.cifrado.NoDescifrableException;
import co.satccf.transmitter.reception.Procedencia;
import co.satccf.transmitter.reception.RegistroGuardado;
import co.satccf.transmitter.resguardo.Lugar;
import co.satccf.transmitter.resguardo.Resguardo;
import co.satccf.transmitter.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

/** What the store has encrypted, as a test looks at it. */
@ApplicationScoped
public class Cifrados {

  private final Database database;
  private final Resguardo resguardo;

  Cifrados(Database database, Resguardo resguardo) {
    this.database = database;
    this.resguardo = resguardo;
  }

  /** The body that would be sent now. */
  public String cuerpo(ServicioSat servicio, String radicado) {
    try {
      return database.transaction(
          connection -> {
            try (PreparedStatement select =
                connection.prepareStatement(
                    """
                    select c.clave, c.contenido, c.version
                    from reporte r join cuerpo c on c.reporte = r.id and c.version = r.version
                    where r.servicio = ? and r.radicado = ?
                    """)) {
              select.setString(1, servicio.nombre());
              select.setString(2, radicado);
              try (ResultSet row = select.executeQuery()) {
                row.next();
                return abrir(
                    new Cifrado(row.getString(1), row.getBytes(2)),
                    Lugar.cuerpo(servicio, radicado, row.getInt(3)));
              }
            }
          });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Changes the body that would be sent now. */
  public void cambiar(ServicioSat servicio, String radicado, UnaryOperator<String> cambio)
      throws SQLException {
    byte[] nuevo = cambio.apply(cuerpo(servicio, radicado)).getBytes(StandardCharsets.UTF_8);
    database.transaction(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  """
                  update cuerpo set clave = ?, contenido = ? where version = 1
                    and reporte = (select id from reporte where servicio = ? and radicado = ? and version = 1)
                  """)) {
            Cifrado cifrado = resguardo.cerrar(nuevo, Lugar.cuerpo(servicio, radicado, 1));
            update.setString(1, cifrado.clave());
            update.setBytes(2, cifrado.bytes());
            update.setString(3, servicio.nombre());
            update.setString(4, radicado);
            return update.executeUpdate();
          }
        });
  }

  /** The bytes of a quarantined record. */
  public byte[] registro(ResultSet row, String topico, int particion, long posicion)
      throws SQLException {
    try {
      return new RegistroGuardado(
              row.getString("clave"),
              row.getBytes("contenido"),
              row.getBytes("cabeceras"),
              row.getBytes("huella"))
          .abierto(resguardo, topico, particion, posicion)
          .contenido();
    } catch (NoDescifrableException e) {
      throw new IllegalStateException(e);
    }
  }

  public RegistroGuardado cerrar(Procedencia registro) {
    return RegistroGuardado.de(registro, resguardo);
  }

  public Cifrado cerrar(String claro, String lugar) {
    return resguardo.cerrar(claro.getBytes(StandardCharsets.UTF_8), lugar);
  }

  public byte[] huella(byte[] claro) {
    return resguardo.huella(claro);
  }

  public String abrir(Cifrado cifrado, String lugar) {
    try {
      return new String(resguardo.abrir(cifrado, lugar), StandardCharsets.UTF_8);
    } catch (NoDescifrableException e) {
      throw new IllegalStateException(e);
    }
  }
}
