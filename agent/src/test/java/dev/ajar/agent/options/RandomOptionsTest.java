package dev.ajar.agent.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options made at random, from fixed seeds. */
class RandomOptionsTest {
  private static final String[] WORDS = {
    ",",
    ",",
    "=",
    "=",
    "=",
    "+",
    "\"",
    "#",
    "\n",
    "\r\n",
    " ",
    "\t",
    "\0",
    "\u2028",
    "🚪",
    "\ud800",
    "output",
    "formats",
    "service",
    "build",
    "depth",
    "app",
    "libraries",
    "live",
    "hook-wait",
    "max-live",
    "thresholds",
    "churn:",
    "quiet",
    "help",
    "ouput",
    "text",
    "json",
    "none",
    "okhttp",
    "okhtp",
    "all",
    "off",
    "true",
    "com.acme",
    "/tmp",
    "%p",
    "0",
    "1",
    "256",
    "257",
    "10000000",
    "99999999999999999999",
    "-",
  };

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13})
  void arguments_never_do_harm(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      assertHarmless(Given.read(random.nextBoolean() ? words(random) : characters(random)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 34, 55})
  void properties_and_variables_never_do_harm(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      assertHarmless(
          new Given()
              .property("ajar." + words(random), words(random))
              .property("ajar." + WORDS[random.nextInt(WORDS.length)], words(random))
              .variable("AJAR_" + words(random), characters(random))
              .read());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {89, 144, 233})
  void files_never_do_harm(long seed) throws IOException {
    Random random = new Random(seed);
    Path file = directory.resolve("ajar.conf");
    for (int i = 0; i < 500; i++) {
      Files.write(file, random.nextInt(4) == 0 ? bytes(random) : utf8(words(random)));
      assertHarmless(Given.configFile(file).read());
    }
  }

  private static void assertHarmless(Reading reading) {
    Options options = reading.options();
    assertThat(options.depth()).isBetween(1, 256);
    assertThat(options.maxLive()).isBetween(1, 10_000_000);
    assertThat(options.output()).isNotBlank();
    assertThat(options.live()).isNotEqualTo("");
    assertThat(Given.LIBRARIES).containsAll(options.libraries());
    assertThat(options.app()).allMatch(name -> !name.isBlank());
    assertThat(reading.values().values()).allMatch(PrintableText::isPrintable);
    assertThat(reading.sources()).containsOnlyKeys(reading.values().keySet());
    assertThat(reading.problems()).hasSizeLessThan(22);
    assertThat(reading.problems()).allMatch(PrintableText::isPrintable);
    assertThat(reading.problems()).allMatch(line -> !line.isBlank() && line.length() < 500);
  }

  private static String words(Random random) {
    StringBuilder words = new StringBuilder();
    for (int count = random.nextInt(40); count > 0; count--) {
      words.append(WORDS[random.nextInt(WORDS.length)]);
    }
    return words.toString();
  }

  private static String characters(Random random) {
    StringBuilder characters = new StringBuilder();
    int most = random.nextBoolean() ? 128 : 65_536;
    for (int count = random.nextInt(200); count > 0; count--) {
      characters.append((char) random.nextInt(most));
    }
    return characters.toString();
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(400)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
