package dev.ajar.agent.fork;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a program's own comments say that the report must say, and what a report says, in the same
 * words: {@code LlmApi.java:36 open piled-up 500 Apache HttpClient 5 client}. What is no fault has
 * the word {@code information} before its kind, or {@code application-scoped} after it.
 */
public final class Expectations {

  private static final Pattern EXPECT = Pattern.compile("// expect: (.+)$");

  /** Of every line with a comment {@code // expect: …} below a directory. */
  public static Set<String> in(Path sources) {
    Set<String> expected = new TreeSet<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        List<String> lines = Files.readAllLines(file);
        for (int at = 0; at < lines.size(); at++) {
          Matcher comment = EXPECT.matcher(lines.get(at));
          if (comment.find()) {
            expected.add(file.getFileName() + ":" + (at + 1) + " " + comment.group(1).strip());
          }
        }
      }
      return expected;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of every finding and every piece of information in a JSON report. */
  public static Set<String> of(Path report) {
    JsonNode json = read(report);
    Set<String> said = new TreeSet<>();
    json.get("findings").forEach(finding -> said.add(line(finding)));
    json.get("information").forEach(finding -> said.add(line(finding)));
    return said;
  }

  public static JsonNode read(Path report) {
    try {
      return new ObjectMapper().readTree(report.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(JsonNode finding) {
    JsonNode blame = finding.get("blame");
    StringBuilder line = new StringBuilder(blame.path("file").asText());
    line.append(':')
        .append(blame.path("line").asInt())
        .append(' ')
        .append(isMentioned(finding) ? "information " : "")
        .append(finding.get("kind").asText());
    if (finding.get("piledUp").asBoolean()) {
      line.append(" piled-up");
    }
    if (finding.get("applicationScoped").asBoolean()) {
      line.append(" application-scoped");
    }
    line.append(' ').append(finding.get("subjects").asLong());
    return line.append(' ').append(finding.get("type").get("name").asText()).toString();
  }

  /** Whether it is no fault, and for another reason than that it is application-scoped. */
  private static boolean isMentioned(JsonNode finding) {
    return finding.get("severity").asText().equals("info")
        && !finding.get("applicationScoped").asBoolean();
  }

  private Expectations() {}
}
