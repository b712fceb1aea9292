package dev.ajar.agent.options;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is set so far: a right value replaces the one before it, a wrong one becomes a problem. */
final class Settings {
  private final List<String> libraries;

  // No EnumMap: it finds the constants by reflection, which is slow in a JVM that has just started.
  private final Map<Option, String> values = new HashMap<>();
  private final Map<Option, String> sources = new HashMap<>();

  private final List<OwnClass> own = new ArrayList<>();
  private @Nullable Problems problems;

  Settings(List<String> libraries) {
    this.libraries = libraries;
  }

  void accept(Setting setting) {
    Option option = Option.of(setting.key());
    if (option == null) {
      problems().unknown(setting);
      return;
    }
    OptionValue value = OptionValue.of(option, setting.value(), libraries);
    if (value.isRight()) {
      values.put(option, value.text());
      sources.put(option, setting.source());
    } else {
      problems().wrong(setting, option, value.text());
    }
  }

  /** Adds a class of a file of rules. */
  void track(OwnClass ownClass) {
    own.add(ownClass);
  }

  /** The value that holds so far: the last that was accepted, or else the default. */
  @Nullable String value(Option option) {
    String value = values.get(option);
    return value == null ? option.fallback() : value;
  }

  Problems problems() {
    if (problems == null) {
      problems = new Problems();
    }
    return problems;
  }

  Reading reading() {
    String failOn = sources.get(Option.FAIL_ON);
    if (failOn != null && value(Option.EXIT_CODE) == null) {
      problems().idle(Option.FAIL_ON, Option.EXIT_CODE, failOn);
    }
    return new Reading(
        options(),
        changedOnly(values),
        changedOnly(sources),
        problems == null ? List.of() : problems.lines(this));
  }

  /** The entries of those options that are not at their default, in the order of the help. */
  private Map<String, String> changedOnly(Map<Option, String> entries) {
    Map<String, String> changed = new LinkedHashMap<>();
    for (Option option : Option.values()) {
      String entry = entries.get(option);
      if (entry != null && !text(option).equals(option.fallback())) {
        changed.put(option.key(), entry);
      }
    }
    return Collections.unmodifiableMap(changed);
  }

  private Options options() {
    String formats = text(Option.FORMATS);
    String libraries = text(Option.LIBRARIES);
    String live = value(Option.LIVE);
    return new Options(
        text(Option.OUTPUT),
        formats.contains("text"),
        formats.contains("json"),
        value(Option.SERVICE),
        value(Option.BUILD),
        Integer.parseInt(text(Option.DEPTH)),
        OptionValue.parts(text(Option.APP)),
        libraries.equals("all") ? List.of() : OptionValue.parts(libraries),
        track(),
        value(Option.SUPPRESSIONS),
        value(Option.BASELINE),
        text(Option.FAIL_ON),
        value(Option.EXIT_CODE) == null ? 0 : Integer.parseInt(text(Option.EXIT_CODE)),
        "off".equals(live) ? null : live,
        Integer.parseInt(text(Option.HOOK_WAIT)),
        Integer.parseInt(text(Option.MAX_LIVE)),
        text(Option.THRESHOLDS),
        Boolean.parseBoolean(text(Option.QUIET)),
        Boolean.parseBoolean(text(Option.HELP)));
  }

  private List<OwnClass> track() {
    List<OwnClass> all = new ArrayList<>();
    String list = text(Option.TRACK);
    int from = 0;
    while (from < list.length()) {
      int plus = list.indexOf('+', from);
      int end = plus < 0 ? list.length() : plus;
      all.add(OwnClass.parse(list.substring(from, end)));
      from = end + 1;
    }
    all.addAll(own);
    return List.copyOf(all);
  }

  private String text(Option option) {
    String value = value(option);
    return value == null ? "" : value;
  }
}
