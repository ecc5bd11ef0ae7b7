package co.satccf.reporting.consola.auditoria;

import co.satccf.identidad.Portero;
import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.reporting.consola.auditoria.Libros.Verificacion;
import co.satccf.reporting.consola.familias.Direccion;
import co.satccf.reporting.informes.Parametros;
import co.satccf.reporting.problema.SolicitudIncorrecta;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who looked at whose data, and who changed what. */
@Path("/consola/auditoria")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AuditoriaPagina {

  private final Libros libros;
  private final Portero portero;

  AuditoriaPagina(Libros libros, Portero portero) {
    this.libros = libros;
    this.portero = portero;
  }

  /** What was asked, as the form shows it again. */
  public record Busqueda(Libro libro, String quien, String objeto, boolean vistas) {}

  @CheckedTemplate(basePath = "consola/auditoria")
  static final class Vistas {
    private Vistas() {}

    static native TemplateInstance auditoria(
        List<Libro> libros, Busqueda busqueda, List<Asiento> asientos, @Nullable String siguiente);

    static native TemplateInstance verificacion(Libro libro, Verificacion verificacion);
  }

  @GET
  @Requiere(Rol.CONSULTA)
  public TemplateInstance leer(
      @RestQuery @Nullable String libro,
      @RestQuery @Nullable String quien,
      @RestQuery @Nullable String objeto,
      @RestQuery boolean vistas,
      @RestQuery @Nullable String antes)
      throws SQLException {
    var cual = Libro.de(libro);
    exigir(cual);
    var pregunta =
        new Pregunta(
            Pregunta.texto(quien),
            Pregunta.texto(objeto),
            vistas,
            Parametros.entero("antes", antes, Long.MAX_VALUE, Long.MAX_VALUE));
    var asientos = libros.leer(cual, pregunta);
    return Vistas.auditoria(
        List.of(Libro.values()),
        new Busqueda(cual, escrito(pregunta.quien()), escrito(pregunta.objeto()), vistas),
        asientos,
        asientos.size() == Pregunta.LIMITE ? siguiente(cual, pregunta, asientos.getLast()) : null);
  }

  private static String siguiente(Libro libro, Pregunta pregunta, Asiento ultimo) {
    return Direccion.de("consola", "auditoria")
        .con("libro", libro.name())
        .con("quien", pregunta.quien())
        .con("objeto", pregunta.objeto())
        .con("vistas", pregunta.vistas())
        .con("antes", ultimo.numero())
        .valor();
  }

  @GET
  @Path("/verificacion")
  @Requiere(Rol.CONSULTA)
  public TemplateInstance verificar(
      @RestQuery @Nullable String libro, @RestQuery @Nullable String hasta) {
    var cual = Libro.de(libro);
    var familia = cual.familia();
    if (familia == null) {
      throw new SolicitudIncorrecta("libro", cual.name(), "no es una cadena");
    }
    return Vistas.verificacion(cual, libros.verificar(familia, Pregunta.texto(hasta)));
  }

  private void exigir(Libro libro) {
    if (libro.reservado()) {
      portero.exigir(Rol.ADMINISTRADOR);
    }
  }

  private static String escrito(@Nullable String valor) {
    return valor == null ? "" : valor;
  }
}
