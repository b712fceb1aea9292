package dev.ajar.report;

import dev.ajar.ledger.Held;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the unclosed of one place held when the process was measured, as far as it is known to be
 * theirs.
 *
 * @param threads threads that bear a name of theirs
 * @param sockets connections to hosts that they asked
 * @param pools what the counters of their pools say; null if they have none
 */
public record Holds(List<Threads> threads, List<Sockets> sockets, @Nullable Pools pools) {

  /** Keeps the lists as they are now. */
  public Holds {
    threads = List.copyOf(threads);
    sockets = List.copyOf(sockets);
  }

  /**
   * Live threads of one name.
   *
   * @param name the name, where a {@code *} stands for any letters
   * @param daemon whether they let the JVM end
   * @param count how many there are, of all the places together
   * @param bound {@code AT_MOST} where some may be left over from what was closed or collected
   * @param places how many places they may be of, this one among them; at least 1
   */
  public record Threads(String name, boolean daemon, long count, Finding.Bound bound, int places) {}

  /**
   * Connections to one address.
   *
   * @param remote the address and port
   * @param host the host that was asked and has that port
   * @param closeWait those that the other side has closed and this process has not
   * @param places how many places asked it, closed or not, this one among them; at least 1
   */
  public record Sockets(String remote, String host, long established, long closeWait, int places) {}

  /**
   * Pools of connections.
   *
   * @param asked how many were asked for their counts
   * @param answered how many of them told in time; what follows is of these
   * @param leased connections in use
   * @param available connections not in use
   * @param pending requests that wait for a connection
   * @param exhausted pools with no connection to give, that a request waits for
   */
  public record Pools(
      long asked, long answered, long leased, long available, long pending, long exhausted) {

    static final Pools NONE = new Pools(0, 0, 0, 0, 0, 0);

    Pools plus(Held.Pools more) {
      return new Pools(
          asked + Figures.count(more.asked()),
          answered + Figures.count(more.answered()),
          leased + Figures.count(more.leased()),
          available + Figures.count(more.available()),
          pending + Figures.count(more.pending()),
          exhausted + Figures.count(more.exhausted()));
    }
  }
}
