package dev.ajar.agent.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StderrTest {

  private static final String[] PROPERTIES = {
    "stderr.encoding", "sun.stderr.encoding", "native.encoding"
  };

  private final Map<String, String> before = new HashMap<>();

  @BeforeEach
  void clear() {
    for (String property : PROPERTIES) {
      before.put(property, System.clearProperty(property));
    }
  }

  @AfterEach
  void restore() {
    before.forEach(
        (property, value) -> {
          if (value == null) {
            System.clearProperty(property);
          } else {
            System.setProperty(property, value);
          }
        });
  }

  @Test
  void writes_in_the_charset_of_whoever_reads_it() {
    System.setProperty("native.encoding", "UTF-8");
    assertThat(Stderr.charset(StandardCharsets.UTF_8)).isEqualTo(StandardCharsets.UTF_8);
    System.setProperty("sun.stderr.encoding", "ISO-8859-1");
    assertThat(Stderr.charset(StandardCharsets.UTF_8)).isEqualTo(StandardCharsets.ISO_8859_1);
    System.setProperty("stderr.encoding", "UTF-16");
    assertThat(Stderr.charset(StandardCharsets.UTF_8)).isEqualTo(StandardCharsets.UTF_16);
  }

  @Test
  void writes_in_that_of_an_application_that_does_without_unicode() {
    System.setProperty("native.encoding", "UTF-8");

    assertThat(Stderr.charset(StandardCharsets.US_ASCII)).isEqualTo(StandardCharsets.US_ASCII);
    System.setProperty("stderr.encoding", "ISO-8859-1");
    assertThat(Stderr.charset(StandardCharsets.US_ASCII)).isEqualTo(StandardCharsets.ISO_8859_1);
  }

  @Test
  void passes_over_an_empty_property() {
    System.setProperty("stderr.encoding", "");
    System.setProperty("native.encoding", "UTF-8");

    assertThat(Stderr.charset(StandardCharsets.UTF_8)).isEqualTo(StandardCharsets.UTF_8);
  }

  @Test
  void writes_ascii_where_nothing_is_known() {
    assertThat(Stderr.charset(StandardCharsets.UTF_8)).isEqualTo(StandardCharsets.US_ASCII);
  }

  @Test
  void writes_ascii_where_the_charset_is_unknown_or_none() {
    for (String name : new String[] {"cp-no-such", "not a charset!"}) {
      System.setProperty("stderr.encoding", name);
      assertThat(Stderr.charset(StandardCharsets.UTF_8)).isEqualTo(StandardCharsets.US_ASCII);
    }
  }
}
