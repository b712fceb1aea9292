package dev.ajar.ledger;

import java.util.List;
import java.util.Map;

/**
 * What the process held at one moment, as far as it could be found out: threads, file descriptors,
 * sockets, pooled connections.
 *
 * @param at the moment, in ms since the epoch
 * @param totals counts of the whole process, by the names that are constants here; what is not
 *     known has none
 * @param threads live threads that bear a name of some type's, those of one pattern together
 * @param sockets connections of this process, those to one address together
 * @param pools what the counters of the open resources of one place say, those of a place together
 */
public record Held(
    long at,
    Map<String, Long> totals,
    List<Threads> threads,
    List<Sockets> sockets,
    List<Pools> pools) {

  /** Live platform threads. */
  public static final String THREADS = "threads";

  /** Of the live threads, those that keep the JVM from ending. */
  public static final String NON_DAEMON = "threads.non-daemon";

  /** Open file descriptors of each sort. */
  public static final String FILES = "fd.file";

  public static final String SOCKETS = "fd.socket";
  public static final String PIPES = "fd.pipe";

  /** Descriptors that stand for no file, such as those of selectors. */
  public static final String ANONYMOUS = "fd.anon";

  /** TCP connections of this process that are established, however they came about. */
  public static final String ESTABLISHED = "tcp.established";

  /** Those that the other side has closed and this process has not. */
  public static final String CLOSE_WAIT = "tcp.close-wait";

  /** Of both, those that came in at a port that this process listens on. */
  public static final String ACCEPTED = "tcp.accepted";

  /** Ports that this process listens on. */
  public static final String LISTENING = "tcp.listening";

  /** Keeps the lists as they are now. */
  public Held {
    totals = Map.copyOf(totals);
    threads = List.copyOf(threads);
    sockets = List.copyOf(sockets);
    pools = List.copyOf(pools);
  }

  /**
   * Threads of one name.
   *
   * @param name the name, its numbers as {@code %d}
   * @param types what may have started them; more than one where they share the name
   */
  public record Threads(String name, boolean daemon, long count, List<ResourceType> types) {

    /** Keeps the types as they are now. */
    public Threads {
      types = List.copyOf(types);
    }
  }

  /**
   * Connections that this process has made to one address.
   *
   * @param remote address and port, such as {@code 192.0.2.7:443} or {@code [2001:db8::7]:443}
   */
  public record Sockets(String remote, long established, long closeWait) {}

  /**
   * Connections in the pools of what was opened at one place, and is open.
   *
   * @param site number of the place
   * @param asked how many pools were asked
   * @param answered how many of them answered in time
   * @param leased connections in use, in all that answered; so the others
   * @param pending requests that wait for a connection
   * @param exhausted pools with no connection to give and a request that waits for one
   */
  public record Pools(
      int site,
      long asked,
      long answered,
      long leased,
      long available,
      long pending,
      long exhausted) {}
}
