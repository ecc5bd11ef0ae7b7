package co.satccf.sandbox.ministerio;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The fault document in force, with its dice and with how often each fault has hit. */
final class Averias {
  private static final long SEMILLA = 1;

  private Fallas documento = Fallas.ninguna();
  private SplittableRandom azar = new SplittableRandom(SEMILLA);
  private int[] restantes = {};

  void poner(Fallas nuevo) {
    documento = nuevo;
    azar = new SplittableRandom(nuevo.semilla() == null ? SEMILLA : nuevo.semilla());
    restantes =
        nuevo.lista().stream()
            .mapToInt(falla -> falla.veces() == null ? Integer.MAX_VALUE : falla.veces())
            .toArray();
  }

  Fallas documento() {
    return documento;
  }

  /** The fault that hits this request; {@code servicio} null is the token endpoint. */
  @Nullable Falla para(@Nullable Servicio servicio, String radicado) {
    List<Falla> fallas = documento.lista();
    for (int i = 0; i < restantes.length; i++) {
      Falla falla = fallas.get(i);
      if (restantes[i] > 0 && falla.alcanza(servicio, radicado) && toca(falla)) {
        restantes[i]--;
        return falla;
      }
    }
    return null;
  }

  private boolean toca(Falla falla) {
    return falla.probabilidad() == null || azar.nextDouble() < falla.probabilidad();
  }

  /** Milliseconds that this request waits. */
  long espera(@Nullable Servicio servicio) {
    Map<String, Latencia> latencias = documento.porLugar();
    if (latencias.isEmpty()) {
      return 0;
    }
    Latencia latencia = latencias.get(servicio == null ? Falla.TOKEN : servicio.nombre());
    if (latencia == null && servicio != null) {
      latencia = latencias.get(Falla.TODOS);
    }
    return latencia == null ? 0 : sortear(latencia);
  }

  private long sortear(Latencia latencia) {
    return switch (latencia.forma()) {
      case FIJA -> latencia.minMs();
      case UNIFORME -> azar.nextLong(latencia.minMs(), latencia.maxMs() + 1);
      case LOGNORMAL ->
          Math.min(
              latencia.maxMs(),
              Math.round(latencia.minMs() * Math.exp(latencia.sigma() * azar.nextGaussian())));
    };
  }

  boolean sobrepasa(int enCurso) {
    Integer capacidad = documento.capacidad();
    return capacidad != null && !documento.encola() && enCurso > capacidad;
  }

  /** How many requests are served at once while others wait for them. */
  int puestos() {
    Integer capacidad = documento.capacidad();
    return capacidad != null && documento.encola() ? capacidad : Integer.MAX_VALUE;
  }
}
