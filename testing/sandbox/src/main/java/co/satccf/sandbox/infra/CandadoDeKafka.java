package co.satccf.sandbox.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;

/**
 * The lock of a {@link Broker}: services come in over TLS, each with a name and password of its own
 * (SCRAM-SHA-512), and may do what the platform's table of permissions says and nothing else. The
 * sandbox itself goes on by the listener without a lock.
 */
public final class CandadoDeKafka {

  private static final long ESPERA_SEGUNDOS = 60;
  private static final int ITERACIONES = 4_096;
  private static final String MECANISMO = "SCRAM-SHA-512";

  private final int puerto = Puertos.libre();
  private final CertificadoDePrueba certificado;
  private final List<AclBinding> permisos;

  private CandadoDeKafka(CertificadoDePrueba certificado, List<AclBinding> permisos) {
    this.certificado = certificado;
    this.permisos = permisos;
  }

  /**
   * @param carpeta where the broker's certificate is put
   * @param tabla {@code deploy/kafka/acl.csv}
   */
  public static CandadoDeKafka en(Path carpeta, Path tabla) {
    Carpetas.crear(carpeta);
    try (Stream<String> lineas = Files.lines(tabla)) {
      return new CandadoDeKafka(
          CertificadoDePrueba.hacer(carpeta, "kafka", "ip:127.0.0.1", "-1d", 10),
          lineas
              .filter(linea -> !linea.isBlank() && !linea.startsWith("#"))
              .skip(1)
              .map(CandadoDeKafka::permiso)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AclBinding permiso(String linea) {
    String[] celdas = linea.split(",", -1);
    ResourceType recurso =
        switch (celdas[2]) {
          case "Topic" -> ResourceType.TOPIC;
          case "Group" -> ResourceType.GROUP;
          case "TransactionalId" -> ResourceType.TRANSACTIONAL_ID;
          default -> throw new IllegalArgumentException(linea);
        };
    return new AclBinding(
        new ResourcePattern(
            recurso,
            celdas[4],
            celdas[3].equals("prefijo") ? PatternType.PREFIXED : PatternType.LITERAL),
        new AccessControlEntry(
            celdas[0], "*", SecurityUtils.operation(celdas[1]), AclPermissionType.ALLOW));
  }

  /** Value of {@code bootstrap.servers} for whoever comes in by the lock. */
  public String servidores() {
    return "127.0.0.1:" + puerto;
  }

  /** The certificate that a client has to trust. */
  public Path confianza() {
    return certificado.pem();
  }

  /** How a client comes in, as {@code deploy/kafka/README.md} says it. */
  public Map<String, String> cliente(String principal) {
    return cliente(principal, clave(principal), confianza());
  }

  /**
   * @param confianza the certificate that the client trusts, whichever the broker has
   */
  public Map<String, String> cliente(String principal, String clave, Path confianza) {
    return Map.of(
        "bootstrap.servers",
        servidores(),
        "security.protocol",
        "SASL_SSL",
        "sasl.mechanism",
        MECANISMO,
        "sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(principal, clave),
        "ssl.truststore.type",
        "PEM",
        "ssl.truststore.location",
        confianza.toAbsolutePath().toString());
  }

  /** Synthetic. */
  private static String clave(String principal) {
    return "clave-de-" + principal;
  }

  String escucha() {
    return ",CERRADO://127.0.0.1:" + puerto;
  }

  void configurar(Properties p) {
    p.put("sasl.enabled.mechanisms", MECANISMO);
    p.put(
        "listener.name.cerrado.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    p.put("listener.name.cerrado.ssl.keystore.type", "PKCS12");
    p.put(
        "listener.name.cerrado.ssl.keystore.location",
        certificado.almacen().toAbsolutePath().toString());
    p.put("listener.name.cerrado.ssl.keystore.password", CertificadoDePrueba.CLAVE);
    p.put("listener.name.cerrado.ssl.key.password", CertificadoDePrueba.CLAVE);
    p.put("authorizer.class.name", StandardAuthorizer.class.getName());
    p.put("allow.everyone.if.no.acl.found", "false");
    // Whoever comes by the other listener: the sandbox, and the broker to itself.
    p.put("super.users", "User:ANONYMOUS");
  }

  /** Names, passwords and permissions. */
  void echar(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
    List<UserScramCredentialAlteration> quienes =
        permisos.stream()
            .map(permiso -> permiso.entry().principal().replaceFirst("^User:", ""))
            .distinct()
            .<UserScramCredentialAlteration>map(
                nombre ->
                    new UserScramCredentialUpsertion(
                        nombre,
                        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERACIONES),
                        clave(nombre)))
            .toList();
    admin.alterUserScramCredentials(quienes).all().get(ESPERA_SEGUNDOS, TimeUnit.SECONDS);
    admin.createAcls(permisos).all().get(ESPERA_SEGUNDOS, TimeUnit.SECONDS);
  }
}
