package co.satccf.sandbox.erp;

import co.satccf.model.Familia;
import co.satccf.model.ServicioSat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Short histories of what goes wrong in life: every breach of a contract, events that cannot be
 * read or placed, conflicts, and reports that must wait. Handed out in turn, so that a feed of some
 * length has each of them.
 */
final class Rarezas {
  /** More than the 256 KiB that an event may have, less than what a broker takes. */
  private static final int DESMEDIDO = 300 * 1024;

  private final Azar azar;
  private final Numeracion numeracion;
  private final Gente gente;
  private final Eventos eventos;
  private final List<Function<Instant, List<FeedLine>>> turno = new ArrayList<>();
  private int siguiente;

  Rarezas(Azar azar, Numeracion numeracion, Gente gente, Eventos eventos) {
    this.azar = azar;
    this.numeracion = numeracion;
    this.gente = gente;
    this.eventos = eventos;
    turno.addAll(ilegibles());
    turno.addAll(conflictos());
    turno.addAll(esperas());
    turno.addAll(correcciones());
    Roturas.todas().forEach(rotura -> turno.add(desde -> rota(rotura, desde)));
  }

  /** How many there are before the first comes again. */
  int cuantas() {
    return turno.size();
  }

  List<FeedLine> siguiente(Instant desde) {
    return turno.get(siguiente++ % turno.size()).apply(desde);
  }

  private List<Function<Instant, List<FeedLine>>> ilegibles() {
    return List.of(
        desde -> crudo("bytes que no son UTF-8", desde, noUtf8(azar.digitos(12))),
        desde -> crudo("JSON cortado", desde, mitad(inicio(desde).bytes())),
        desde ->
            crudo(
                "JSON que no es objeto",
                desde,
                ("[" + azar.entre(1, 99_999_999) + "]").getBytes(StandardCharsets.UTF_8)),
        desde ->
            doblado(
                "tipo desconocido",
                desde,
                e -> e.sobre().put("type", "co.satccf.afiliacion.fusion.v1")),
        desde -> doblado("sin id", desde, e -> e.sobre().remove("id")),
        desde -> doblado("sin source", desde, e -> e.sobre().remove("source")),
        desde -> doblado("sin time", desde, e -> e.sobre().remove("time")),
        desde -> doblado("time ilegible", desde, e -> e.sobre().put("time", "ayer por la tarde")),
        desde -> doblado("sin radicado", desde, e -> e.sobre().remove("radicado")),
        desde -> doblado("sin documento del empleador", desde, e -> e.data().remove("empleador")),
        desde -> doblado("sin data", desde, e -> e.sobre().remove("data")),
        desde ->
            doblado(
                "mayor de 256 KiB",
                desde,
                e -> e.data().put("observacion", "x".repeat(DESMEDIDO))));
  }

  private List<Function<Instant, List<FeedLine>>> conflictos() {
    return List.of(this::radicadoEnConflicto, this::idEnConflicto, this::ilegibleRepetido);
  }

  private List<Function<Instant, List<FeedLine>>> esperas() {
    return List.of(
        this::trabajadorSinEmpleador,
        this::trasInicioGlosado,
        this::trasAfiliacionGlosada,
        this::duplicado);
  }

  /**
   * Only corrections whose original surely has not gone when they come: of others the feed could
   * not say whether they end with an operator.
   */
  private List<Function<Instant, List<FeedLine>>> correcciones() {
    return List.of(
        this::glosadoCorregido,
        this::pendienteCorregido,
        this::corregidoAntesDeLlegar,
        this::corregidoConRadicadoNuevo);
  }

  private List<FeedLine> glosadoCorregido(Instant desde) {
    Agenda agenda = Agenda.delDia(azar, desde);
    Empleador empleador = gente.juridico();
    Persona trabajador = gente.trabajador();
    Evento afiliacion = eventos.primeraVez(empleador, agenda.siguiente());
    Evento bueno = eventos.inicio(empleador, trabajador, agenda.siguiente());
    Evento roto = sinSalario(bueno);
    return List.of(
        afiliacion.linea(Esperado.ACEPTADO, "afiliación primera vez"),
        roto.linea(Esperado.CORREGIDO, "inicio glosado que se corrige"),
        eventos
            .terminacion(empleador, trabajador, agenda.siguiente())
            .linea(Esperado.ACEPTADO, "terminación tras un inicio que se corrige"),
        corrige(bueno, roto).linea(Esperado.CORRECCION, "corrección de un glosado"));
  }

  private List<FeedLine> pendienteCorregido(Instant desde) {
    Evento inicio = inicio(desde);
    Evento corregido = corrige(inicio.copia(), inicio);
    corregido.data().put("horasTrabajo", "120");
    return List.of(
        inicio.linea(Esperado.EN_ESPERA, "trabajador de un empleador que no llega al SAT"),
        corregido.linea(Esperado.CORRECCION, "corrección de un pendiente"));
  }

  private List<FeedLine> corregidoAntesDeLlegar(Instant desde) {
    Agenda agenda = Agenda.delDia(azar, desde);
    Empleador empleador = gente.juridico();
    Evento afiliacion = eventos.primeraVez(empleador, agenda.siguiente());
    Evento inicio = eventos.inicio(empleador, gente.trabajador(), agenda.siguiente());
    Evento corregido = corrige(inicio.copia(), inicio);
    corregido.data().put("horasTrabajo", "120");
    return List.of(
        afiliacion.linea(Esperado.ACEPTADO, "afiliación primera vez"),
        corregido.linea(Esperado.CORRECCION, "corrección que llega antes que su original"),
        inicio.linea(Esperado.CORREGIDO, "inicio que llega después de su corrección"));
  }

  private List<FeedLine> corregidoConRadicadoNuevo(Instant desde) {
    Agenda agenda = Agenda.delDia(azar, desde);
    Empleador empleador = gente.juridico();
    Evento afiliacion = eventos.primeraVez(empleador, agenda.siguiente());
    Evento bueno = eventos.inicio(empleador, gente.trabajador(), agenda.siguiente());
    Evento roto = sinSalario(bueno);
    Evento corregido = corrige(bueno, roto);
    corregido.sobre().put("radicado", numeracion.radicado());
    return List.of(
        afiliacion.linea(Esperado.ACEPTADO, "afiliación primera vez"),
        roto.linea(Esperado.CORREGIDO, "inicio glosado que otro radicado sustituye"),
        corregido.linea(Esperado.CORRECCION, "corrección con radicado nuevo"));
  }

  private static Evento sinSalario(Evento inicio) {
    Evento roto = inicio.copia();
    roto.data().put("salario", "");
    return roto;
  }

  /** Another event of the ERP, with the fact as it should have been. */
  private Evento corrige(Evento hecho, Evento original) {
    Evento correccion = hecho.copia();
    correccion.sobre().put("id", numeracion.id());
    correccion.sobre().put("corrige", original.sobre().path("radicado").asText());
    return correccion;
  }

  /** The same radicado with another content. */
  private List<FeedLine> radicadoEnConflicto(Instant desde) {
    Agenda agenda = Agenda.delDia(azar, desde);
    Empleador empleador = gente.juridico();
    Evento bueno = eventos.primeraVez(empleador, agenda.siguiente());
    Evento otro =
        eventos.primeraVez(
            empleador.en(gente.municipioFueraDe(empleador.sede().departamento())),
            agenda.siguiente());
    otro.sobre().set("radicado", bueno.sobre().get("radicado"));
    return List.of(
        bueno.linea(Esperado.ACEPTADO, "afiliación primera vez"),
        otro.linea(Esperado.CUARENTENA, "radicado en conflicto"));
  }

  /** The same source and id with another content. */
  private List<FeedLine> idEnConflicto(Instant desde) {
    Agenda agenda = Agenda.delDia(azar, desde);
    Empleador empleador = gente.juridico();
    Evento bueno = eventos.primeraVez(empleador, agenda.siguiente());
    Evento otro = bueno.copia();
    otro.sobre().put("radicado", numeracion.radicado());
    otro.data().put("fechaSolicitud", "2021-08-01");
    return List.of(
        bueno.linea(Esperado.ACEPTADO, "afiliación primera vez"),
        otro.linea(Esperado.CUARENTENA, "id en conflicto"));
  }

  private List<FeedLine> ilegibleRepetido(Instant desde) {
    Evento sinRadicado = inicio(desde);
    sinRadicado.sobre().remove("radicado");
    return List.of(
        sinRadicado.linea(Esperado.CUARENTENA, "sin radicado"),
        sinRadicado.linea(Esperado.REPETIDO, "repetido de cuarentena"));
  }

  private List<FeedLine> trabajadorSinEmpleador(Instant desde) {
    return List.of(
        inicio(desde).linea(Esperado.EN_ESPERA, "trabajador de un empleador que no llega al SAT"));
  }

  private List<FeedLine> trasInicioGlosado(Instant desde) {
    Agenda agenda = Agenda.delDia(azar, desde);
    Empleador empleador = gente.juridico();
    Persona trabajador = gente.trabajador();
    Evento inicio = eventos.inicio(empleador, trabajador, agenda.siguiente());
    inicio.data().put("salario", "un millón");
    return List.of(
        inicio.linea(Esperado.GLOSADO_LOCAL, "inicio glosado que retiene su terminación"),
        eventos
            .terminacion(empleador, trabajador, agenda.siguiente())
            .linea(Esperado.EN_ESPERA, "terminación tras un inicio glosado"));
  }

  private List<FeedLine> trasAfiliacionGlosada(Instant desde) {
    Agenda agenda = Agenda.delDia(azar, desde);
    Empleador empleador = gente.juridico();
    Evento afiliacion = eventos.primeraVez(empleador, agenda.siguiente());
    afiliacion.data().put("manifestacion", "");
    return List.of(
        afiliacion.linea(
            Esperado.GLOSADO_LOCAL, "afiliación glosada que retiene a sus trabajadores"),
        eventos
            .inicio(empleador, gente.trabajador(), agenda.siguiente())
            .linea(Esperado.EN_ESPERA, "inicio tras una afiliación glosada"));
  }

  /** A second radicado for the same fact: an operator decides. */
  private List<FeedLine> duplicado(Instant desde) {
    Agenda agenda = Agenda.delDia(azar, desde);
    Empleador empleador = gente.juridico();
    Evento afiliacion = eventos.primeraVez(empleador, agenda.siguiente());
    Evento inicio = eventos.inicio(empleador, gente.trabajador(), agenda.siguiente());
    Evento otra = inicio.copia();
    otra.sobre().put("id", numeracion.id());
    otra.sobre().put("radicado", numeracion.radicado());
    return List.of(
        afiliacion.linea(Esperado.ACEPTADO, "afiliación primera vez"),
        inicio.linea(Esperado.ACEPTADO, "inicio"),
        otra.linea(Esperado.EN_ESPERA, "posible duplicado"));
  }

  private List<FeedLine> rota(Rotura rotura, Instant desde) {
    Evento evento = bueno(rotura.base(), Agenda.delDia(azar, desde));
    rotura.dobla().accept(evento.data());
    return List.of(evento.linea(Esperado.GLOSADO_LOCAL, rotura.caso()));
  }

  private Evento bueno(Rotura.Base base, Agenda agenda) {
    return switch (base) {
      case PRIMERA_VEZ_JURIDICA -> eventos.primeraVez(gente.juridico(), agenda.siguiente());
      case PRIMERA_VEZ_NATURAL -> eventos.primeraVez(gente.natural("CC"), agenda.siguiente());
      case NO_PRIMERA_VEZ -> eventos.noPrimeraVez(gente.juridico(), agenda.siguiente());
      case DESAFILIACION -> eventos.desafiliacion(gente.juridico(), agenda.siguiente());
      case INICIO -> eventos.inicio(gente.juridico(), gente.trabajador(), agenda.siguiente());
      case TERMINACION ->
          eventos.terminacion(gente.juridico(), gente.trabajador(), agenda.siguiente());
      case CAUSA_GRAVE_JURIDICA -> eventos.causaGrave(gente.juridico(), agenda.siguiente());
      case CAUSA_GRAVE_NATURAL -> eventos.causaGrave(gente.natural("CC"), agenda.siguiente());
      case ESTADO_PAGO -> eventos.estadoPago(gente.juridico(), "1", agenda.siguiente());
    };
  }

  private List<FeedLine> doblado(String caso, Instant desde, Consumer<Evento> dobla) {
    Evento evento = inicio(desde);
    dobla.accept(evento);
    ServicioSat servicio = caso.equals("tipo desconocido") ? null : evento.servicio();
    return List.of(
        new FeedLine(
            evento.topic(), evento.key(), evento.bytes(), servicio, Esperado.CUARENTENA, caso));
  }

  private List<FeedLine> crudo(String caso, Instant desde, byte[] bytes) {
    Familia familia = azar.uno(List.of(Familia.values()));
    String llave = inicio(desde).key();
    return List.of(new FeedLine(familia.topic(), llave, bytes, null, Esperado.CUARENTENA, caso));
  }

  private Evento inicio(Instant desde) {
    return eventos.inicio(
        gente.juridico(), gente.trabajador(), Agenda.delDia(azar, desde).siguiente());
  }

  private static byte[] noUtf8(String texto) {
    byte[] bytes = ("{\"id\":\"" + texto + "??\"}").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 4] = (byte) 0xC3;
    bytes[bytes.length - 3] = (byte) 0x28;
    return bytes;
  }

  private static byte[] mitad(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }
}
