package co.satccf.transmitter.intake;

import co.satccf.model.contrato.Contratos;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.evento.Motivo;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.intake.Pronostico.Destino;
import co.satccf.transmitter.reception.Entrada;
import co.satccf.transmitter.reception.Procedencia;
import co.satccf.transmitter.reception.Radicado;
import co.satccf.transmitter.reception.Reception;
import co.satccf.transmitter.resguardo.Resguardo;
import co.satccf.transmitter.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way of events through intake without storing anything: the same reading, the same plan and
 * the same evaluation of blocks, in a transaction that may only read. The events of one request are
 * taken as one feed: each finds what the ones before it would have left.
 */
@ApplicationScoped
public class Ensayo {

  /** As many events as one batch has. */
  public static final int LOTE = 500;

  private static final String FUERA_DE_KAFKA = "ensayo";
  private static final List<Motivo> MISMO_EVENTO =
      List.of(new Motivo("EVENTO_REPETIDO", "Este evento ya se recibió, idéntico"));
  private static final List<Motivo> OTRO_EVENTO =
      List.of(
          new Motivo(
              "RADICADO_REPETIDO", "Otro evento ya informó este radicado, con el mismo contenido"));

  private final Reception reception;
  private final Contratos contratos;
  private final FamiliaDeServicios familia;
  private final Database database;
  private final Resguardo resguardo;

  Ensayo(
      Reception reception,
      Contratos contratos,
      FamiliaDeServicios familia,
      Database database,
      Resguardo resguardo) {
    this.reception = reception;
    this.contratos = contratos;
    this.familia = familia;
    this.database = database;
    this.resguardo = resguardo;
  }

  /** Begins a feed of events; not for use by two threads at once. */
  public Sesion empezar() {
    return new Sesion(this, new Recuerdo(familia.requisitos()));
  }

  /** One feed of events, told batch by batch. */
  public static final class Sesion {

    private final Ensayo ensayo;
    private final Recuerdo recuerdo;

    private Sesion(Ensayo ensayo, Recuerdo recuerdo) {
      this.ensayo = ensayo;
      this.recuerdo = recuerdo;
    }

    /**
     * What would become of the next events, at most {@link #LOTE} of them.
     *
     * @param eventos CloudEvents in JSON, as they would stand on the topic
     */
    public List<Pronostico> siguientes(List<byte[]> eventos) throws SQLException {
      return ensayo.pronosticar(eventos, recuerdo);
    }
  }

  private List<Pronostico> pronosticar(List<byte[]> eventos, Recuerdo recuerdo)
      throws SQLException {
    List<Entrada> entradas = eventos.stream().map(this::leer).toList();
    return database.transaction(
        connection -> {
          onlyRead(connection);
          return pronosticar(connection, entradas, recuerdo);
        });
  }

  private Entrada leer(byte[] evento) {
    return reception.read(new Procedencia(FUERA_DE_KAFKA, 0, 0, evento, Map.of()));
  }

  private static void onlyRead(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set transaction read only");
    }
  }

  private List<Pronostico> pronosticar(
      Connection connection, List<Entrada> entradas, Recuerdo recuerdo) throws SQLException {
    Plan plan =
        Plan.de(
            entradas,
            recuerdo.eventos(entradas, ConocidoStatements.eventos(connection, entradas)),
            recuerdo.radicados(entradas, ConocidoStatements.radicados(connection, entradas)),
            resguardo::huella);
    recuerdo.incorporar(plan.incorporados());
    Map<Entrada, Pronostico> pronosticos = new IdentityHashMap<>();
    reportes(connection, plan, recuerdo, pronosticos);
    correcciones(connection, plan, recuerdo, pronosticos);
    plan.incorporados()
        .forEach(
            e -> pronosticos.put(e, Pronostico.otro(Destino.REGISTRO, radicado(e), List.of())));
    plan.cuarentena()
        .forEach(
            c ->
                pronosticos.put(
                    c.entrada(),
                    Pronostico.otro(Destino.CUARENTENA, radicado(c.entrada()), c.motivos())));
    plan.otrosDelMismoHecho()
        .forEach(
            e -> pronosticos.put(e, Pronostico.otro(Destino.REPETIDO, e.radicado(), OTRO_EVENTO)));
    recuerdo.recordar(entradas, plan);
    return entradas.stream()
        .map(
            e ->
                Objects.requireNonNullElseGet(
                    pronosticos.get(e),
                    () -> Pronostico.otro(Destino.REPETIDO, radicado(e), MISMO_EVENTO)))
        .toList();
  }

  private void reportes(
      Connection connection, Plan plan, Recuerdo recuerdo, Map<Entrada, Pronostico> pronosticos)
      throws SQLException {
    if (plan.reportes().isEmpty()) {
      return;
    }
    List<Plan.NuevoReporte> nuevos = recuerdo.trasLosAnteriores(plan.reportes());
    List<EvaluacionStatements.Evaluado> evaluados =
        EvaluacionStatements.evaluar(connection, nuevos);
    for (int i = 0; i < nuevos.size(); i++) {
      Entrada.Reportable entrada = nuevos.get(i).entrada();
      pronosticos.put(
          entrada,
          Pronostico.reporte(
              entrada.radicado(),
              recuerdo.conElRegistro(entrada, evaluados.get(i)),
              contratos.validar(entrada.evento().reporte())));
    }
  }

  private void correcciones(
      Connection connection, Plan plan, Recuerdo recuerdo, Map<Entrada, Pronostico> pronosticos)
      throws SQLException {
    if (plan.correcciones().isEmpty()) {
      return;
    }
    Map<Radicado, EstadoReporte> estados =
        recuerdo.estados(
            DestinoDeCorreccion.nombrados(plan.correcciones()),
            ConocidoStatements.estados(
                connection, DestinoDeCorreccion.nombrados(plan.correcciones())));
    for (Entrada.Correccion correccion : plan.correcciones()) {
      Entrada.Reportable nueva = correccion.nueva();
      pronosticos.put(
          correccion,
          DestinoDeCorreccion.de(correccion, estados)
              .pronostico(nueva.radicado(), contratos.validar(nueva.evento().reporte())));
    }
  }

  private static @Nullable Radicado radicado(Entrada entrada) {
    return switch (entrada) {
      case Entrada.Reportable reportable -> reportable.radicado();
      case Entrada.Correccion correccion -> correccion.nueva().radicado();
      case Entrada.Incorporado _ -> null;
      case Entrada.Implazable _ -> null;
    };
  }
}
