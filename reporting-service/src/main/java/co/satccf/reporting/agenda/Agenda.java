package co.satccf.reporting.agenda;

import co.satccf.identidad.Operador;
import co.satccf.model.calendario.DiasHabiles;
import co.satccf.model.calendario.Vencimientos;
import co.satccf.reporting.config.Cron;
import co.satccf.reporting.config.ReportingConfig;
import co.satccf.reporting.documento.TipoInforme;
import co.satccf.reporting.informes.Expedientes;
import co.satccf.reporting.informes.Transaction;
import co.satccf.reporting.plazos.Plazos;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Opens the reports that have become due since the schedule was last followed, whoever follows it
 * and however long nobody did: the place reached is a row, locked meanwhile.
 */
@Singleton
public class Agenda {

  /** Longer than any run of days that are no business days. */
  private static final Duration MAS_QUE_UN_PUENTE = Duration.ofDays(15);

  private final Map<TipoInforme, Cron> programa;
  private final DiasHabiles calendario;
  private final DataSource database;
  private final Expedientes expedientes;
  private final Clock clock;

  Agenda(
      ReportingConfig config,
      Plazos plazos,
      DataSource database,
      Expedientes expedientes,
      Clock clock) {
    this.programa =
        config.informes().programa().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, uno -> Cron.de(uno.getValue())));
    this.calendario = plazos.calendario();
    this.database = database;
    this.expedientes = expedientes;
    this.clock = clock;
  }

  /** Opens what is due. */
  public void seguir() throws SQLException {
    for (var uno : programa.entrySet()) {
      Transaction.of(
          database,
          connection -> {
            seguir(connection, uno.getKey(), uno.getValue());
            return uno.getKey();
          });
    }
  }

  private void seguir(Connection connection, TipoInforme tipo, Cron cron) throws SQLException {
    var ahora = clock.instant();
    var hasta = tomar(connection, tipo, ahora);
    for (var corte : cortes(cron, hasta, ahora)) {
      var _ = expedientes.abrir(connection, tipo, corte, Operador.SISTEMA);
    }
    if (ahora.isAfter(hasta)) {
      avanzar(connection, tipo, ahora);
    }
  }

  /**
   * Cut-offs of the reports that became due in that time: the midnight before the day that the cron
   * names, also when the report is put off to a business day.
   */
  TreeSet<Instant> cortes(Cron cron, Instant desde, Instant hasta) {
    var cortes = new TreeSet<Instant>();
    var fecha = cron.despuesDe(desde.minus(MAS_QUE_UN_PUENTE));
    while (fecha.isPresent() && !fecha.get().isAfter(hasta)) {
      var vence = enDiaHabil(fecha.get());
      if (vence.isAfter(desde) && !vence.isAfter(hasta)) {
        cortes.add(dia(fecha.get()).atStartOfDay(Vencimientos.BOGOTA).toInstant());
      }
      fecha = cron.despuesDe(fecha.get());
    }
    return cortes;
  }

  private Instant enDiaHabil(Instant fecha) {
    var hora = fecha.atZone(Vencimientos.BOGOTA);
    return hora.with(calendario.sumar(hora.toLocalDate(), 0)).toInstant();
  }

  private static LocalDate dia(Instant fecha) {
    return LocalDate.ofInstant(fecha, Vencimientos.BOGOTA);
  }

  /** Up to when it has been followed; from now on nobody else follows it. */
  private static Instant tomar(Connection connection, TipoInforme tipo, Instant ahora)
      throws SQLException {
    try (var insert =
            connection.prepareStatement(
                "INSERT INTO agenda (tipo, hasta) VALUES (?, ?) ON CONFLICT DO NOTHING");
        var select =
            connection.prepareStatement("SELECT hasta FROM agenda WHERE tipo = ? FOR UPDATE")) {
      insert.setString(1, tipo.name());
      insert.setObject(2, ahora.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
      select.setString(1, tipo.name());
      try (var row = select.executeQuery()) {
        row.next();
        return row.getObject(1, OffsetDateTime.class).toInstant();
      }
    }
  }

  private static void avanzar(Connection connection, TipoInforme tipo, Instant hasta)
      throws SQLException {
    try (var update = connection.prepareStatement("UPDATE agenda SET hasta = ? WHERE tipo = ?")) {
      update.setObject(1, hasta.atOffset(ZoneOffset.UTC));
      update.setString(2, tipo.name());
      update.executeUpdate();
    }
  }
}
