package co.satccf.reporting.consola.mn82;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is told of the user and password; never one of them. */
@RegisterForReflection
public record Credenciales(
    String entorno,
    String estado,
    @Nullable Instant enUsoDesde,
    @Nullable Instant ultimoExito,
    @Nullable Instant ultimoRechazo) {

  /** What came of trying them once. */
  @RegisterForReflection
  public record Prueba(String servicio, String resultado) {

    public String enPalabras() {
      return switch (resultado) {
        case "ACEPTADA" -> "El Ministerio las aceptó";
        case "CREDENCIAL_RECHAZADA" ->
            "El Ministerio las rechazó: no las pruebe otra vez sin cambiarlas, la cuenta puede quedar bloqueada";
        case "CLIENTE_RECHAZADO" -> "El Ministerio rechazó el ClientID de ese servicio";
        case "NEGADA_SIN_MOTIVO" -> "El Ministerio dijo que no, sin decir por qué";
        case "SIN_RESPUESTA" -> "El Ministerio no respondió";
        default -> resultado;
      };
    }
  }
}
