package co.satccf.reporting.conteos;

import co.satccf.model.calendario.Vencimientos;
import co.satccf.reporting.problema.SolicitudIncorrecta;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The days asked for, in Bogotá.
 *
 * @param desde first day; {@link LocalDate#MIN}, which the driver sends as -infinity, for all
 *     before
 * @param hasta last day, included; {@link LocalDate#MAX}, infinity, for all after
 */
record Dias(LocalDate desde, LocalDate hasta) {

  /**
   * @throws SolicitudIncorrecta naming the parameter and its value
   */
  static Dias de(@Nullable String desde, @Nullable String hasta) {
    var primero = dia("desde", desde, LocalDate.MIN);
    var ultimo = dia("hasta", hasta, LocalDate.MAX);
    if (ultimo.isBefore(primero)) {
      throw new SolicitudIncorrecta("hasta", ultimo.toString(), "es anterior a desde, " + primero);
    }
    return new Dias(primero, ultimo);
  }

  /** Sets two parameters: the days, both included. */
  void set(PreparedStatement select, int first) throws SQLException {
    select.setObject(first, desde);
    select.setObject(first + 1, hasta);
  }

  /** Sets two parameters: the first instant counted, and the first one not counted any more. */
  void setInstantes(PreparedStatement select, int first) throws SQLException {
    select.setObject(first, desde.equals(LocalDate.MIN) ? OffsetDateTime.MIN : medianoche(desde));
    select.setObject(
        first + 1,
        hasta.equals(LocalDate.MAX) ? OffsetDateTime.MAX : medianoche(hasta.plusDays(1)));
  }

  private static OffsetDateTime medianoche(LocalDate dia) {
    return dia.atStartOfDay(Vencimientos.BOGOTA).toOffsetDateTime();
  }

  private static LocalDate dia(String parametro, @Nullable String valor, LocalDate sinLimite) {
    if (valor == null || valor.isBlank()) {
      return sinLimite;
    }
    try {
      var dia = LocalDate.parse(valor.strip());
      if (dia.getYear() < 2000 || dia.getYear() > 2999) {
        throw new SolicitudIncorrecta(parametro, valor, "el año va de 2000 a 2999");
      }
      return dia;
    } catch (DateTimeParseException mal) {
      throw new SolicitudIncorrecta(parametro, valor, "se espera una fecha AAAA-MM-DD");
    }
  }
}
