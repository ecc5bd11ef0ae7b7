package co.satccf.transmitter.intake;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.familia.RequisitoEmpleador;
import co.satccf.transmitter.reception.Entrada;
import co.satccf.transmitter.reception.Identidad;
import co.satccf.transmitter.reception.Radicado;
import co.satccf.transmitter.store.Llave;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * What the earlier batches of a rehearsal would have left in the store: digests of identities, and
 * hashes; no bodies and no texts, a third of a kilobyte an event.
 */
final class Recuerdo {

  private final Map<ServicioSat, RequisitoEmpleador> requisitos;
  private final Map<UUID, byte[]> eventos = new HashMap<>();
  private final Map<UUID, byte[]> radicados = new HashMap<>();
  private final Set<UUID> llaves = new HashSet<>();
  private final Set<UUID> hechos = new HashSet<>();
  private final Map<UUID, Instant> pagos = new HashMap<>();
  private final Set<String> empleadores = new HashSet<>();
  private final Set<EnDepartamento> departamentos = new HashSet<>();

  private record EnDepartamento(String empleador, String departamento) {}

  Recuerdo(Map<ServicioSat, RequisitoEmpleador> requisitos) {
    this.requisitos = requisitos;
  }

  /** The events of a batch that the store has, or that came before. */
  Map<Identidad, byte[]> eventos(List<Entrada> entradas, Map<Identidad, byte[]> guardados) {
    Map<Identidad, byte[]> conocidos = new HashMap<>(guardados);
    entradas.stream()
        .map(Entrada::identidad)
        .filter(Objects::nonNull)
        .forEach(
            identidad -> {
              if (eventos.get(clave(identidad)) instanceof byte[] hash) {
                conocidos.putIfAbsent(identidad, hash);
              }
            });
    return conocidos;
  }

  private static UUID clave(Identidad identidad) {
    return Llave.digest(identidad.source(), identidad.id());
  }

  private static UUID clave(Radicado radicado) {
    return Llave.digest(radicado.servicio().nombre(), radicado.numero());
  }

  /** As {@link #eventos}, for radicados. */
  Map<Radicado, byte[]> radicados(List<Entrada> entradas, Map<Radicado, byte[]> guardados) {
    Map<Radicado, byte[]> conocidos = new HashMap<>(guardados);
    for (Entrada entrada : entradas) {
      if (entrada instanceof Entrada.Reportable reportable
          && radicados.get(clave(reportable.radicado())) instanceof byte[] huella) {
        conocidos.putIfAbsent(reportable.radicado(), huella);
      }
    }
    return conocidos;
  }

  /** States in the store, and PENDIENTE for what came before in this rehearsal. */
  Map<Radicado, EstadoReporte> estados(
      Collection<Radicado> nombrados, Map<Radicado, EstadoReporte> guardados) {
    Map<Radicado, EstadoReporte> estados = new HashMap<>(guardados);
    nombrados.stream()
        .filter(radicado -> radicados.containsKey(clave(radicado)))
        .forEach(radicado -> estados.putIfAbsent(radicado, EstadoReporte.PENDIENTE));
    return estados;
  }

  /** The reports of a batch, behind those of the batches before. */
  List<Plan.NuevoReporte> trasLosAnteriores(List<Plan.NuevoReporte> nuevos) {
    return nuevos.stream()
        .map(
            nuevo -> {
              Entrada.Reportable entrada = nuevo.entrada();
              Instant pago = pagos.get(entrada.llave());
              return new Plan.NuevoReporte(
                  entrada,
                  nuevo.detras() || llaves.contains(entrada.llave()),
                  nuevo.repiteHecho() || hechos.contains(entrada.hecho()),
                  nuevo.sustituido()
                      || (pago != null && pago.isAfter(entrada.evento().instante())));
            })
        .toList();
  }

  void incorporar(List<Entrada.Incorporado> incorporados) {
    for (Entrada.Incorporado incorporado : incorporados) {
      empleadores.add(incorporado.empleador());
      departamentos.add(
          new EnDepartamento(incorporado.empleador(), incorporado.evento().departamento()));
    }
  }

  /** Without the block of an employer that this rehearsal has incorporated. */
  EvaluacionStatements.Evaluado conElRegistro(
      Entrada.Reportable entrada, EvaluacionStatements.Evaluado evaluado) {
    return evaluado.bloqueo() == Bloqueo.EMPLEADOR_NO_INCORPORADO && incorporado(entrada)
        ? new EvaluacionStatements.Evaluado(evaluado.estado(), null)
        : evaluado;
  }

  private boolean incorporado(Entrada.Reportable entrada) {
    RequisitoEmpleador requisito =
        Objects.requireNonNull(requisitos.get(entrada.radicado().servicio()));
    return switch (requisito) {
      case LIBRE -> true;
      case DEPARTAMENTO -> {
        String departamento = entrada.evento().reporte().departamento();
        yield departamento != null
            && departamentos.contains(new EnDepartamento(entrada.empleador(), departamento));
      }
      case ALGUN_DEPARTAMENTO, ALGUNA_VEZ -> empleadores.contains(entrada.empleador());
    };
  }

  void recordar(List<Entrada> entradas, Plan plan) {
    for (Entrada entrada : entradas) {
      Identidad identidad = entrada.identidad();
      if (identidad != null) {
        eventos.putIfAbsent(clave(identidad), entrada.hash());
      }
    }
    for (Plan.NuevoReporte nuevo : plan.reportes()) {
      Entrada.Reportable entrada = nuevo.entrada();
      radicados.put(clave(entrada.radicado()), entrada.cuerpo().huella());
      if (entrada.radicado().servicio() == ServicioSat.ESTADO_PAGO_EMPLEADOR) {
        pagos.merge(entrada.llave(), entrada.evento().instante(), (a, b) -> a.isAfter(b) ? a : b);
      } else {
        llaves.add(entrada.llave());
      }
      if (entrada.hecho() != null) {
        hechos.add(entrada.hecho());
      }
    }
  }
}
