package co.satccf.sandbox.infra;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One embedded PostgreSQL 17 on the loopback interface. Its rows live in {@code <folder>/datos} and
 * survive {@link #stop()}, {@link #kill()} and the end of this JVM, its log is {@code
 * <folder>/postgres.log}, its unpacked programs live in the folder of programs. Nothing is written
 * outside of these.
 *
 * <p>The port never changes, so that clients find the database again after a restart. Runs as root
 * where the machine allows user namespaces. Unless told otherwise fsync is off: it stands the death
 * of its processes, not that of the machine.
 */
public final class BaseDeDatos implements AutoCloseable {
  public static final String USUARIO = "postgres";

  /** Any password is accepted; this one is sent, because some clients insist on having one. */
  public static final String CLAVE = "postgres";

  /** Shared by the tests of all modules, which spares each of them 3 s; Maven tells where. */
  private static final Path PROGRAMAS =
      Path.of(System.getProperty("arena.programas", "target/infra/programas"));

  private static final String PID = "postmaster.pid";
  private static final String WAL = "pg_wal";
  private static final Pattern NOMBRE = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final Duration ESPERA_ENTRE_MIRADAS = Duration.ofMillis(10);
  private static final Duration ESPERA_AL_ARRANCAR = Duration.ofSeconds(60);

  private final Path programas;
  private final Path datos;
  private final int puerto;
  private final Map<String, String> ajustes;
  private @Nullable EmbeddedPostgres servidor;

  private BaseDeDatos(Path programas, Path datos, int puerto, Map<String, String> ajustes) {
    this.programas = programas.toAbsolutePath().normalize();
    this.datos = datos.toAbsolutePath().normalize();
    this.puerto = puerto;
    this.ajustes = ajustes;
  }

  /** A database on a free port, everything but the programs under {@code carpeta}. */
  public static BaseDeDatos en(Path carpeta) {
    return en(carpeta, Puertos.libre());
  }

  /** A database on the given port, everything but the programs under {@code carpeta}. */
  public static BaseDeDatos en(Path carpeta, int puerto) {
    return en(PROGRAMAS, carpeta, puerto);
  }

  /** A database that shares unpacked programs with others, which spares each of them 3 s. */
  public static BaseDeDatos en(Path programas, Path carpeta, int puerto) {
    return con(programas, carpeta, puerto, Map.of());
  }

  /**
   * As {@link #en(Path, Path, int)}.
   *
   * @param ajustes settings of {@code postgresql.conf} that win over ours
   */
  public static BaseDeDatos con(
      Path programas, Path carpeta, int puerto, Map<String, String> ajustes) {
    return new BaseDeDatos(programas, carpeta.resolve("datos"), puerto, Map.copyOf(ajustes));
  }

  /**
   * Starts the server and waits until it answers; does nothing when it runs.
   *
   * @throws UncheckedIOException when it is not ready within 60 s
   */
  public synchronized void start() {
    if (servidor != null) {
      return;
    }
    RegistroSilencioso.callar();
    Carpetas.crear(programas);
    Carpetas.crear(datos.resolveSibling("."));
    // zonky creates this folder before any setter is heard, by default below the temp folder, and
    // deletes old data folders in it: it must not be the parent of ours.
    System.setProperty("ot.epg.working-dir", programas.toString());
    try {
      servidor = configurado().start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start on port " + puerto, e);
    }
  }

  private EmbeddedPostgres.Builder configurado() {
    ProcessBuilder.Redirect registro = ProcessBuilder.Redirect.appendTo(registro().toFile());
    EmbeddedPostgres.Builder configurado =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(programas.toFile())
            .setDataDirectory(datos)
            .setCleanDataDirectory(false)
            .setPort(puerto)
            .setPGStartupWait(ESPERA_AL_ARRANCAR)
            .setErrorRedirector(registro)
            .setOutputRedirector(registro)
            // The Unix socket and shared memory would otherwise stay in /tmp and /dev/shm after a
            // kill.
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("dynamic_shared_memory_type", "mmap")
            // zonky turns it off; then a kill loses transactions that were answered as committed.
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "200")
            .setServerConfig("timezone", "UTC")
            .setLocaleConfig("locale", "C.UTF-8");
    ajustes.forEach(configurado::setServerConfig);
    return configurado;
  }

  /**
   * Stops in good order and returns when the server is gone; open connections are cut. Does nothing
   * when it is stopped.
   */
  public synchronized void stop() {
    if (servidor == null) {
      return;
    }
    Optional<ProcessHandle> postmaster = postmaster();
    try {
      servidor.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      servidor = null;
    }
    // zonky's own shutdown hook may be stopping it at this moment; then close() returned at once.
    postmaster.ifPresent(BaseDeDatos::esperarFin);
  }

  /** Kills every server process with signal 9 and returns when all are gone. */
  public synchronized void kill() {
    if (servidor == null) {
      return;
    }
    List<ProcessHandle> procesos =
        postmaster().stream()
            .flatMap(proceso -> Stream.concat(Stream.of(proceso), proceso.descendants()))
            .toList();
    procesos.forEach(ProcessHandle::destroyForcibly);
    procesos.forEach(BaseDeDatos::esperarFin);
    stop();
  }

  /** {@link #stop()} and {@link #start()}. */
  public synchronized void restart() {
    stop();
    start();
  }

  /**
   * Copies everything into a folder while the server runs and is written to (PostgreSQL, "Making a
   * Base Backup Using the Low Level API"): it is as of the end of the copying.
   */
  public synchronized void copiar(Path copia) {
    try (Connection conexion = DriverManager.getConnection(jdbcUrl("postgres"), USUARIO, CLAVE);
        Statement sentencia = conexion.createStatement()) {
      sentencia.execute("select pg_backup_start('copia', true)");
      Carpetas.copiar(datos, copia, archivo -> !archivo.startsWith(WAL) && !archivo.endsWith(PID));
      try (ResultSet fila = sentencia.executeQuery("select labelfile from pg_backup_stop()")) {
        fila.next();
        Files.writeString(copia.resolve("backup_label"), fila.getString(1));
      }
      Carpetas.copiar(datos.resolve(WAL), copia.resolve(WAL), archivo -> true);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("the database could not be copied", e);
    }
  }

  /** Puts a copy in the place of everything there is; the server must be stopped. */
  public synchronized void restaurar(Path copia) {
    if (servidor != null) {
      throw new IllegalStateException("the database runs");
    }
    try {
      Carpetas.borrar(datos);
      Carpetas.copiar(copia, datos, archivo -> true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A dead server whose parent, the machine's first process, does not collect it stays a zombie;
   * ProcessHandle takes it for alive.
   */
  private static void esperarFin(ProcessHandle proceso) {
    while (proceso.isAlive() && !esZombi(proceso.pid())) {
      LockSupport.parkNanos(ESPERA_ENTRE_MIRADAS.toNanos());
    }
  }

  private static boolean esZombi(long pid) {
    try {
      String estado = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return estado.startsWith("Z", estado.lastIndexOf(')') + 2);
    } catch (IOException terminado) {
      return true;
    }
  }

  private Optional<ProcessHandle> postmaster() {
    return Files.exists(datos.resolve(PID)) ? ProcessHandle.of(pid()) : Optional.empty();
  }

  @Override
  public void close() {
    stop();
  }

  /**
   * Creates a database unless it exists.
   *
   * @param nombre lowercase letters, digits and underscores, 1-63 characters
   */
  public void crear(String nombre) {
    if (!NOMBRE.matcher(nombre).matches()) {
      throw new IllegalArgumentException("not a database name: " + nombre);
    }
    try (Connection conexion = DriverManager.getConnection(jdbcUrl("postgres"), USUARIO, CLAVE);
        Statement sentencia = conexion.createStatement()) {
      if (!existe(sentencia, nombre)) {
        sentencia.execute("CREATE DATABASE " + nombre);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("database " + nombre + " could not be created", e);
    }
  }

  private static boolean existe(Statement sentencia, String nombre) throws SQLException {
    try (ResultSet filas =
        sentencia.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + nombre + "'")) {
      return filas.next();
    }
  }

  public String jdbcUrl(String nombre) {
    return "jdbc:postgresql://127.0.0.1:" + puerto + "/" + nombre;
  }

  /** The server's log. */
  public Path registro() {
    return datos.resolveSibling("postgres.log");
  }

  public int puerto() {
    return puerto;
  }

  /** Whether this object started the server and has not stopped it. */
  public synchronized boolean enMarcha() {
    return servidor != null;
  }

  /**
   * Process id of the postmaster.
   *
   * @throws UncheckedIOException when the server does not run
   */
  public long pid() {
    try {
      return Long.parseLong(Files.readAllLines(datos.resolve(PID)).getFirst().strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
