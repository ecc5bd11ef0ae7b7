package co.satccf.sandbox.erp;

import co.satccf.model.catalogo.Catalogos;
import co.satccf.sandbox.erp.Eventos.Cuando;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Single facts for tests that tell their own history. Every one keeps its contract; no radicado, id
 * or document comes twice.
 */
public final class Hechos {
  private static final int DEL_DIA = 4;

  private final Gente gente;
  private final Eventos eventos;
  private Instant reloj = FeedOptions.BASE;

  private Hechos(long semilla) {
    Azar azar = new Azar(semilla);
    Numeracion numeracion = new Numeracion(semilla);
    this.gente = new Gente(azar, numeracion, Catalogos.predeterminados(), semilla);
    this.eventos = new Eventos(azar, numeracion, gente);
  }

  /**
   * @param semilla 0 to 9,999,999,999; facts of two seeds never collide
   */
  public static Hechos de(long semilla) {
    return new Hechos(semilla);
  }

  /**
   * A fact as it goes to Kafka.
   *
   * @param clave Kafka key: the employer
   * @param radicado "" for an opening balance
   * @param valor the CloudEvent
   */
  public record Hecho(String topico, String clave, String radicado, byte[] valor) {
    private static Hecho de(Evento evento) {
      return new Hecho(
          evento.topic(), evento.key(), evento.sobre().path("radicado").asText(""), evento.bytes());
    }
  }

  /** A company with a NIT. */
  public Empleador empleador() {
    return gente.juridico();
  }

  public Empleador enOtroDepartamento(Empleador empleador) {
    return empleador.en(gente.municipioFueraDe(empleador.sede().departamento()));
  }

  public Persona trabajador() {
    return gente.trabajador();
  }

  public Hecho incorporado(Empleador empleador) {
    return Hecho.de(eventos.incorporado(empleador, luego()));
  }

  public Hecho primeraVez(Empleador empleador) {
    return Hecho.de(eventos.primeraVez(empleador, luego()));
  }

  public Hecho noPrimeraVez(Empleador empleador) {
    return Hecho.de(eventos.noPrimeraVez(empleador, luego()));
  }

  public Hecho desafiliacion(Empleador empleador) {
    return Hecho.de(eventos.desafiliacion(empleador, luego()));
  }

  public Hecho inicio(Empleador empleador, Persona trabajador) {
    return Hecho.de(eventos.inicio(empleador, trabajador, luego()));
  }

  public Hecho terminacion(Empleador empleador, Persona trabajador) {
    return Hecho.de(eventos.terminacion(empleador, trabajador, luego()));
  }

  public Hecho causaGrave(Empleador empleador) {
    return Hecho.de(eventos.causaGrave(empleador, luego()));
  }

  public Hecho estadoPago(Empleador empleador) {
    return Hecho.de(eventos.estadoPago(empleador, "1", luego()));
  }

  private Cuando luego() {
    reloj = reloj.plusSeconds(60);
    return new Cuando(reloj, LocalDate.ofInstant(reloj, ZoneOffset.UTC), DEL_DIA);
  }
}
