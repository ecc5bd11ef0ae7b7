package co.satccf.sandbox.ministerio;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ledger. Each entry goes to the file in one unbuffered write, so that a killed process leaves
 * whole lines behind.
 */
final class Libro implements Closeable {
  private final List<EntradaDelLibro> entradas = new ArrayList<>();
  private final @Nullable OutputStream archivo;

  Libro(@Nullable Path archivo) {
    this.archivo = archivo == null ? null : abrir(archivo);
  }

  private static OutputStream abrir(Path archivo) {
    try {
      Path carpeta = archivo.toAbsolutePath().getParent();
      if (carpeta != null) {
        Files.createDirectories(carpeta);
      }
      return Files.newOutputStream(archivo, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void anotar(EntradaDelLibro entrada) {
    entradas.add(entrada);
    if (archivo != null) {
      try {
        archivo.write(lineas(List.of(entrada)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  int tamano() {
    return entradas.size();
  }

  /** NDJSON of the entries from {@code desde} up to but without {@code hasta}. */
  byte[] lineas(int desde, int hasta) {
    return lineas(entradas.subList(desde, hasta));
  }

  private static byte[] lineas(List<EntradaDelLibro> entradas) {
    ByteArrayOutputStream salida = new ByteArrayOutputStream(2048);
    try {
      for (EntradaDelLibro entrada : entradas) {
        try (JsonGenerator json = Json.MAPPER.getFactory().createGenerator(salida)) {
          json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
          escribir(json, entrada);
        }
        salida.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return salida.toByteArray();
  }

  private static void escribir(JsonGenerator json, EntradaDelLibro entrada) throws IOException {
    json.writeStartObject();
    json.writeNumberField("secuencia", entrada.secuencia());
    json.writeStringField("servicio", entrada.servicio());
    json.writeStringField("clientId", entrada.clientId());
    json.writeStringField("radicado", entrada.radicado());
    json.writeStringField("cuerpo", entrada.cuerpo());
    json.writeStringField("codigo", entrada.codigo());
    json.writeStringField("decision", entrada.decision());
    json.writeNumberField("estadoHttp", entrada.estadoHttp());
    json.writeBooleanField("procesado", entrada.procesado());
    json.writeBooleanField("aceptado", entrada.aceptado());
    json.writeStringField("huella", entrada.huella());
    json.writeStringField("traza", entrada.traza());
    json.writeStringField("recibido", entrada.recibido());
    json.writeStringField("instante", entrada.instante());
    json.writeEndObject();
  }

  /** Forgets the entries in memory; what is in the file stays. */
  void olvidar() {
    entradas.clear();
  }

  @Override
  public void close() throws IOException {
    if (archivo != null) {
      archivo.close();
    }
  }
}
