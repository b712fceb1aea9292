package dev.ajar.report;

import dev.ajar.ledger.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the whole process held when it was measured.
 *
 * @param liveThreads live platform threads, without those that run the end and Ajar's own
 * @param nonDaemonThreads those of them that keep the JVM alive
 * @param clientThreads those of them that bear the name of some watched type's
 * @param descriptors open file descriptors, or null where the system does not show them
 * @param tcp connections, or null where the system does not show them
 * @param peers the addresses with the most connections that this process made
 * @param hang that it could not end by itself, or null
 */
public record ProcessHolds(
    @Nullable Long liveThreads,
    @Nullable Long nonDaemonThreads,
    long clientThreads,
    @Nullable Descriptors descriptors,
    @Nullable Tcp tcp,
    List<Peer> peers,
    @Nullable Hang hang) {

  /** Keeps the list as it is now. */
  public ProcessHolds {
    peers = List.copyOf(peers);
  }

  /** Open file descriptors, by sort; anonymous are those of selectors and the like. */
  public record Descriptors(long files, long sockets, long pipes, long anonymous) {}

  /**
   * TCP connections.
   *
   * @param closeWait those that the other side has closed and this process has not
   * @param accepted of both, those that came in at a port that this process listens on
   * @param listening how many ports that are
   */
  public record Tcp(long established, long closeWait, long accepted, long listening) {}

  /** Connections that this process made to one address. */
  public record Peer(String remote, long established, long closeWait) {}

  /**
   * The JVM could not end: main had, and nothing but threads of watched clients kept it alive.
   *
   * @param since when that was first seen
   * @param by which clients these are, a line each
   */
  public record Hang(Moment since, List<String> by) {

    /** Keeps the lines as they are now. */
    public Hang {
      by = List.copyOf(by);
    }
  }

  static ProcessHolds of(Held held, @Nullable Hang hang) {
    Map<String, Long> totals = held.totals();
    long clientThreads = 0;
    for (Held.Threads threads : held.threads()) {
      clientThreads += Figures.count(threads.count());
    }
    List<Peer> peers = new ArrayList<>();
    for (Held.Sockets to : held.sockets()) {
      if (peers.size() < Thresholds.PEERS) {
        peers.add(
            new Peer(to.remote(), Figures.count(to.established()), Figures.count(to.closeWait())));
      }
    }
    return new ProcessHolds(
        totals.get(Held.THREADS),
        totals.get(Held.NON_DAEMON),
        clientThreads,
        totals.containsKey(Held.SOCKETS)
            ? new Descriptors(
                count(totals, Held.FILES),
                count(totals, Held.SOCKETS),
                count(totals, Held.PIPES),
                count(totals, Held.ANONYMOUS))
            : null,
        totals.containsKey(Held.ESTABLISHED)
            ? new Tcp(
                count(totals, Held.ESTABLISHED),
                count(totals, Held.CLOSE_WAIT),
                count(totals, Held.ACCEPTED),
                count(totals, Held.LISTENING))
            : null,
        peers,
        hang);
  }

  private static long count(Map<String, Long> totals, String name) {
    Long count = totals.get(name);
    return count == null ? 0 : Figures.count(count);
  }
}
