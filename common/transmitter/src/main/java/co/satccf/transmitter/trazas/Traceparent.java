package co.satccf.transmitter.trazas;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code traceparent} of W3C Trace Context, version 00; its 55 characters tell nothing.
 */
public final class Traceparent {

  /** Its name, in Kafka as in HTTP. */
  public static final String CABECERA = "traceparent";

  private static final Pattern FORMA =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})");

  private Traceparent() {}

  /** As it came, or null when it is none: whatever else stands in a header is not kept. */
  public static @Nullable String leer(byte @Nullable [] cabecera) {
    if (cabecera == null) {
      return null;
    }
    String texto = new String(cabecera, StandardCharsets.ISO_8859_1);
    return FORMA.matcher(texto).matches() ? texto : null;
  }

  static String de(SpanContext span) {
    return "00-%s-%s-%s"
        .formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex());
  }

  /** What a new span is a child of; of nothing where there is none. */
  static Context padre(@Nullable String traceparent) {
    if (traceparent == null) {
      return Context.root();
    }
    Matcher partes = FORMA.matcher(traceparent);
    if (!partes.matches()) {
      return Context.root();
    }
    return Context.root()
        .with(
            Span.wrap(
                SpanContext.createFromRemoteParent(
                    partes.group(1),
                    partes.group(2),
                    TraceFlags.fromHex(partes.group(3), 0),
                    TraceState.getDefault())));
  }
}
