package co.satccf.reporting.consola.tablero;

import co.satccf.reporting.consola.esperas.Espera;
import co.satccf.reporting.consola.familias.ConteosDeAhora;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What waits for a person.
 *
 * @param donde page on which it is done
 */
public record PorHacer(String que, long cuantos, String donde) {

  /** Only what there is, the most pressing first. */
  static List<PorHacer> de(Collection<ConteosDeAhora> familias, Map<String, Long> informes) {
    return Stream.of(
            espera(familias, Espera.VENCIDOS),
            espera(familias, Espera.POR_VENCER),
            new PorHacer(
                "Reportes glosados por corregir",
                suma(familias, ConteosDeAhora.DelServicio::glosados),
                "/consola/glosas"),
            espera(familias, Espera.INCIERTOS),
            espera(familias, Espera.POR_CONFIRMAR),
            espera(familias, Espera.POSIBLES_DUPLICADOS),
            espera(familias, Espera.SIN_SU_ANTERIOR),
            new PorHacer(
                "Registros en cuarentena",
                familias.stream().mapToLong(ConteosDeAhora::cuarentenaAbierta).sum(),
                "/consola/cuarentena"),
            new PorHacer(
                "Correcciones del ERP en bandeja",
                familias.stream().mapToLong(una -> una.correcciones().enBandeja()).sum(),
                "/consola/cuarentena"),
            new PorHacer(
                "Informes por aprobar o por aclarar",
                informes.values().stream().mapToLong(Long::longValue).sum(),
                "/consola/seguimiento"))
        .filter(uno -> uno.cuantos() > 0)
        .toList();
  }

  private static PorHacer espera(Collection<ConteosDeAhora> familias, Espera espera) {
    return new PorHacer(espera.titulo(), suma(familias, espera::cuenta), espera.camino());
  }

  private static long suma(
      Collection<ConteosDeAhora> familias, ToLongFunction<ConteosDeAhora.DelServicio> cifra) {
    return familias.stream()
        .flatMap(familia -> familia.servicios().values().stream())
        .mapToLong(cifra)
        .sum();
  }
}
