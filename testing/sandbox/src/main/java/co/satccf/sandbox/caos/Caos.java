package co.satccf.sandbox.caos;

import co.satccf.sandbox.erp.ErpSintetico;
import co.satccf.sandbox.local.Corrida;
import co.satccf.sandbox.local.OpcionesDePlataforma;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import co.satccf.sandbox.ministerio.EntradaDelLibro;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A feed through the platform while a plan of faults is played on it; at the end all is healed,
 * drained and judged.
 *
 * @param semilla of events and faults
 * @param duracion of the faults, and of the publishing
 * @param eventos how many are published
 */
public record Caos(long semilla, Duration duracion, int eventos) {
  private static final Duration SIN_AVANCE = Duration.ofSeconds(120);

  /** A restart on a busy machine takes its time, and what comes after it begins late. */
  private static final Duration POR_SI_TARDA = Duration.ofSeconds(30);

  private static final int EN_VUELO = 16;

  /** What a platform is started with to be hurt: short waits. */
  public static OpcionesDePlataforma plataforma(Path raiz) {
    return OpcionesDePlataforma.en(raiz)
        .conEnVuelo(EN_VUELO)
        // Minutes of silence after each refusal would be all that a short run sees.
        .con(ServicioSuite.TOKEN, "sat.renovacion.pausa-tras-rechazo", "2S")
        .con(ServicioSuite.TOKEN, "sat.renovacion.retroceso.maximo", "2S")
        .con(ServicioSuite.TOKEN, "sat.renovacion.pausa-cliente", "2S")
        .con(ServicioSuite.TOKEN, "sat.credencial.pausa-de-prueba", "1S");
  }

  /** Every kind of fault there is. */
  public static Set<String> tipos() {
    return Stream.of(Carril.values())
        .flatMap(carril -> carril.baraja(new Random(0)).stream())
        .map(Golpe::tipo)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Starts a platform, hurts it, judges it and ends it.
   *
   * @param salida where plan, progress and verdict are printed
   */
  public InformeDeCaos correr(OpcionesDePlataforma opciones, PrintStream salida) {
    Plan plan = Plan.de(semilla, duracion);
    salida.println("Plan de la semilla " + semilla + ":");
    plan.citas().forEach(cita -> salida.println("  " + cita.linea()));
    Plataforma plataforma =
        Plataforma.iniciar(
            opciones.conHeridas(plan.relojes()), aviso -> salida.println("Arrancando " + aviso));
    Vivido vivido;
    try (plataforma) {
      vivido = vivir(plataforma, plan, salida);
    }
    List<String> faltas = new ArrayList<>(vivido.faltas());
    plataforma.restos().forEach(pid -> faltas.add("quedó el proceso " + pid));
    InformeDeCaos informe =
        new InformeDeCaos(
            this, vivido.veredicto(), vivido.sobrevividos(), vivido.revividos(), faltas);
    informe.mostrar(salida);
    return informe;
  }

  private record Vivido(
      Corrida.Veredicto veredicto,
      Map<String, Integer> sobrevividos,
      int revividos,
      List<String> faltas) {}

  private Vivido vivir(Plataforma plataforma, Plan plan, PrintStream salida) {
    List<byte[]> lineas = ErpSintetico.lineas(eventos, semilla);
    plataforma.control().fallas(Dolencia.SANO);
    CompletableFuture<Corrida.Veredicto> corrida =
        CompletableFuture.supplyAsync(
            () ->
                new Corrida(plataforma, salida, false, SIN_AVANCE)
                    .correr(lineas, duracion.plus(POR_SI_TARDA)),
            Thread::startVirtualThread);
    Tormenta tormenta =
        new Tormenta(plataforma, () -> !corrida.isDone(), linea -> salida.println("caos " + linea));
    tormenta.pasar(plan);
    List<String> faltas = new ArrayList<>();
    Corrida.Veredicto veredicto = esperar(corrida);
    faltas.addAll(Atascos.en(plataforma));
    try (Stream<EntradaDelLibro> libro = plataforma.control().lineas()) {
      new Orden(lineas)
          .adelantados(libro)
          .forEach(reporte -> faltas.add(reporte + " se adelantó a un hecho anterior"));
    }
    return new Vivido(
        veredicto,
        new TreeMap<>(tormenta.sobrevividos()),
        tormenta.revividos(),
        List.copyOf(faltas));
  }

  private static Corrida.Veredicto esperar(CompletableFuture<Corrida.Veredicto> corrida) {
    try {
      return corrida.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof IllegalStateException motivo ? motivo : e;
    }
  }
}
