package co.satccf.transmitter.correccion;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.transmitter.Eventos.desafiliacion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.respuesta.Veredicto;
import co.satccf.transmitter.Eventos.Evento;
import co.satccf.transmitter.correccion.Modelo.Respuesta;
import co.satccf.transmitter.decision.Decisiones;
import co.satccf.transmitter.decision.Orden;
import co.satccf.transmitter.decision.Seguidor;
import co.satccf.transmitter.dispatch.Banco;
import co.satccf.transmitter.dispatch.ReporteReclamado;
import co.satccf.transmitter.problem.MovimientoIlegal;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.sweep.Sweeper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/**
 * Random lives on a few keys of the real store, legal and illegal moves alike, compared after each
 * step with {@link Modelo}. jqwik makes the lives and shrinks one that fails; its own engine has no
 * part in it, for a @QuarkusTest needs JUnit's.
 */
@QuarkusTest
class VidaContraModeloTest {

  private static final long SEMILLA = Long.getLong("modelo.semilla", 20_261_121L);
  private static final int VIDAS = Integer.getInteger("modelo.vidas", 25);
  private static final int PASOS = 30;
  private static final int ENCOGIDAS = 60;
  private static final Orden ORDEN = new Orden("modelo", "modelo");

  @Inject Banco banco;
  @Inject Decisiones decisiones;
  @Inject Corrector corrector;
  @Inject CorreccionDelOperador correccion;
  @Inject Sweeper sweeper;

  /** What happens next; the numbers choose among what there is then. */
  record Paso(Accion accion, int cual, int empleador, int fecha, boolean roto, int otro) {

    @Override
    public String toString() {
      return "%s(%d, empleador %d, fecha %d%s, %d)"
          .formatted(accion, cual, empleador, fecha, roto ? ", roto" : "", otro);
    }
  }

  enum Accion {
    LLEGA,
    RECLAMA,
    RESPONDE,
    VENCEN_ARRIENDOS,
    CORRIGE,
    CORRIGE_CON_RADICADO_NUEVO,
    CORRIGE_LO_QUE_NO_HA_LLEGADO,
    REINTENTA,
    REENVIA,
    RETIRA,
    DECIDE,
    LIBERA,
    CORRIGE_EL_OPERADOR
  }

  @BeforeEach
  void emptyStore() throws SQLException {
    banco.vaciar();
  }

  @AfterEach
  void letGo() throws SQLException {
    banco.soltar();
  }

  @Test
  void everyLifeIsTheModels() {
    System.out.printf("modelo.semilla=%d modelo.vidas=%d%n", SEMILLA, VIDAS);
    JqwikSession.run(
        () -> {
          Random azar = new Random(SEMILLA);
          RandomGenerator<List<Paso>> vidas = vidas().generator(1_000);
          for (int vida = 0; vida < VIDAS; vida++) {
            Shrinkable<List<Paso>> pasos = vidas.next(azar);
            Optional<String> diferencia = vivir(pasos.value());
            if (diferencia.isPresent()) {
              explicar(vida, pasos, diferencia.get());
            }
          }
        });
  }

  private static Arbitrary<List<Paso>> vidas() {
    return Combinators.combine(
            Arbitraries.frequency(
                Tuple.of(6, Accion.LLEGA),
                Tuple.of(5, Accion.RECLAMA),
                Tuple.of(9, Accion.RESPONDE),
                Tuple.of(1, Accion.VENCEN_ARRIENDOS),
                Tuple.of(4, Accion.CORRIGE),
                Tuple.of(2, Accion.CORRIGE_CON_RADICADO_NUEVO),
                Tuple.of(1, Accion.CORRIGE_LO_QUE_NO_HA_LLEGADO),
                Tuple.of(1, Accion.REINTENTA),
                Tuple.of(3, Accion.REENVIA),
                Tuple.of(2, Accion.RETIRA),
                Tuple.of(3, Accion.DECIDE),
                Tuple.of(3, Accion.LIBERA),
                Tuple.of(2, Accion.CORRIGE_EL_OPERADOR)),
            Arbitraries.integers().between(0, 50),
            Arbitraries.integers().between(0, Modelo.ULTIMO_EN_SAT + 1),
            Arbitraries.integers().between(1, 5),
            Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true)),
            Arbitraries.integers().between(0, 50))
        .as(Paso::new)
        .list()
        .ofSize(PASOS)
        .map(List::copyOf);
  }

  private void explicar(int vida, Shrinkable<List<Paso>> pasos, String diferencia) {
    Shrinkable<List<Paso>> menor = pasos;
    String porque = diferencia;
    List<Paso> cortos = new ArrayList<>(menor.value());
    // Leave out steps as long as the rest still fails: lists of a fixed size do not shrink so.
    int intentos = 0;
    for (int i = cortos.size() - 1; i >= 0 && intentos < ENCOGIDAS; i--, intentos++) {
      List<Paso> sinUno = new ArrayList<>(cortos);
      sinUno.remove(i);
      Optional<String> otra = vivir(sinUno);
      if (otra.isPresent()) {
        cortos = sinUno;
        porque = otra.get();
      }
    }
    StringBuilder texto = new StringBuilder();
    cortos.forEach(paso -> texto.append("\n  ").append(paso));
    fail("life %d of seed %d: %s%s".formatted(vida, SEMILLA, porque, texto));
  }

  /** Lives a life from an empty store; tells where store and model differ first. */
  private Optional<String> vivir(List<Paso> pasos) {
    try {
      banco.vaciar();
      banco.incorporar(0, Modelo.ULTIMO_EN_SAT);
      Vida vida = new Vida();
      for (int i = 0; i < pasos.size(); i++) {
        vida.dar(pasos.get(i), i);
        vida.comparar(i);
      }
      assertThat(sweeper.sweep()).as("orphans").isZero();
      return Optional.empty();
    } catch (AssertionFailedError | AssertionErrorOfStep different) {
      return Optional.of(String.valueOf(different.getMessage()));
    } catch (Exception failed) {
      return Optional.of("failed with " + failed);
    }
  }

  private static final class AssertionErrorOfStep extends AssertionError {
    private static final long serialVersionUID = 1L;

    AssertionErrorOfStep(String message) {
      super(message);
    }
  }

  private final class Vida {
    private final Modelo modelo = new Modelo();
    private final List<Modelo.Reclamo> reclamos = new ArrayList<>();
    private final Map<Modelo.Reclamo, ReporteReclamado> reclamados = new HashMap<>();
    private final List<String> anunciados = new ArrayList<>();
    private int siguiente = 1_000;

    void dar(Paso paso, int i) throws Exception {
      switch (paso.accion()) {
        case LLEGA -> llega(paso, i);
        case RECLAMA -> reclama();
        case RESPONDE -> responde(paso);
        case VENCEN_ARRIENDOS -> {
          banco.vencer(DESAFILIACION);
          modelo.vencenArriendos();
        }
        case CORRIGE -> corrige(paso, i, false);
        case CORRIGE_CON_RADICADO_NUEVO -> corrige(paso, i, true);
        case CORRIGE_LO_QUE_NO_HA_LLEGADO -> {
          String radicado = String.valueOf(siguiente++);
          anunciados.add(radicado);
          banco.recibir(evento(paso, i, radicado).corrige(radicado));
          modelo.corrige(radicado, radicado, paso.empleador(), paso.fecha(), paso.roto());
        }
        case REINTENTA, REENVIA, RETIRA, DECIDE, LIBERA, CORRIGE_EL_OPERADOR -> opera(paso, i);
      }
      asentar();
    }

    private void llega(Paso paso, int i) throws Exception {
      String radicado =
          anunciados.isEmpty() ? String.valueOf(siguiente++) : anunciados.removeFirst();
      banco.recibir(evento(paso, i, radicado));
      modelo.llega(radicado, paso.empleador(), paso.fecha(), paso.roto());
    }

    private void reclama() throws SQLException {
      banco.ejecutar("update reporte set no_antes = now() where no_antes < 'infinity'");
      List<Modelo.Reclamo> esperados = modelo.reclama();
      Map<String, ReporteReclamado> reales = new TreeMap<>();
      // A claim passes over a row that the corrector is just looking at: the next one has it.
      for (int mirada = 0;
          mirada == 0 || mirada < 50 && reales.size() < esperados.size();
          mirada++) {
        banco.reclamar(DESAFILIACION).forEach(r -> reales.put(r.reporte().radicado(), r));
      }
      igual(
          "claimed",
          List.copyOf(reales.keySet()),
          esperados.stream().map(Modelo.Reclamo::radicado).sorted().toList());
      for (Modelo.Reclamo reclamo : esperados) {
        ReporteReclamado real = reales.get(reclamo.radicado());
        if (real != null) {
          igual("dudoso of " + reclamo.radicado(), real.dudoso(), reclamo.dudoso());
          reclamos.add(reclamo);
          reclamados.put(reclamo, real);
        }
      }
    }

    private void responde(Paso paso) throws SQLException {
      if (reclamos.isEmpty()) {
        return;
      }
      // Mostly the newest claims; now and then one that was answered or fenced off long ago.
      int desde = paso.roto() ? 0 : Math.max(0, reclamos.size() - 3);
      Modelo.Reclamo reclamo = reclamos.get(desde + paso.cual() % (reclamos.size() - desde));
      ReporteReclamado real = reclamados.get(reclamo);
      Respuesta respuesta = Respuesta.values()[paso.otro() % Respuesta.values().length];
      if (real != null) {
        banco.liquidar(real, veredicto(respuesta));
        modelo.responde(reclamo, respuesta);
      }
    }

    private void corrige(Paso paso, int i, boolean radicadoNuevo) throws Exception {
      String original = elegido(paso);
      String radicado = radicadoNuevo ? String.valueOf(siguiente++) : original;
      banco.recibir(evento(paso, i, radicado).corrige(original));
      modelo.corrige(original, radicado, paso.empleador(), paso.fecha(), paso.roto());
    }

    private void opera(Paso paso, int i) throws Exception {
      String radicado = elegido(paso);
      boolean hecho = moverDeVerdad(paso, radicado);
      if (!modelo.radicados().contains(radicado)) {
        igual("step " + i + " on nothing", hecho, false);
        return;
      }
      boolean esperado =
          switch (paso.accion()) {
            case REINTENTA -> modelo.reintenta(radicado);
            case REENVIA -> modelo.reenvia(radicado);
            case RETIRA -> modelo.retira(radicado, paso.otro() % 2 == 0);
            case DECIDE -> modelo.decide(radicado, decision(paso));
            case LIBERA -> modelo.libera(radicado);
            case CORRIGE_EL_OPERADOR -> modelo.corrigeElOperador(radicado);
            case LLEGA,
                RECLAMA,
                RESPONDE,
                VENCEN_ARRIENDOS,
                CORRIGE,
                CORRIGE_CON_RADICADO_NUEVO,
                CORRIGE_LO_QUE_NO_HA_LLEGADO ->
                throw new IllegalStateException(paso.toString());
          };
      igual("step " + i + ", " + paso + " on " + radicado + " was done", hecho, esperado);
    }

    private boolean moverDeVerdad(Paso paso, String radicado) throws Exception {
      try {
        switch (paso.accion()) {
          case REINTENTA -> decisiones.reintentar(DESAFILIACION, radicado, ORDEN);
          case REENVIA -> decisiones.reenviar(DESAFILIACION, radicado, ORDEN);
          case RETIRA ->
              decisiones.retirar(
                  DESAFILIACION,
                  radicado,
                  paso.otro() % 2 == 0 ? Seguidor.RETENER : Seguidor.LIBERAR,
                  ORDEN);
          case DECIDE ->
              decisiones.decidir(DESAFILIACION, radicado, decision(paso), null, "x", ORDEN);
          case LIBERA -> decisiones.liberar(DESAFILIACION, radicado, ORDEN);
          case CORRIGE_EL_OPERADOR ->
              correccion.corregir(DESAFILIACION, radicado, Map.of("pazSalvo", "SI"), ORDEN);
          case LLEGA,
              RECLAMA,
              RESPONDE,
              VENCEN_ARRIENDOS,
              CORRIGE,
              CORRIGE_CON_RADICADO_NUEVO,
              CORRIGE_LO_QUE_NO_HA_LLEGADO ->
              throw new IllegalStateException(paso.toString());
        }
        return true;
      } catch (Rechazo | MovimientoIlegal refused) {
        return false;
      }
    }

    private String elegido(Paso paso) {
      List<String> todos = modelo.radicados();
      return todos.isEmpty() ? "999" : todos.get(paso.cual() % todos.size());
    }

    /** Lets the corrector come to rest. */
    private void asentar() throws SQLException {
      do {
        corrector.aplicarTodas();
      } while (Integer.parseInt(
              banco.valor(
                  """
                  select count(*) from correccion c join reporte r
                    on r.servicio = c.servicio and r.radicado = c.original
                  where c.estado = 'EN_ESPERA' and r.estado not in ('EN_VUELO', 'INCIERTO', 'POR_CONFIRMAR')
                  """))
          > 0);
    }

    void comparar(int i) throws SQLException {
      Map<String, Modelo.Visto> real = new TreeMap<>();
      for (String radicado : modelo.radicados()) {
        Optional<Banco.Fila> fila = banco.buscar(DESAFILIACION, radicado);
        fila.ifPresent(
            f ->
                real.put(
                    radicado,
                    new Modelo.Visto(f.estado(), f.bloqueo(), f.version(), f.retencion())));
      }
      igual("after step " + i, real, modelo.visto());
      igual(
          "reports after step " + i,
          banco.valor("select count(*) from reporte"),
          String.valueOf(modelo.radicados().size()));
      igual(
          "corrections that wait after step " + i,
          banco.valor("select count(*) from correccion where estado = 'EN_ESPERA'"),
          String.valueOf(modelo.correccionesEnEspera()));
    }
  }

  private static void igual(String que, Object real, Object esperado) {
    if (!real.equals(esperado)) {
      throw new AssertionErrorOfStep(que + ": store " + real + ", model " + esperado);
    }
  }

  private static EstadoReporte decision(Paso paso) {
    return List.of(EstadoReporte.ACEPTADO, EstadoReporte.GLOSADO, EstadoReporte.PENDIENTE)
        .get(paso.otro() % 3);
  }

  private static Veredicto veredicto(Respuesta respuesta) {
    return switch (respuesta) {
      case ACEPTA -> new Veredicto.Aceptado("200", "Recibido");
      case GLOSA_DE_NEGOCIO -> new Veredicto.Glosado("GN03", "No");
      case GLOSA_ESTRUCTURAL -> new Veredicto.Glosado("GE05", "No");
      case YA_REPORTADO -> new Veredicto.YaReportado("GN01", "Ya existe");
      case CODIGO_DESCONOCIDO -> new Veredicto.PorConfirmar("ZZ99", "Otro");
      case CORTE -> new Veredicto.Incierto("CORTE", false);
      case NO_PROCESADO -> new Veredicto.Reintentable("CONEXION_RECHAZADA", null, false);
    };
  }

  private static Evento evento(Paso paso, int i, String radicado) {
    Evento evento = desafiliacion("m" + i, radicado, paso.empleador(), "2026-01-0" + paso.fecha());
    return paso.roto() ? evento.con("pazYSalvo", "TAL VEZ") : evento;
  }
}
