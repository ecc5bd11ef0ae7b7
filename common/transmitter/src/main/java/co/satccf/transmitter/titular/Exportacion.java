package co.satccf.transmitter.titular;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.satccf.model.cifrado.Cifrado;
import co.satccf.model.cifrado.NoDescifrableException;
import co.satccf.transmitter.reception.Procedencia;
import co.satccf.transmitter.resguardo.Resguardo;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.titular.TitularStatements.Guardado;
import co.satccf.transmitter.titular.TitularStatements.Registro;
import co.satccf.transmitter.titular.TitularStatements.Reporte;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything this service holds about somebody, written as it is read: a hundred rows are at hand
 * at a time. What may be of other persons stays out: a body in which the number does not stand, of
 * one that names the person as a legal representative all but these fields, the answers to a report
 * that has such a body, and what is in quarantine or waits as a correction, which is listed only.
 */
@ApplicationScoped
class Exportacion {

  /** Reports of one export; who has more asks for the next ones. */
  static final int REPORTES = 10_000;

  private static final int PAGINA = 100;
  private static final String DE_OTRA_PERSONA = "Trae datos de otra persona";

  private final Database database;
  private final Resguardo resguardo;
  private final ObjectMapper json;

  Exportacion(Database database, Resguardo resguardo, ObjectMapper json) {
    this.database = database;
    this.resguardo = resguardo;
    this.json = json;
  }

  /**
   * @param despues id of the last report of the export before this one, or 0: only the first has
   *     the records that stand by themselves
   */
  void escribir(Titular titular, long despues, OutputStream salida)
      throws IOException, SQLException {
    try (JsonGenerator out =
        json.getFactory()
            .createGenerator(salida)
            .configure(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT, false)) {
      out.writeStartObject();
      out.writeArrayFieldStart("referencias");
      for (String referencia : titular.referencias()) {
        out.writeString(referencia);
      }
      out.writeEndArray();
      out.writeArrayFieldStart("reportes");
      long siguiente = reportes(titular, despues, out);
      out.writeEndArray();
      if (despues == 0) {
        registros(titular, "cuarentena", out);
        registros(titular, "correccion", out);
      }
      if (siguiente > 0) {
        out.writeNumberField("siguiente", siguiente);
      }
      // An answer that was cut off does not have it.
      out.writeBooleanField("completo", siguiente == 0);
      out.writeEndObject();
    }
  }

  /**
   * @return id of the last report when others follow, else 0
   */
  private long reportes(Titular titular, long despues, JsonGenerator out)
      throws IOException, SQLException {
    long ultimo = despues;
    for (int escritos = 0; escritos < REPORTES; ) {
      long desde = ultimo;
      List<Reporte> pagina =
          database.transaction(
              connection -> TitularStatements.reportes(connection, titular, desde, PAGINA));
      for (Reporte reporte : pagina) {
        reporte(titular, reporte, out);
        ultimo = reporte.id();
        escritos++;
      }
      out.flush();
      if (pagina.size() < PAGINA) {
        return 0;
      }
    }
    return ultimo;
  }

  private void reporte(Titular titular, Reporte reporte, JsonGenerator out)
      throws IOException, SQLException {
    Papel papel = Papel.de(titular, reporte);
    boolean deOtro =
        reporte.trabajador() != null && !reporte.trabajador().equals(titular.comoTrabajador());
    out.writeStartObject();
    out.writeStringField("servicio", reporte.servicio().nombre());
    out.writeStringField("radicado", reporte.radicado());
    out.writeStringField("estado", reporte.estado());
    out.writeStringField("como", papel.name());
    out.writeStringField("instanteEvento", reporte.instanteEvento().toString());
    out.writeStringField("recibido", reporte.recibido().toString());
    out.writeStringField("desde", reporte.desde().toString());
    if (papel == Papel.EMPLEADOR && deOtro) {
      out.writeStringField("omitido", DE_OTRA_PERSONA);
    } else {
      contenido(titular, reporte, papel, out);
    }
    out.writeEndObject();
  }

  /**
   * A correction may have put another person in the place of this one, or this one in another's.
   * The employer whom a legal representative represents is another one, too.
   */
  private void contenido(Titular titular, Reporte reporte, Papel papel, JsonGenerator out)
      throws IOException, SQLException {
    List<Guardado> cuerpos =
        database.transaction(connection -> TitularStatements.cuerpos(connection, reporte));
    boolean deOtros = papel == Papel.REPRESENTANTE;
    out.writeArrayFieldStart("cuerpos");
    for (Guardado cuerpo : cuerpos) {
      String texto = papel.suyo(texto(cuerpo.cifrado(), cuerpo.lugar()), json);
      if (texto == null || titular.nombradoEn(texto.getBytes(UTF_8))) {
        guardado("version", "cuerpo", cuerpo, texto, out);
      } else {
        deOtros = true;
      }
    }
    out.writeEndArray();
    if (deOtros) {
      out.writeStringField("omitido", DE_OTRA_PERSONA);
      return;
    }
    List<Guardado> respuestas =
        database.transaction(connection -> TitularStatements.respuestas(connection, reporte));
    out.writeArrayFieldStart("respuestas");
    for (Guardado respuesta : respuestas) {
      String texto = texto(respuesta.cifrado(), respuesta.lugar());
      guardado("intento", "respuesta", respuesta, texto, out);
    }
    out.writeEndArray();
  }

  private static void guardado(
      String numero, String nombre, Guardado guardado, @Nullable String texto, JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    out.writeNumberField(numero, guardado.numero());
    out.writeStringField("instante", guardado.instante().toString());
    if (guardado.codigo() != null) {
      out.writeStringField("codigo", guardado.codigo());
    }
    out.writeStringField(nombre, texto);
    out.writeEndObject();
  }

  /** Null when there was nothing, or it has been purged. */
  private @Nullable String texto(@Nullable Cifrado cifrado, String lugar) {
    if (cifrado == null) {
      return null;
    }
    try {
      return new String(resguardo.abrir(cifrado, lugar), UTF_8);
    } catch (NoDescifrableException closed) {
      return "(no abre: clave %s)".formatted(closed.clave());
    }
  }

  private void registros(Titular titular, String tabla, JsonGenerator out)
      throws IOException, SQLException {
    out.writeArrayFieldStart(tabla);
    long ultimo = 0;
    List<Registro> pagina;
    do {
      long desde = ultimo;
      pagina =
          database.transaction(
              connection -> TitularStatements.registros(connection, tabla, desde, PAGINA));
      for (Registro registro : pagina) {
        registro(titular, registro, out);
        ultimo = registro.id();
      }
      out.flush();
    } while (pagina.size() == PAGINA);
    out.writeEndArray();
  }

  private void registro(Titular titular, Registro registro, JsonGenerator out) throws IOException {
    Procedencia abierto;
    try {
      abierto =
          registro
              .guardado()
              .abierto(resguardo, registro.topico(), registro.particion(), registro.posicion());
    } catch (NoDescifrableException closed) {
      // Whom it is about cannot be known; the gauge of the ring's missing keys counts it.
      return;
    }
    if (!titular.nombradoEn(abierto.contenido())) {
      return;
    }
    out.writeStartObject();
    out.writeNumberField("id", registro.id());
    out.writeStringField("instante", registro.instante().toString());
    out.writeStringField("estado", registro.estado());
    out.writeEndObject();
  }
}
