package co.satccf.reporting.documento;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A report as a page to be read and printed, and as the body of an e-mail. */
public final class Pagina {

  private Pagina() {}

  @CheckedTemplate(basePath = "")
  static final class Plantillas {
    private Plantillas() {}

    static native TemplateInstance informe(Informe informe);

    static native TemplateInstance correo(Informe informe);

    static native TemplateInstance correoTexto(Informe informe);
  }

  /** UTF-8 page without scripts or anything from elsewhere: {@code templates/informe.html}. */
  static String de(Informe informe) {
    return Plantillas.informe(informe).render();
  }

  /** {@code templates/correo.html}: a summary, the rest is attached. */
  public static String correo(Informe informe) {
    return Plantillas.correo(informe).render();
  }

  /** {@code templates/correoTexto.txt}: the same for whoever reads no HTML. */
  public static String correoTexto(Informe informe) {
    return Plantillas.correoTexto(informe).render();
  }

  @TemplateExtension
  static String enLetras(Instant instante) {
    return Formato.instante(instante);
  }

  @TemplateExtension
  static String conPuntos(Long numero) {
    return Formato.numero(numero);
  }

  @TemplateExtension(namespace = "diferencia")
  static String de(@Nullable Long numero) {
    return Formato.diferencia(numero);
  }
}
