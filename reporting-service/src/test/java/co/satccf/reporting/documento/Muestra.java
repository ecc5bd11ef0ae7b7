package co.satccf.reporting.documento;

import java.time.Instant;
import java.util.List;

/** A report with everything that may go wrong in one of its forms. */
final class Muestra {

  static final Informe INFORME =
      new Informe(
          TipoInforme.PENDIENTES,
          "Caja <Ñandú> & \"Cía.\"; S.A.",
          Instant.parse("2021-08-05T05:00:00Z"),
          Instant.parse("2021-07-29T05:00:00Z"),
          List.of(
              new Informe.Cifra("Trabajadores por reportar", 1_621_106, 1_621_200L, -6),
              new Informe.Cifra("Glosados", 0, null, 0)),
          List.of(
              new Informe.Tabla(
                  "Por servicio y código",
                  List.of("Servicio", "Código"),
                  List.of("Reportes", "Glosados"),
                  List.of(
                      new Informe.Fila(
                          List.of("AfiliacionPrimeraVez", "=HYPERLINK(\"x\")"),
                          List.of(12_345L, 0L)),
                      new Informe.Fila(List.of("Desafiliacion", "a;b"), List.of(-7L, 1L)))),
              new Informe.Tabla("Vacía", List.of("Día"), List.of("Reportes"), List.of())),
          List.of("Cuenta lo ocurrido <antes> del corte."));

  private Muestra() {}
}
