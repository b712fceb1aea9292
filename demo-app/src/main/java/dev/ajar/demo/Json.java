package dev.ajar.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** The little JSON that the gateway and its back ends speak: flat objects of texts. */
final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /**
   * One object.
   *
   * @param namesAndValues a name, its value, a name, its value, and so on
   */
  static String object(@Nullable Object... namesAndValues) {
    var text = new StringWriter();
    try (var json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      for (int i = 0; i < namesAndValues.length; i += 2) {
        json.writeFieldName(String.valueOf(namesAndValues[i]));
        json.writeString(String.valueOf(namesAndValues[i + 1]));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("a StringWriter does not fail", e);
    }
    return text.toString();
  }

  /**
   * The text of one field.
   *
   * @throws IOException if this is not JSON or has no such field
   */
  static String text(String object, String field) throws IOException {
    try (var json = FACTORY.createParser(object)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.VALUE_STRING && field.equals(json.currentName())) {
          return json.getText();
        }
      }
    }
    throw new IOException("no field " + field + " in " + object);
  }
}
