package co.satccf.sandbox.caos;

import co.satccf.sandbox.infra.BaseDeDatos;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports that nothing will ever move again although nothing holds them. */
final class Atascos {
  private static final Map<String, String> PREGUNTAS = new LinkedHashMap<>();

  static {
    PREGUNTAS.put(
        "reportes que esperan detrás de nadie",
        """
        select count(*) from reporte r where r.bloqueo = 'REPORTE_ANTERIOR' and not exists (
          select from reporte a where a.llave = r.llave
            and a.estado in ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR')
            and a.bloqueo is distinct from 'REPORTE_ANTERIOR')
        """);
    PREGUNTAS.put(
        "reportes que esperan a un empleador que ya está en el SAT",
        """
        select count(*) from reporte
        where bloqueo = 'EMPLEADOR_NO_INCORPORADO' and estado = 'PENDIENTE'
          and bloqueo_en_turno(servicio, empleador, departamento, retencion)
            is distinct from 'EMPLEADOR_NO_INCORPORADO'
        """);
    PREGUNTAS.put("huérfanos que halló el barrido", "select sum(huerfanos) from barrido");
    PREGUNTAS.put(
        "reportes en vuelo o inciertos",
        "select count(*) from reporte where estado in ('EN_VUELO', 'INCIERTO')");
    PREGUNTAS.put("empleadores por despertar", "select count(*) from despertar");
    PREGUNTAS.put("resultados que no han salido", "select count(*) from salida");
    PREGUNTAS.put(
        "servicios en pausa o con la puerta cerrada",
        "select count(*) from despacho where pausado or puerta is not null");
  }

  private Atascos() {}

  /** What is not 0, in Spanish; empty when all is well. */
  static List<String> en(Plataforma plataforma) {
    List<String> atascos = new ArrayList<>();
    for (ServicioSuite transmisor : ServicioSuite.TRANSMISORES) {
      String url = plataforma.baseDeDatos().jdbcUrl(transmisor.base());
      try (Connection conexion =
              DriverManager.getConnection(url, BaseDeDatos.USUARIO, BaseDeDatos.CLAVE);
          Statement sentencia = conexion.createStatement()) {
        for (Map.Entry<String, String> pregunta : PREGUNTAS.entrySet()) {
          long hay = uno(sentencia, pregunta.getValue());
          if (hay != 0) {
            atascos.add(transmisor.modulo() + ": " + hay + " " + pregunta.getKey());
          }
        }
      } catch (SQLException e) {
        throw new IllegalStateException("no se pudo mirar " + transmisor.modulo(), e);
      }
    }
    return atascos;
  }

  private static long uno(Statement sentencia, String sql) throws SQLException {
    try (ResultSet fila = sentencia.executeQuery(sql)) {
      fila.next();
      return fila.getLong(1);
    }
  }
}
