package co.satccf.reporting.informes;

import co.satccf.reporting.documento.Archivo;
import co.satccf.reporting.documento.Informe;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A report with everything that is known of it.
 *
 * @param informe null until it is made
 */
@RegisterForReflection
@Schema(name = "InformeConSuHistoria", description = "Un informe, sus archivos y su historia")
public record Detalle(
    Expediente expediente,
    List<DeArchivo> archivos,
    List<PasoDelInforme> historia,
    @Schema(description = "Sus cifras, desde que está hecho") @Nullable Informe informe) {

  /**
   * One of its files.
   *
   * @param huella SHA-256 in hexadecimal
   */
  @RegisterForReflection
  @Schema(name = "ArchivoDelInforme", description = "Una de las formas del informe")
  public record DeArchivo(String nombre, String tipo, int bytes, String huella) {

    static DeArchivo de(Archivo archivo) {
      return new DeArchivo(
          archivo.nombre(), archivo.tipo(), archivo.contenido().length, archivo.huella());
    }
  }
}
