package dev.ajar.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.ajar.report.Finding;
import dev.ajar.report.JsonReport;
import dev.ajar.report.Kind;
import dev.ajar.report.Moment;
import dev.ajar.report.Nature;
import dev.ajar.report.Report;
import dev.ajar.report.Severity;
import dev.ajar.report.Standing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads a JSON report back into its records. Keys that it does not know are left out. */
final class SavedReport {

  /** The keys that may be null, as in the schema. */
  static final Set<String> NULLABLE =
      Set.of(
          "ajar",
          "asOf",
          "attached",
          "baseline",
          "before",
          "blame",
          "build",
          "cause",
          "churn",
          "endedBy",
          "failedClose",
          "file",
          "first",
          "firstOpened",
          "descriptors",
          "hang",
          "holds",
          "hooks",
          "host",
          "java",
          "last",
          "lastOpened",
          "lateUse",
          "ledger",
          "line",
          "liveThreads",
          "millis",
          "newestTested",
          "nonDaemonThreads",
          "option",
          "perSecond",
          "pid",
          "pools",
          "service",
          "sinceMark",
          "source",
          "started",
          "suppressedBy",
          "tcp",
          "traces",
          "trigger",
          "unfinishedSince",
          "until",
          "uptimeMillis",
          "version",
          "waitedMillis");

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .addModule(
              new SimpleModule()
                  .addDeserializer(Moment.class, new Text<>(SavedReport::moment))
                  .addDeserializer(Nature.class, word(Nature.values(), Nature::word))
                  .addDeserializer(Kind.class, word(Kind.values(), Kind::word))
                  .addDeserializer(Severity.class, word(Severity.values(), Severity::word))
                  .addDeserializer(
                      Standing.Novelty.class,
                      word(Standing.Novelty.values(), Standing.Novelty::word))
                  .addDeserializer(
                      Finding.Bound.class, word(Finding.Bound.values(), Finding.Bound::word)))
          .build();

  /**
   * Reads a JSON report.
   *
   * @throws IOException if it cannot be read, or is none of a known format
   */
  static Report read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(MAPPER.readTree(in));
    }
  }

  /**
   * The same of a text.
   *
   * @throws IOException if it is none of a known format
   */
  static Report of(String json) throws IOException {
    return of(MAPPER.readTree(json));
  }

  private static Report of(JsonNode tree) throws IOException {
    String schema = tree.path("schema").asText();
    if (!schema.equals(JsonReport.SCHEMA)) {
      throw new IOException(
          schema.startsWith("ajar-report/")
              ? "a report of format " + schema + "; this command knows " + JsonReport.SCHEMA
              : "neither a report nor a ledger of Ajar");
    }
    checkNulls("report", tree);
    return MAPPER.treeToValue(tree, Report.class);
  }

  private static void checkNulls(String key, JsonNode node) throws IOException {
    if (node.isNull() && !NULLABLE.contains(key)) {
      throw new IOException("not a report of Ajar: no value for " + key);
    }
    if (node.isArray()) {
      for (JsonNode element : node) {
        checkNulls("an element of " + key, element);
      }
    }
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      checkNulls(property.getKey(), property.getValue());
    }
  }

  private static Moment moment(String text) {
    return new Moment(Instant.parse(text).toEpochMilli());
  }

  private static <E> Text<E> word(E[] all, Function<E, String> word) {
    return new Text<>(
        text -> {
          for (E one : all) {
            if (word.apply(one).equals(text)) {
              return one;
            }
          }
          throw new IllegalArgumentException(text);
        });
  }

  /** Reads a value that stands in JSON as a string of its own form. */
  private static final class Text<T> extends JsonDeserializer<T> {

    private final Function<String, T> parse;

    Text(Function<String, T> parse) {
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      String text = parser.getText();
      try {
        return parse.apply(text);
      } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
        throw context.weirdStringException(text, handledType(), "not one of a report");
      }
    }
  }

  private SavedReport() {}
}
