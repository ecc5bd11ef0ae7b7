package co.satccf.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The personal values of a feed, and where one of them stands in a text. */
final class Reconocidos {

  private static final Set<String> PERSONALES =
      Set.of(
          "numero",
          "primerNombre",
          "segundoNombre",
          "primerApellido",
          "segundoApellido",
          "razonSocial",
          "numeroMatriculaMercantil",
          "direccion",
          "telefono",
          "correo");

  private static final Pattern PALABRA = Pattern.compile("[\\p{L}\\p{N}]+");

  /** A JWT, or what the simulated Ministry hands out: 96 bytes in base64url. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<![A-Za-z0-9_-])(?:eyJ[A-Za-z0-9_-]{20,}|[A-Za-z0-9_-]{128})(?![A-Za-z0-9_-])");

  /** Shorter ones are words of any text, or numbers of any log. */
  private static final int LARGO = 5;

  private static final int CIFRAS = 9;

  private final Map<String, List<String>> porPrimeraPalabra = new HashMap<>();

  /** The values of this event's data. */
  void aprender(JsonNode evento) {
    aprender("", evento.path("data"));
  }

  private void aprender(String campo, JsonNode valor) {
    if (valor.isObject()) {
      valor.properties().forEach(hijo -> aprender(hijo.getKey(), hijo.getValue()));
    } else if (PERSONALES.contains(campo)) {
      aprender(valor.asText());
    }
  }

  void aprender(String valor) {
    String propio = valor.strip();
    Matcher palabra = PALABRA.matcher(propio);
    boolean numero = propio.chars().allMatch(Character::isDigit);
    if (propio.length() >= (numero ? CIFRAS : LARGO) && palabra.lookingAt()) {
      List<String> valores =
          porPrimeraPalabra.computeIfAbsent(palabra.group(), p -> new ArrayList<>());
      if (!valores.contains(propio)) {
        valores.add(propio);
      }
    }
  }

  int cuantos() {
    return porPrimeraPalabra.values().stream().mapToInt(List::size).sum();
  }

  /** A value that stands in this line as a word or several; empty when none does. */
  Optional<String> en(String linea) {
    Matcher token = TOKEN.matcher(linea);
    if (token.find()) {
      return Optional.of(token.group());
    }
    Matcher palabra = PALABRA.matcher(linea);
    while (palabra.find()) {
      for (String valor : porPrimeraPalabra.getOrDefault(palabra.group(), List.of())) {
        if (linea.startsWith(valor, palabra.start())
            && termina(linea, palabra.start() + valor.length())) {
          return Optional.of(valor);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean termina(String linea, int donde) {
    return donde == linea.length() || !Character.isLetterOrDigit(linea.charAt(donde));
  }
}
