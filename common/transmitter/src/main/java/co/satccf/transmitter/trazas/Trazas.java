package co.satccf.transmitter.trazas;

import co.satccf.model.ServicioSat;
import co.satccf.stream.Batch;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Spans of what is taken in and of what is sent, both children of what the ERP's event says of
 * itself. Their attributes say where and how, never whom: no document, name, radicado or body.
 */
@ApplicationScoped
public class Trazas {

  static final AttributeKey<String> TOPICO = AttributeKey.stringKey("messaging.destination.name");
  static final AttributeKey<String> PARTICION =
      AttributeKey.stringKey("messaging.destination.partition.id");
  static final AttributeKey<Long> POSICION = AttributeKey.longKey("messaging.kafka.offset");
  static final AttributeKey<String> SERVICIO = AttributeKey.stringKey("sat.servicio");
  static final AttributeKey<Long> INTENTO = AttributeKey.longKey("sat.intento");
  static final AttributeKey<Long> VERSION = AttributeKey.longKey("sat.version");
  static final AttributeKey<String> VEREDICTO = AttributeKey.stringKey("sat.veredicto");
  static final AttributeKey<Long> HTTP = AttributeKey.longKey("http.response.status_code");

  private final Tracer tracer;

  Trazas(OpenTelemetry telemetry) {
    this.tracer = telemetry.getTracer("co.satccf.transmitter");
  }

  /** Tells of a batch that has been committed: of each record that came with a trace. */
  public void recibido(Batch batch, Instant desde) {
    for (ConsumerRecord<byte[], byte[]> record : batch.records()) {
      Header header = record.headers().lastHeader(Traceparent.CABECERA);
      String traceparent = header == null ? null : Traceparent.leer(header.value());
      if (traceparent != null) {
        tracer
            .spanBuilder("recibir")
            .setSpanKind(SpanKind.CONSUMER)
            .setParent(Traceparent.padre(traceparent))
            .setStartTimestamp(desde)
            .setAttribute(TOPICO, record.topic())
            .setAttribute(PARTICION, String.valueOf(record.partition()))
            .setAttribute(POSICION, record.offset())
            .startSpan()
            .end();
      }
    }
  }

  /**
   * Begins a call to SAT.
   *
   * @param traceparent that of the event this version came from
   */
  public Llamada llamar(
      ServicioSat servicio, int intento, int version, @Nullable String traceparent) {
    return new Llamada(
        tracer
            .spanBuilder("enviar " + servicio.nombre())
            .setSpanKind(SpanKind.CLIENT)
            .setParent(Traceparent.padre(traceparent))
            .setAttribute(SERVICIO, servicio.nombre())
            .setAttribute(INTENTO, intento)
            .setAttribute(VERSION, version)
            .startSpan());
  }

  /** A call under way. */
  public static final class Llamada implements AutoCloseable {

    private final Span span;

    private Llamada(Span span) {
      this.span = span;
    }

    /** What whoever is called may be told; null when there is nothing to tell. */
    public @Nullable String traceparent() {
      return span.getSpanContext().isValid() ? Traceparent.de(span.getSpanContext()) : null;
    }

    /**
     * @param http null when no whole answer came
     */
    public void contestada(String veredicto, @Nullable Integer http) {
      span.setAttribute(VEREDICTO, veredicto);
      if (http == null) {
        span.setStatus(StatusCode.ERROR);
      } else {
        span.setAttribute(HTTP, http.longValue());
      }
    }

    @Override
    public void close() {
      span.end();
    }
  }
}
