package co.satccf.transmitter.constancia;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The constancia as a page to be printed: {@code templates/constancia.html}. */
public final class ConstanciaHtml {

  private static final DateTimeFormatter EN_BOGOTA =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.of("America/Bogota"));

  private ConstanciaHtml() {}

  @CheckedTemplate(basePath = "")
  static final class Plantillas {
    private Plantillas() {}

    static native TemplateInstance constancia(ConstanciaEmitida emitida);
  }

  /** UTF-8 page without scripts or anything from elsewhere. */
  public static String de(ConstanciaEmitida emitida) {
    return Plantillas.constancia(emitida).render();
  }

  @TemplateExtension
  static String enBogota(Instant instante) {
    return EN_BOGOTA.format(instante);
  }
}
