package co.satccf.reporting.consola.tablero;

import co.satccf.model.estado.Bloqueo;
import co.satccf.reporting.consola.familias.ConteosDeAhora;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What waits for a person.
 *
 * @param donde page on which it is done
 */
public record PorHacer(String que, long cuantos, String donde) {

  private static final Set<Bloqueo> LOS_LEVANTA_UNA_PERSONA =
      EnumSet.of(Bloqueo.POSIBLE_DUPLICADO, Bloqueo.ANTERIOR_RETIRADO);

  /** Only what there is, the most pressing first. */
  static List<PorHacer> de(Collection<ConteosDeAhora> familias, Map<String, Long> informes) {
    return Stream.of(
            new PorHacer(
                "Reportes vencidos sin terminar",
                suma(familias, servicio -> servicio.terminos().vencidos()),
                "/consola/reportes?abiertos=true"),
            new PorHacer(
                "Reportes por vencer",
                suma(familias, servicio -> servicio.terminos().porVencer()),
                "/consola/reportes?abiertos=true"),
            new PorHacer(
                "Reportes glosados por corregir",
                suma(familias, ConteosDeAhora.DelServicio::glosados),
                "/consola/glosas"),
            new PorHacer(
                "Enviados sin respuesta, por aclarar",
                suma(familias, ConteosDeAhora.DelServicio::inciertos),
                "/consola/reportes?estado=INCIERTO"),
            new PorHacer(
                "Por confirmar con el Ministerio",
                suma(familias, ConteosDeAhora.DelServicio::porConfirmar),
                "/consola/reportes?estado=POR_CONFIRMAR"),
            new PorHacer(
                "Detenidos hasta que alguien decida",
                suma(
                    familias,
                    servicio ->
                        servicio.bloqueados().entrySet().stream()
                            .filter(uno -> LOS_LEVANTA_UNA_PERSONA.contains(uno.getKey()))
                            .mapToLong(Map.Entry::getValue)
                            .sum()),
                "/consola/reportes?abiertos=true"),
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

  private static long suma(
      Collection<ConteosDeAhora> familias, ToLongFunction<ConteosDeAhora.DelServicio> cifra) {
    return familias.stream()
        .flatMap(familia -> familia.servicios().values().stream())
        .mapToLong(cifra)
        .sum();
  }
}
