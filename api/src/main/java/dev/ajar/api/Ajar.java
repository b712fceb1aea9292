package dev.ajar.api;

import java.util.ArrayList;
import java.util.List;

/**
 * What an application may say to Ajar, and ask it. Where the agent is not in the JVM, all of this
 * does nothing and costs next to nothing. Never throws; thread-safe.
 */
public final class Ajar {

  /**
   * Gives a name to what this thread does until the scope is closed: a tenant, a job, a test. The
   * report says under which scopes it opened what is still open. A scope inside another is called
   * {@code outer/inner}. Other threads, also those that this one starts, have scopes of their own.
   *
   * <pre>{@code
   * try (Ajar.Scope scope = Ajar.scope("tenant-7")) {
   *   sync(tenant);
   * }
   * }</pre>
   *
   * @param name few different ones, for the report keeps four for each place; cut at 80 characters
   */
  public static Scope scope(String name) {
    return new Scope(ask("enter", name));
  }

  /**
   * Marks this moment: the report says how many of what is still open were opened after the last
   * mark. The first 1,000 marks of a run are kept.
   *
   * @param name such as {@code after warm-up}; cut at 80 characters
   */
  public static void mark(String name) {
    Object unused = ask("mark", name);
  }

  /**
   * The clients that are open now, counted by class and the line that opened them, the most first.
   * Clients that nobody is to close, such as a library's own shared ones, are not among them; what
   * a client holds inside counts with it. Empty where nothing is open, and where the agent is not
   * in the JVM, which {@link #isWatching} tells.
   */
  public static List<OpenClients> openClients() {
    List<OpenClients> all = new ArrayList<>();
    if (ask("open", "") instanceof Object[] rows) {
      for (Object row : rows) {
        if (row instanceof Object[] cells
            && cells.length >= 4
            && cells[0] instanceof String type
            && cells[1] instanceof String className
            && cells[2] instanceof String site
            && cells[3] instanceof Long count) {
          all.add(new OpenClients(type, className, site, count));
        }
      }
    }
    return List.copyOf(all);
  }

  /** Whether the agent is in this JVM, so that the rest of this class does something. */
  public static boolean isWatching() {
    return ask("here", "") != null;
  }

  private static Object ask(String what, Object argument) {
    Object[] request = {what, argument, null};
    tell(request);
    return request[2];
  }

  /**
   * Does nothing. The agent puts a call of its own in here, which leaves an answer in the third
   * element.
   *
   * @param request a word, an argument, and room for an answer: JDK types only
   */
  @SuppressWarnings("unused") // the agent's call reads it
  private static void tell(Object[] request) {}

  private Ajar() {}

  /**
   * What a thread does under one name, until this is closed. Closing it twice, late, out of order
   * or on another thread does no harm.
   */
  public static final class Scope implements AutoCloseable {

    private final Object handle;

    private Scope(Object handle) {
      this.handle = handle;
    }

    /** Ends it. */
    @Override
    public void close() {
      if (handle != null) {
        Object unused = ask("leave", handle);
      }
    }
  }

  /**
   * Open clients of one class that one line opened.
   *
   * @param type one of them in words, such as {@code OkHttp client}
   * @param className the public type that users know it by
   * @param site the line, as the JDK prints it: {@code com.acme.Api.call(Api.java:17)}
   * @param count how many, from 1
   */
  public record OpenClients(String type, String className, String site, long count) {

    /** As in {@code 3 x OkHttp client, opened at com.acme.Api.call(Api.java:17)}. */
    @Override
    public String toString() {
      return count + " x " + type + ", opened at " + site;
    }
  }
}
