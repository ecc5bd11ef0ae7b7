package co.satccf.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** One object that the chart renders. */
record Objeto(ObjectNode yaml) {

  static final Comparator<Objeto> POR_CLASE_Y_NOMBRE =
      Comparator.comparing(Objeto::clase).thenComparing(Objeto::nombre);

  String clase() {
    return yaml.path("kind").asText();
  }

  /** {@code apps/v1 Deployment}. */
  String tipo() {
    return yaml.path("apiVersion").asText() + " " + clase();
  }

  String nombre() {
    return yaml.at("/metadata/name").asText();
  }

  /** The service it belongs to, or its migration; empty for what belongs to all. */
  String componente() {
    return yaml.at("/metadata/labels").path("app.kubernetes.io/component").asText();
  }

  /** Without a namespace of its own it goes to the release's. */
  boolean estaEn(String espacio) {
    JsonNode suyo = yaml.at("/metadata/namespace");
    return suyo.isMissingNode() ? espacio.equals(Chart.ESPACIO) : suyo.asText().equals(espacio);
  }

  boolean esCargaDeTrabajo() {
    return clase().equals("Deployment") || clase().equals("Job");
  }

  JsonNode pod() {
    return yaml.at("/spec/template/spec");
  }

  JsonNode contenedor() {
    return pod().path("containers").path(0);
  }

  static Map<String, String> textos(JsonNode nodo) {
    Map<String, String> textos = new TreeMap<>();
    nodo.properties().forEach(e -> textos.put(e.getKey(), e.getValue().asText()));
    return textos;
  }

  @Override
  public String toString() {
    return clase() + "/" + nombre();
  }
}
