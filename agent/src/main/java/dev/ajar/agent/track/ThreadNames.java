package dev.ajar.agent.track;

import dev.ajar.ledger.LedgerWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The names of threads, with their numbers taken out: {@code llm-17} is one of {@code llm-%d}. */
final class ThreadNames {

  private static final int LONGEST = 80;
  private static final int MOST_KNOWN = 4_096;
  private static final @Nullable Class<?> VIRTUAL = virtualThread();

  private final LedgerWriter ledger;
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

  ThreadNames(LedgerWriter ledger) {
    this.ledger = ledger;
  }

  /** The number, in the ledger, of the pattern of a thread's name. */
  int number(Thread thread) {
    String name = thread.getName();
    Integer known = numbers.get(name);
    if (known != null) {
      return known;
    }
    int number = ledger.text(pattern(name));
    if (numbers.size() < MOST_KNOWN) {
      numbers.put(name, number);
    }
    return number;
  }

  static String pattern(String name) {
    StringBuilder pattern = new StringBuilder(name.length());
    boolean inNumber = false;
    for (int at = 0; at < name.length() && pattern.length() < LONGEST; at++) {
      char c = name.charAt(at);
      boolean digit = c >= '0' && c <= '9';
      if (!digit) {
        pattern.append(c);
      } else if (!inNumber) {
        pattern.append("%d");
      }
      inNumber = digit;
    }
    return pattern.toString();
  }

  static boolean isVirtual(Thread thread) {
    return thread.getClass() == VIRTUAL;
  }

  private static @Nullable Class<?> virtualThread() {
    try {
      return Class.forName("java.lang.VirtualThread", false, null);
    } catch (ClassNotFoundException | SecurityException e) {
      return null; // before 21; there is a security manager only on JDKs before 24
    }
  }
}
