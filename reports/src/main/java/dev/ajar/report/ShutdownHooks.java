package dev.ajar.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shutdown hooks of an application that is ending.
 *
 * @param count how many there are, those of libraries and of the JDK too
 * @param millis how long they took, in ms; null as long as they have not ended
 * @param waitedMillis after which time a report was made that did not wait for them, in ms; null if
 *     there was none
 * @param hanging how many had not ended then
 * @param threads some of these
 */
public record ShutdownHooks(
    long count,
    @Nullable Long millis,
    @Nullable Long waitedMillis,
    long hanging,
    List<Hanging> threads) {

  /** Keeps the list as it is now. */
  public ShutdownHooks {
    threads = List.copyOf(threads);
  }

  /**
   * A hook that had not ended.
   *
   * @param name of its thread
   * @param frames what it was doing, a few, the innermost first
   */
  public record Hanging(String name, List<String> frames) {

    /** Keeps the list as it is now. */
    public Hanging {
      frames = List.copyOf(frames);
    }
  }

  /** Null if the ledger does not know of any. */
  static @Nullable ShutdownHooks of(Map<String, String> facts) {
    Long count = number(facts.get("hooks"));
    if (count == null) {
      return null;
    }
    List<Hanging> threads = new ArrayList<>();
    for (String hook = facts.get("hook.0"); hook != null; ) {
      threads.add(hanging(hook));
      hook = facts.get("hook.".concat(Integer.toString(threads.size())));
    }
    Long hanging = number(facts.get("hooks.hanging"));
    return new ShutdownHooks(
        count,
        number(facts.get("hooks.millis")),
        number(facts.get("hooks.waited")),
        hanging == null ? 0 : hanging,
        threads);
  }

  /** The name of a thread, then a frame a line. */
  private static Hanging hanging(String lines) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int end = lines.indexOf('\n'); end >= 0; end = lines.indexOf('\n', from)) {
      parts.add(lines.substring(from, end));
      from = end + 1;
    }
    parts.add(lines.substring(from));
    return new Hanging(parts.get(0), parts.subList(1, parts.size()));
  }

  private static @Nullable Long number(@Nullable String fact) {
    try {
      return fact == null ? null : Math.max(0, Long.parseLong(fact));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
