package co.satccf.stream;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * What reads zstd and snappy is in C. On a JVM those libraries load themselves; the classes of a
 * native executable believe that they have, because they did so where it was built. LZ4 is plain
 * Java there, gzip is the JDK's.
 */
final class NativeCodecs {

  private static final Logger LOG = Logger.getLogger(NativeCodecs.class);
  private static final AtomicBoolean TRIED = new AtomicBoolean();

  private NativeCodecs() {}

  /** Does nothing on a JVM. What cannot be loaded is told; a record that needs it is then too. */
  static void load() {
    var executable = "runtime".equals(System.getProperty("org.graalvm.nativeimage.imagecode"));
    if (executable && TRIED.compareAndSet(false, true)) {
      for (var library : libraries(System.getProperty("os.arch"))) {
        try {
          load(library);
        } catch (IOException | UnsatisfiedLinkError failure) {
          LOG.warnf(failure, "library=%s not loaded", library);
        }
      }
    }
  }

  /**
   * Resources of the versions that kafka-clients brings.
   *
   * @param architecture as the JDK calls it: amd64 or aarch64
   */
  static List<String> libraries(String architecture) {
    return List.of(
        "/linux/%s/libzstd-jni-1.5.6-10.so".formatted(architecture),
        "/org/xerial/snappy/native/Linux/%s/libsnappyjava.so"
            .formatted(architecture.replace("amd64", "x86_64")));
  }

  static void load(String library) throws IOException {
    try (var content = NativeCodecs.class.getResourceAsStream(library)) {
      if (content == null) {
        throw new FileNotFoundException(library);
      }
      var file = Files.createTempFile("sat-", ".so");
      try {
        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        System.load(file.toAbsolutePath().toString());
      } finally {
        // What is loaded stays, also without its file.
        Files.delete(file);
      }
    }
  }
}
