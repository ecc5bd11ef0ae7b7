package co.satccf.reporting.informes;

import co.satccf.reporting.documento.TipoInforme;
import co.satccf.reporting.problema.SolicitudIncorrecta;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that asks for a report. */
@RegisterForReflection
@Schema(description = "Qué informe hacer")
public record Encargo(
    @Schema(
            required = true,
            enumeration = {
              "PENDIENTES",
              "EMPLEADORES_CARGADOS",
              "TRABAJADORES_CARGADOS",
              "CONTEO_SEMANAL"
            })
        @Nullable String tipo,
    @Schema(
            description = "Cuenta lo de antes; sin él, el último minuto que se puede contar",
            examples = "2021-08-05T00:00:00-05:00")
        @Nullable String corte) {

  private static final Instant PRIMERO = Instant.parse("2000-01-01T00:00:00Z");

  static Encargo valido(@Nullable Encargo encargo) {
    if (encargo == null) {
      throw SolicitudIncorrecta.delCuerpo("tipo", "falta el cuerpo de la solicitud");
    }
    return encargo;
  }

  TipoInforme clase() {
    return Parametros.constante(tipo == null ? "" : tipo, TipoInforme.values())
        .orElseThrow(
            () -> SolicitudIncorrecta.delCuerpo("tipo", Parametros.sePuede(TipoInforme.values())));
  }

  @Nullable Instant instante() {
    if (corte == null || corte.isBlank()) {
      return null;
    }
    try {
      var instante = OffsetDateTime.parse(corte.strip()).toInstant();
      if (instante.isBefore(PRIMERO)) {
        throw SolicitudIncorrecta.delCuerpo("corte", "es anterior al año 2000");
      }
      return instante;
    } catch (DateTimeParseException unreadable) {
      throw SolicitudIncorrecta.delCuerpo(
          "corte", "se espera un instante como 2021-08-05T00:00:00-05:00");
    }
  }
}
