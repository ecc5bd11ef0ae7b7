package co.satccf.reporting.resultados;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.estado.Origen;
import co.satccf.reporting.resultados.Campos.CampoIlegible;
import co.satccf.reporting.resultados.Resultado.Glosa;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads outcomes: CloudEvents 1.0, JSON, structured. Fields it does not use are not looked at. */
final class LectorResultados {

  private static final String CUARENTENA = "co.satccf.resultado.cuarentena.v1";
  private static final Set<String> DE_REPORTE =
      Set.of(
          "co.satccf.resultado.recibido.v1",
          "co.satccf.resultado.aceptado.v1",
          "co.satccf.resultado.glosado.v1",
          "co.satccf.resultado.incierto.v1",
          "co.satccf.resultado.por-confirmar.v1",
          "co.satccf.resultado.corregido.v1",
          "co.satccf.resultado.retirado.v1",
          "co.satccf.resultado.sustituido.v1");

  private final ObjectMapper json = new ObjectMapper();

  /** Never throws: what cannot be read is {@link Resultado.Ilegible}. */
  Resultado leer(byte @Nullable [] valor) {
    if (valor == null || valor.length == 0) {
      return new Resultado.Ilegible("el registro no tiene contenido");
    }
    try {
      return leer(json.readTree(valor));
    } catch (CampoIlegible mal) {
      return new Resultado.Ilegible(mal.motivo());
    } catch (IOException mal) {
      return new Resultado.Ilegible("el registro no es JSON");
    }
  }

  private static Resultado leer(JsonNode evento) throws CampoIlegible {
    var tipo = new Campos(evento).texto("type");
    var datos = evento.path("data");
    if (!datos.isObject()) {
      throw new CampoIlegible("data", "debe ser un objeto");
    }
    if (tipo.equals(CUARENTENA)) {
      return cuarentena(new Campos(datos));
    }
    if (!DE_REPORTE.contains(tipo)) {
      throw new CampoIlegible("type", "tipo de resultado desconocido");
    }
    return deReporte(new Campos(datos));
  }

  private static Resultado deReporte(Campos datos) throws CampoIlegible {
    return new Resultado.DeReporte(
        datos.uno("servicio", ServicioSat::porNombre),
        datos.texto("radicado"),
        datos.entero("revision", 0, Integer.MAX_VALUE),
        datos.entero("version", 0, Integer.MAX_VALUE),
        datos.entero("intento", 0, Integer.MAX_VALUE),
        datos.uno("estado", porNombre(EstadoReporte.values())),
        datos.unoOpcional("bloqueo", porNombre(Bloqueo.values())),
        datos.unoOpcional("origen", porNombre(Origen.values())),
        datos.textoOpcional("codigo"),
        glosas(datos),
        datos.texto("empleador"),
        datos.textoOpcional("trabajador"),
        datos.textoOpcional("departamento"),
        datos.entero("tipoRezago", 1, 4),
        datos.instante("instanteEvento"),
        datos.instante("instanteRecibido"),
        datos.instante("instante"));
  }

  private static Resultado cuarentena(Campos datos) throws CampoIlegible {
    return new Resultado.Cuarentena(
        datos.texto("topico"),
        datos.entero("particion", 0, Integer.MAX_VALUE),
        datos.posicion("posicion"),
        datos.textoOpcional("eventoSource"),
        datos.textoOpcional("eventoId"),
        codigos(datos),
        datos.instante("instante"));
  }

  private static List<Glosa> glosas(Campos datos) throws CampoIlegible {
    var glosas = new ArrayList<Glosa>();
    for (var glosa : lista(datos, "glosas")) {
      var campo = new Campos(glosa).textoOpcional("campo");
      glosas.add(new Glosa(new Campos(glosa).texto("codigo"), campo == null ? "" : campo));
    }
    return glosas;
  }

  private static List<String> codigos(Campos datos) throws CampoIlegible {
    var codigos = new ArrayList<String>();
    for (var motivo : lista(datos, "motivos")) {
      codigos.add(new Campos(motivo).texto("codigo"));
    }
    return codigos;
  }

  private static JsonNode lista(Campos datos, String campo) throws CampoIlegible {
    var lista = datos.datos().path(campo);
    if (!lista.isArray()) {
      throw new CampoIlegible(campo, "debe ser una lista");
    }
    return lista;
  }

  private static <E extends Enum<E>> Function<String, Optional<E>> porNombre(E[] valores) {
    return nombre ->
        Arrays.stream(valores).filter(valor -> valor.name().equals(nombre)).findFirst();
  }
}
