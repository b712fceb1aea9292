package dev.ajar.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ajar.file.InputFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known from before, by fingerprint: the findings of an earlier report, or of a small file
 * that the command {@code baseline} wrote. Suppressed findings and information are known as well.
 */
public final class Baseline {

  /** The value of the key {@code schema} in such a small file. */
  public static final String SCHEMA = "ajar-baseline/1";

  /** How each problem with such a file begins. */
  static final String PROBLEM = "baseline ";

  private static final int MOST_MIB = 64;

  private final String name;
  private final Map<String, Long> counts = new HashMap<>();
  private @Nullable String failure;
  private boolean known;

  private Baseline(String name) {
    this.name = name;
  }

  /**
   * Reads a file. Never throws: if it is no baseline, the report's problems will say so, and no
   * finding is marked.
   *
   * @param file its path; a relative one is taken from the working directory
   */
  public static Baseline read(String file) {
    Baseline baseline = new Baseline(file);
    try {
      baseline.parse(InputFile.read(file, MOST_MIB));
    } catch (JacksonException e) {
      baseline.failure = "it is no whole report or baseline of Ajar";
    } catch (IOException e) {
      baseline.failure = String.valueOf(e.getMessage());
    }
    return baseline;
  }

  /** The report with each finding marked as new or known; not marked if this is no baseline. */
  public Report applyTo(Report report) {
    List<Finding> all = new ArrayList<>();
    Set<String> gone = new HashSet<>(counts.keySet());
    int added = 0;
    for (Finding finding : report.all()) {
      Long before = counts.get(finding.fingerprint());
      Standing.Novelty mark = before == null ? Standing.Novelty.NEW : Standing.Novelty.KNOWN;
      added += before == null ? 1 : 0;
      boolean unused = gone.remove(finding.fingerprint());
      mark = failure == null ? mark : Standing.Novelty.NONE;
      all.add(finding.with(finding.standing().marked(mark, failure == null ? before : null)));
    }
    Report clean = report.without(PROBLEM);
    if (failure != null) {
      String problem = PROBLEM.concat(name).concat(" cannot be read: ").concat(failure);
      return clean
          .with(List.of(problem.concat("; no finding is marked")))
          .with(all, report.suppressed(), null);
    }
    Comparison comparison = new Comparison(name, added, all.size() - added, gone.size());
    return clean.with(all, report.suppressed(), comparison);
  }

  private void parse(byte[] content) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(content)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("it is no report or baseline of Ajar");
      }
      object(json);
      if (!known || json.nextToken() != null) {
        throw new IOException("it is no report or baseline of Ajar that this version knows");
      }
    }
  }

  /** The whole, or what it calls {@code suppressed}. */
  private void object(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      boolean list = value == JsonToken.START_ARRAY;
      if (key.equals("schema")) {
        String schema = json.getText();
        known |= schema.equals(JsonReport.SCHEMA) || schema.equals(SCHEMA);
      } else if (list && (key.equals("findings") || key.equals("information"))) {
        findings(json);
      } else if (key.equals("suppressed") && value == JsonToken.START_OBJECT) {
        object(json);
      } else {
        json.skipChildren();
      }
    }
  }

  private void findings(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      String fingerprint = null;
      long count = 0;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String key = json.currentName();
        JsonToken value = json.nextToken();
        if (key.equals("fingerprint") && value == JsonToken.VALUE_STRING) {
          fingerprint = json.getText();
        } else if (key.equals("subjects") && value == JsonToken.VALUE_NUMBER_INT) {
          count = json.getLongValue();
        } else {
          json.skipChildren();
        }
      }
      if (fingerprint == null) {
        throw new IOException("it has a finding without a fingerprint");
      }
      counts.put(fingerprint, Figures.count(count));
    }
  }
}
