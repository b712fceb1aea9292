package dev.ajar.agent.options;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of the options, in the order of the help: key, placeholder, default, meaning. */
enum Option {
  OUTPUT(
      "output",
      "PATTERN",
      "ajar-%s-%h-%p-%t",
      "path of the report without .json: %s service, %h host, %p pid, %t start, %{ENV}"),
  FORMATS("formats", "LIST", "text+json", "text and json, joined by +, or none"),
  SERVICE("service", "NAME", null, "name of the service, for the report"),
  BUILD("build", "NAME", null, "build of the service, for the report"),
  DEPTH("depth", "1..256", "32", "most frames kept of each stack"),
  APP("app", "LIST", null, "packages that count as the application, joined by +"),
  LIBRARIES("libraries", "LIST", "all", "libraries to watch, joined by +"),
  TRACK("track", "LIST", null, "own classes to track, CLASS:METHOD,METHOD joined by +"),
  RULES("rules", "FILE", null, "file with such classes, one a line, and # comments"),
  SUPPRESSIONS("suppressions", "FILE", null, "file of findings to leave out, each with a reason"),
  BASELINE("baseline", "FILE", null, "earlier report: findings are marked as new or known"),
  FAIL_ON("fail-on", "SEVERITY", "warning", "error, warning or info: least that exit-code is for"),
  EXIT_CODE("exit-code", "1..255", null, "status in the place of 0, where there are findings"),
  LIVE("live", "DIR", "java.io.tmpdir", "directory of the ledger, or off"),
  HOOK_WAIT(
      "hook-wait", "0..3600", "20", "s until a report that waits no more for hooks, 0: never"),
  MAX_LIVE("max-live", "1..10000000", "65536", "most resources followed at the same time"),
  THRESHOLDS(
      "thresholds",
      "LIST",
      "piled-up:5+partial:3+churn:12",
      "from how many on it is a finding, NAME:NUMBER joined by +"),
  QUIET("quiet", "", "false", "print no report"),
  HELP("help", "", "false", "print this list"),
  CONFIG("config", "FILE", null, "file with lines key=value, blank lines and # comments");

  private static final Option[] ALL = values();

  private final String key;
  private final String placeholder;
  private final @Nullable String standard;
  private final String meaning;

  Option(String key, String placeholder, @Nullable String standard, String meaning) {
    this.key = key;
    this.placeholder = placeholder;
    this.standard = standard;
    this.meaning = meaning;
  }

  static @Nullable Option of(String key) {
    for (Option option : ALL) {
      if (option.key.equals(key)) {
        return option;
      }
    }
    return null;
  }

  static List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (Option option : ALL) {
      keys.add(option.key);
    }
    return keys;
  }

  String key() {
    return key;
  }

  /** What stands for the value in the help; empty for a flag. */
  String placeholder() {
    return placeholder;
  }

  /** The default as the help shows it: for {@code live}, the name of a system property. */
  @Nullable String standard() {
    return standard;
  }

  /** The value where none is set; null for none. */
  @Nullable String fallback() {
    return this == LIVE ? System.getProperty("java.io.tmpdir") : standard;
  }

  String meaning() {
    return meaning;
  }

  /** Whether the bare key means {@code true}. */
  boolean isFlag() {
    return placeholder.isEmpty();
  }
}
