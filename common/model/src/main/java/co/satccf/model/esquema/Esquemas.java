package co.satccf.model.esquema;

import co.satccf.model.ServicioSat;
import co.satccf.model.catalogo.Catalogos;
import co.satccf.model.contrato.Campo;
import co.satccf.model.contrato.Condicion;
import co.satccf.model.contrato.Contratos;
import co.satccf.model.contrato.Presencia.Exigencia;
import co.satccf.model.contrato.Valores;
import co.satccf.model.evento.LectorEventos;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * JSON Schemas (draft 2020-12) of the ERP's events in structured mode, from the contract tables. An
 * event that passes its schema earns no glosa of structure here; the reader takes more than the
 * schema recommends (numbers and booleans as text, white space around a value).
 */
public final class Esquemas {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MAXIMO_IDENTIDAD = 200;

  private final Catalogos catalogos;
  private final Contratos contratos;
  private final Hoja hojas;

  public Esquemas(Catalogos catalogos, Contratos contratos) {
    this.catalogos = catalogos;
    this.contratos = contratos;
    this.hojas = new Hoja(catalogos);
  }

  /** Schema of the event that becomes a report of this service. */
  public ObjectNode de(ServicioSat servicio) {
    var esquema = sobre(servicio.tipoEvento(), "Evento que se reporta como " + servicio.nombre());
    Rutas.poner(esquema, "data", JSON.objectNode(), true);
    var condiciones = new LinkedHashMap<ObjectNode, ObjectNode>();
    for (var campo : contratos.campos(servicio)) {
      Rutas.poner(esquema, campo.ruta(), hojas.de(campo), Hoja.obligatoria(campo));
      presencia(campo, condiciones);
      if (campo.valores() instanceof Valores.NumeroDocumento<?> numero) {
        numeroSegunTipo(campo, numero, condiciones);
      }
    }
    exigirEmpleador(esquema);
    Rutas.declararObjetos(esquema);
    agregar(esquema, condiciones);
    return esquema;
  }

  /** Schema of the opening balance: an employer that already is in SAT. */
  public ObjectNode empleadorIncorporado() {
    var esquema =
        sobre(
            LectorEventos.EMPLEADOR_INCORPORADO,
            "Saldo inicial: un empleador que ya está incorporado en SAT");
    Rutas.poner(esquema, "data.empleador.documento.tipo", texto(1, 2), true);
    Rutas.poner(esquema, "data.empleador.documento.numero", texto(1, 16), true);
    Rutas.poner(esquema, "data.empleador.serialSAT", texto(0, 4).put("default", "0"), false);
    Rutas.poner(esquema, "data.departamento", texto(2, 2).put("pattern", "^[0-9]{2}$"), true);
    var fecha = texto(0, 10);
    Hoja.fecha(fecha, false);
    Rutas.poner(esquema, "data.fecha", fecha, false);
    Rutas.declararObjetos(esquema);
    return esquema;
  }

  private static ObjectNode sobre(String tipo, String titulo) {
    var esquema =
        JSON.objectNode()
            .put("$schema", "https://json-schema.org/draft/2020-12/schema")
            .put("$id", "urn:co.satccf:esquema:" + tipo)
            .put("title", titulo);
    Rutas.poner(esquema, "specversion", JSON.objectNode().put("const", "1.0"), true);
    Rutas.poner(esquema, "id", texto(1, MAXIMO_IDENTIDAD), true);
    Rutas.poner(esquema, "source", texto(1, MAXIMO_IDENTIDAD), true);
    Rutas.poner(esquema, "type", JSON.objectNode().put("const", tipo), true);
    Rutas.poner(
        esquema, "time", JSON.objectNode().put("type", "string").put("format", "date-time"), true);
    Rutas.poner(
        esquema, "datacontenttype", JSON.objectNode().put("const", "application/json"), false);
    Rutas.poner(esquema, "subject", JSON.objectNode().put("type", "string"), false);
    var rezago = JSON.objectNode().put("description", "Tipo de rezago; 4, día a día, si no viene");
    var rezagos = rezago.putArray("enum");
    IntStream.rangeClosed(1, 4).forEach(rezagos::add);
    IntStream.rangeClosed(1, 4).mapToObj(Integer::toString).forEach(rezagos::add);
    Rutas.poner(esquema, "tiporezago", rezago, false);
    Rutas.poner(
        esquema,
        "corrige",
        texto(1, 64).put("description", "Radicado que este evento corrige"),
        false);
    return esquema;
  }

  private static void presencia(Campo<?> campo, Map<ObjectNode, ObjectNode> condiciones) {
    Condicion<?> condicion = campo.presencia().condicion();
    if (condicion == null) {
      return;
    }
    if (campo.presencia().exigencia() == Exigencia.SEGUN_CONDICION
        && !condicion.exige().isEmpty()) {
      exigir(campo, si(condicion.ruta(), condicion.exige()), condiciones);
    }
    if (campo.presencia().exigencia() == Exigencia.SIEMPRE) {
      var no = JSON.objectNode();
      no.set("not", si(condicion.ruta(), condicion.prohibe()));
      exigir(campo, condicion.prohibe().isEmpty() ? JSON.objectNode() : no, condiciones);
    }
    if (!condicion.prohibe().isEmpty()) {
      Rutas.poner(
          entonces(si(condicion.ruta(), condicion.prohibe()), condiciones),
          campo.ruta(),
          JSON.objectNode().put("maxLength", 0),
          false);
    }
  }

  private static void exigir(
      Campo<?> campo, ObjectNode si, Map<ObjectNode, ObjectNode> condiciones) {
    Rutas.poner(
        entonces(si, condiciones), campo.ruta(), JSON.objectNode().put("pattern", "\\S"), true);
  }

  private void numeroSegunTipo(
      Campo<?> campo, Valores.NumeroDocumento<?> numero, Map<ObjectNode, ObjectNode> condiciones) {
    for (var tipo : catalogos.tiposDocumento(numero.rol())) {
      Rutas.poner(
          entonces(si(numero.rutaTipo(), Set.of(tipo.codigo())), condiciones),
          campo.ruta(),
          JSON.objectNode().put("pattern", Hoja.entero(tipo.numero().pattern(), false)),
          false);
    }
  }

  private static ObjectNode entonces(ObjectNode si, Map<ObjectNode, ObjectNode> condiciones) {
    return condiciones.computeIfAbsent(si, _ -> JSON.objectNode());
  }

  private static ObjectNode si(String ruta, Collection<String> valores) {
    var hoja = JSON.objectNode();
    var codigos = hoja.putArray("enum");
    valores.stream().sorted().forEach(codigos::add);
    var si = JSON.objectNode();
    Rutas.poner(si, ruta, hoja, true);
    return si;
  }

  // Without the employer's document the event cannot be placed at all.
  private static void exigirEmpleador(ObjectNode esquema) {
    Rutas.poner(esquema, "data.empleador.documento.tipo", JSON.objectNode(), true);
    Rutas.poner(esquema, "data.empleador.documento.numero", JSON.objectNode(), true);
  }

  private static void agregar(ObjectNode esquema, Map<ObjectNode, ObjectNode> condiciones) {
    if (!condiciones.isEmpty()) {
      var todas = esquema.putArray("allOf");
      condiciones.forEach(
          (si, entonces) -> todas.addObject().<ObjectNode>set("if", si).set("then", entonces));
    }
  }

  private static ObjectNode texto(int minimo, int maximo) {
    return JSON.objectNode()
        .put("type", "string")
        .put("minLength", minimo)
        .put("maxLength", maximo);
  }
}
