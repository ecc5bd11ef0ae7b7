package co.satccf.sandbox.ministerio;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ledger: every request to a service, in the order of the decisions. One thread. */
final class Libro {

  private final List<EntradaDelLibro> entradas = new ArrayList<>();
  private final Map<String, Cuenta> cuentas = new HashMap<>();
  private final @Nullable OutputStream archivo;

  /** Running counts of one service. */
  private static final class Cuenta {
    long recibidos;
    long alertas;
    long glosados;
    long repetidos;
    long sinProcesar;
    long vencidos;
    long ajenos;
    int concurrencia;
  }

  Libro(@Nullable Path archivo) {
    try {
      this.archivo = archivo == null ? null : Files.newOutputStream(archivo);
    } catch (IOException e) {
      throw new UncheckedIOException("the ledger cannot be written to " + archivo, e);
    }
  }

  void anotar(EntradaDelLibro entrada) {
    entradas.add(entrada);
    Cuenta cuenta = cuenta(entrada.servicio());
    cuenta.recibidos++;
    String decision = entrada.decision();
    if (decision.isEmpty()) {
      cuenta.sinProcesar++;
    } else if (decision.equals("GN01")) {
      cuenta.repetidos++;
    } else if (decision.startsWith("G")) {
      cuenta.glosados++;
    } else if (decision.startsWith("AN")) {
      cuenta.alertas++;
    }
    OutputStream salida = archivo;
    if (salida != null) {
      try {
        // At once, unbuffered: a kill leaves whole lines.
        salida.write((Json.escribir(entrada) + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException("the ledger could not be written", e);
      }
    }
  }

  void vencido(String servicio) {
    cuenta(servicio).vencidos++;
  }

  void ajeno(String servicio) {
    cuenta(servicio).ajenos++;
  }

  void concurrencia(String servicio, int ahora) {
    Cuenta cuenta = cuenta(servicio);
    cuenta.concurrencia = Math.max(cuenta.concurrencia, ahora);
  }

  long siguiente() {
    return entradas.size();
  }

  List<EntradaDelLibro> entradas() {
    return entradas;
  }

  ResumenDelMinisterio.DelServicio resumen(Servicio servicio, Negocio negocio) {
    Cuenta c = cuenta(servicio.nombre());
    return new ResumenDelMinisterio.DelServicio(
        c.recibidos,
        negocio.aceptados(servicio),
        c.alertas,
        c.glosados,
        c.repetidos,
        negocio.dobles(servicio),
        c.sinProcesar,
        c.vencidos,
        c.ajenos,
        c.concurrencia);
  }

  private Cuenta cuenta(String servicio) {
    return cuentas.computeIfAbsent(servicio, s -> new Cuenta());
  }

  void cerrar() {
    try {
      if (archivo != null) {
        archivo.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
