package co.satccf.sandbox.caos;

import co.satccf.sandbox.infra.BaseDeDatos;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Nothing more fits into a transmitter's outbox: every insert fails with SQLSTATE 53100 (disk
 * full), and with it the transaction that it belongs to.
 */
record DiscoLleno(ServicioSuite transmisor) implements Golpe {
  private static final String LLENAR =
      """
      create or replace function caos_disco_lleno() returns trigger language plpgsql as $$
        begin raise exception 'disk full' using errcode = '53100'; end $$;
      create or replace trigger caos_disco_lleno before insert on salida
        for each statement execute function caos_disco_lleno()
      """;
  private static final String VACIAR = "drop trigger if exists caos_disco_lleno on salida";

  @Override
  public String tipo() {
    return "disco lleno en la salida";
  }

  @Override
  public String descripcion() {
    return "disco lleno en la salida de " + transmisor.modulo();
  }

  @Override
  public void aplicar(Plataforma plataforma) {
    ejecutar(plataforma, LLENAR);
  }

  @Override
  public void deshacer(Plataforma plataforma) {
    ejecutar(plataforma, VACIAR);
  }

  private void ejecutar(Plataforma plataforma, String sql) {
    String url = plataforma.baseDeDatos().jdbcUrl(transmisor.base());
    try (Connection conexion =
            DriverManager.getConnection(url, BaseDeDatos.USUARIO, BaseDeDatos.CLAVE);
        Statement sentencia = conexion.createStatement()) {
      sentencia.execute("set lock_timeout = '5s'");
      sentencia.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getSQLState(), e);
    }
  }
}
