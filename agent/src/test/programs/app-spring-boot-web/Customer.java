import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Asks the service from outside. */
final class Customer {

  private final String port;
  private int answers;

  Customer(String port) {
    this.port = port;
  }

  void ask(String path) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    try (InputStream answer = uri.toURL().openStream()) {
      String body = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
      if (!body.equals("a small answer")) {
        throw new AssertionError(body);
      }
      answers++;
    }
  }

  /** The number of right answers. */
  int answers() {
    return answers;
  }
}
