package dev.ajar.agent.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be told, from outside, of what an open resource holds.
 *
 * @param threads names of its threads
 * @param counters what the library itself counts
 */
public record Holding(List<ThreadName> threads, List<Counter> counters) {

  static final Holding NOTHING = new Holding(List.of(), List.of());

  /** Keeps the lists as they are now. */
  public Holding {
    threads = List.copyOf(threads);
    counters = List.copyOf(counters);
  }

  /** Whether threads keep the JVM from ending, and what it says of them that they live. */
  public enum Keeps {
    /** They are daemons, or not known to be none. */
    NOTHING,
    /** They do, and have nothing to do: at work they bear other names. */
    IDLE,
    /** They do, and serve clients alone. */
    CLIENTS,
    /** They do, and run whatever else an application gives them: servers, timers. */
    ANYTHING
  }

  /** What is counted. */
  public enum Count {
    /** Connections, in use or not. */
    CONNECTIONS,
    /** Connections in use. */
    LEASED,
    /** Connections not in use. */
    AVAILABLE,
    /** Requests that wait for a connection. */
    PENDING,
    /** Connections that there may be. */
    MAX,
    /** Connections that there may be to one host, if nothing else was set for it. */
    MAX_PER_ROUTE
  }

  /**
   * A name of threads.
   *
   * @param pattern the name; a {@code *} stands for any letters
   * @param runs prefix of a class that has to be on the thread's stack, where the name alone tells
   *     too little; or null
   */
  public record ThreadName(String pattern, @Nullable String runs, Keeps keeps) {

    /** Whether a thread may be one of these, going by its name. */
    public boolean fits(String name) {
      return Wildcard.matches(pattern, name, 0);
    }
  }

  /**
   * A counter of a library's.
   *
   * @param calls public methods without parameters, each called on what the one before returned,
   *     the first on the resource; the last returns a number. None of them changes anything.
   */
  public record Counter(Count count, List<String> calls) {

    /** Keeps the calls as they are now. */
    public Counter {
      calls = List.copyOf(calls);
    }
  }
}
