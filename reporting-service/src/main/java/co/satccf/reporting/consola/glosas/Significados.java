package co.satccf.reporting.consola.glosas;

import co.satccf.model.ServicioSat;
import co.satccf.model.catalogo.Catalogos;
import co.satccf.model.contrato.Campo;
import co.satccf.model.contrato.Contratos;
import co.satccf.model.contrato.ReglasDeContrato;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What codes and fields are about, by the contract as published (MinSalud, SAT protocol of
 * 14-Jul-2021, section 3.3). Names on the wire that a fund has changed are its family service's to
 * know.
 */
@Singleton
final class Significados {

  private static final String DEL_HECHO = "data.";

  private final Contratos contratos =
      new Contratos(Catalogos.predeterminados(), ReglasDeContrato.ninguna());

  /** E.g. {@code pazSalvo: el paz y salvo}; "" for a code that is about no field. */
  String deCodigo(ServicioSat servicio, String codigo) {
    return contratos.campos(servicio).stream()
        .filter(campo -> campo.codigo().equals(codigo))
        .map(campo -> campo.nombre() + ": " + campo.etiqueta())
        .collect(Collectors.joining("; "));
  }

  /** The same for one refusal, whose field is known when our own validation told it. */
  String deGlosa(ServicioSat servicio, String codigo, String campo) {
    return contratos.campos(servicio).stream()
        .filter(uno -> uno.nombre().equals(campo))
        .findFirst()
        .map(uno -> "%s en %s: %s".formatted(codigo, campo, uno.etiqueta()))
        .orElseGet(
            () -> {
              var dicho = deCodigo(servicio, codigo);
              return dicho.isEmpty() ? codigo : codigo + ", " + dicho;
            });
  }

  /** Whether a code is about this field. */
  boolean culpa(ServicioSat servicio, String codigo, String campo) {
    return contratos.campos(servicio).stream()
        .anyMatch(uno -> uno.nombre().equals(campo) && uno.codigo().equals(codigo));
  }

  /** Fields that a correction may change. */
  List<String> corregibles(ServicioSat servicio) {
    return contratos.campos(servicio).stream()
        .filter(campo -> campo.ruta().startsWith(DEL_HECHO))
        .map(Campo::nombre)
        .toList();
  }
}
