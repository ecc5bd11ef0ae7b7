package co.satccf.transmitter.constancia;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in the one form that everybody computes the same hash of (RFC 8785): no blanks, members in
 * the order of their UTF-16 names, the shortest escapes. {@code jq -jcS} writes the same.
 */
final class JsonCanonico {

  private JsonCanonico() {}

  /**
   * @throws IllegalArgumentException when the tree holds a number that is no whole number
   */
  static String de(JsonNode node) {
    StringBuilder canonical = new StringBuilder();
    write(node, canonical);
    return canonical.toString();
  }

  private static void write(JsonNode node, StringBuilder out) {
    switch (node.getNodeType()) {
      case OBJECT -> {
        // String's order is that of UTF-16 code units, as the RFC demands.
        Map<String, JsonNode> members = new TreeMap<>();
        node.properties().forEach(e -> members.put(e.getKey(), e.getValue()));
        out.append('{');
        Iterator<Map.Entry<String, JsonNode>> each = members.entrySet().iterator();
        while (each.hasNext()) {
          Map.Entry<String, JsonNode> member = each.next();
          text(member.getKey(), out);
          write(member.getValue(), out.append(':'));
          out.append(each.hasNext() ? "," : "");
        }
        out.append('}');
      }
      case ARRAY -> {
        out.append('[');
        for (int i = 0; i < node.size(); i++) {
          write(node.get(i), out.append(i == 0 ? "" : ","));
        }
        out.append(']');
      }
      case STRING -> text(node.textValue(), out);
      case NUMBER -> {
        if (!node.isIntegralNumber()) {
          throw new IllegalArgumentException("only whole numbers have a canonical form here");
        }
        out.append(node.bigIntegerValue());
      }
      case BOOLEAN -> out.append(node.booleanValue());
      case NULL -> out.append("null");
      case BINARY, MISSING, POJO ->
          throw new IllegalArgumentException("not JSON: " + node.getNodeType());
    }
  }

  private static void text(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < 0x20) {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
