package dev.ajar.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a caller of the gateway asked.
 *
 * @param parameters the query of the URL, taken literally
 * @param body the text that was sent, empty if none
 */
record Asked(Map<String, String> parameters, String body) {

  static Asked of(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    return new Asked(parameters(exchange.getRequestURI().getQuery()), body);
  }

  boolean has(String name) {
    return parameters.containsKey(name);
  }

  String value(String name) {
    String value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("missing parameter " + name);
    }
    return value;
  }

  int number(String name) {
    return Integer.parseInt(value(name));
  }

  private static Map<String, String> parameters(@Nullable String query) {
    return Stream.of(query == null ? new String[0] : query.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .collect(toMap(pair -> pair[0], pair -> pair[pair.length - 1], (first, again) -> first));
  }
}
