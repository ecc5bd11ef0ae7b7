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
import java.util.concurrent.CountDownLatch;
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
 * where the machine allows user namespaces. fsync is off: it stands the death of its processes, not
 * that of the machine.
 */
public final class BaseDeDatos implements AutoCloseable {
  public static final String USUARIO = "postgres";

  /** Any password is accepted; this one is sent, because some clients insist on having one. */
  public static final String CLAVE = "postgres";

  private static final Pattern NOMBRE = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final Duration ESPERA_AL_ARRANCAR = Duration.ofSeconds(60);

  private final Path programas;
  private final Path datos;
  private final int puerto;
  private @Nullable EmbeddedPostgres servidor;

  private BaseDeDatos(Path programas, Path datos, int puerto) {
    this.programas = programas.toAbsolutePath().normalize();
    this.datos = datos.toAbsolutePath().normalize();
    this.puerto = puerto;
  }

  /** A database on a free port, everything under {@code carpeta}. */
  public static BaseDeDatos en(Path carpeta) {
    return en(carpeta, Puertos.libre());
  }

  /** A database on the given port, everything under {@code carpeta}. */
  public static BaseDeDatos en(Path carpeta, int puerto) {
    return en(carpeta.resolve("programas"), carpeta, puerto);
  }

  /** A database that shares unpacked programs with others, which spares each of them 3 s. */
  public static BaseDeDatos en(Path programas, Path carpeta, int puerto) {
    return new BaseDeDatos(programas, carpeta.resolve("datos"), puerto);
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
    ProcessBuilder.Redirect registro =
        ProcessBuilder.Redirect.appendTo(datos.resolveSibling("postgres.log").toFile());
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(programas.toFile())
        .setDataDirectory(datos)
        .setCleanDataDirectory(false)
        .setPort(puerto)
        .setPGStartupWait(ESPERA_AL_ARRANCAR)
        .setErrorRedirector(registro)
        .setOutputRedirector(registro)
        // The Unix socket and shared memory would otherwise stay in /tmp and /dev/shm after a kill.
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("dynamic_shared_memory_type", "mmap")
        .setServerConfig("max_connections", "200")
        .setServerConfig("timezone", "UTC")
        .setLocaleConfig("locale", "C.UTF-8");
  }

  /** Stops in good order; open connections are cut. Does nothing when it is stopped. */
  public synchronized void stop() {
    if (servidor == null) {
      return;
    }
    try {
      servidor.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      servidor = null;
    }
  }

  /** Kills every server process with signal 9 and returns when all are gone. */
  public synchronized void kill() {
    if (servidor == null) {
      return;
    }
    ProcessHandle raiz =
        ProcessHandle.of(pid()).orElseThrow(() -> new IllegalStateException("no postmaster"));
    List<ProcessHandle> procesos = Stream.concat(Stream.of(raiz), raiz.descendants()).toList();
    procesos.forEach(ProcessHandle::destroyForcibly);
    procesos.forEach(proceso -> proceso.onExit().join());
    stop();
  }

  /** {@link #stop()} and {@link #start()}. */
  public synchronized void restart() {
    stop();
    start();
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
      return Long.parseLong(Files.readAllLines(datos.resolve("postmaster.pid")).getFirst().strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Own process: {@code <port> <folder> [database...]}; 0 takes a free port. Prints {@code LISTO
   * <port>} once the databases exist and stops the server on SIGTERM.
   */
  public static void main(String[] args) throws InterruptedException {
    FinDeEntrada.vigilarSiSePide(args);
    String[] valores = FinDeEntrada.sinOpcion(args);
    int pedido = Integer.parseInt(valores[0]);
    BaseDeDatos base = en(Path.of(valores[1]), pedido == 0 ? Puertos.libre() : pedido);
    base.start();
    for (int i = 2; i < valores.length; i++) {
      base.crear(valores[i]);
    }
    System.out.println("LISTO " + base.puerto());
    new CountDownLatch(1).await();
  }
}
