package dev.ajar.agent.fork;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The JSON report of a JVM that has ended. */
public final class Report {

  private static final Schema SCHEMA = schema();

  private final Path file;
  private final JsonNode json;

  private Report(Path file) {
    this.file = file;
    this.json = Expectations.read(file);
  }

  /**
   * The only report that a JVM wrote.
   *
   * @throws AssertionError if there is none or more, or if it does not fit the schema
   */
  public static Report of(Outcome outcome) {
    if (outcome.reports().size() != 1) {
      throw new AssertionError(outcome.reports().size() + " reports:\n" + outcome);
    }
    return read(outcome.reports().get(0));
  }

  /**
   * The report in a file.
   *
   * @throws AssertionError if it does not fit the schema
   */
  public static Report read(Path file) {
    Report report = new Report(file);
    List<Error> misfits = SCHEMA.validate(report.json.toString(), InputFormat.JSON);
    if (!misfits.isEmpty()) {
      throw new AssertionError("the report does not fit its schema: " + misfits);
    }
    return report;
  }

  /** Findings and information, in the words of {@link Expectations}. */
  public Set<String> said() {
    return Expectations.of(file);
  }

  /** Findings and information, each as its fingerprint, kind, count and what it is about. */
  public Set<String> fingerprints() {
    Set<String> all = new TreeSet<>();
    for (String list : List.of("findings", "information")) {
      for (JsonNode finding : json.get(list)) {
        String fingerprint = finding.get("fingerprint").asText();
        String kind = finding.get("kind").asText();
        String type = finding.at("/type/name").asText();
        all.add(fingerprint + " " + kind + " " + finding.get("subjects").asLong() + " × " + type);
      }
    }
    return all;
  }

  /** What a JSON pointer leads to. */
  public JsonNode at(String pointer) {
    return json.at(pointer);
  }

  /** The finding that is blamed on a method of a class. */
  public JsonNode finding(String className, String method) {
    for (JsonNode finding : json.get("findings")) {
      JsonNode blame = finding.get("blame");
      if (blame.path("className").asText().equals(className)
          && blame.path("method").asText().equals(method)) {
        return finding;
      }
    }
    throw new AssertionError("no finding is blamed on " + className + "." + method);
  }

  /** The finding that is blamed on a method, of whichever class. */
  public JsonNode findingIn(String method) {
    for (JsonNode finding : json.get("findings")) {
      if (finding.get("blame").path("method").asText().equals(method)) {
        return finding;
      }
    }
    throw new AssertionError("no finding is blamed on " + method);
  }

  /** Problems, losses and damage: what Ajar itself could not do. */
  public List<JsonNode> failings() {
    List<JsonNode> failings = new ArrayList<>();
    json.get("problems").forEach(failings::add);
    json.get("losses").forEach(failings::add);
    json.get("damage").forEach(failings::add);
    return failings;
  }

  private static Schema schema() {
    try (var stream = dev.ajar.report.Report.class.getResourceAsStream("report-1.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
