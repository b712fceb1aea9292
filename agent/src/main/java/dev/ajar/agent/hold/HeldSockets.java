package dev.ajar.agent.hold;

import dev.ajar.ledger.Held;
import dev.ajar.ledger.HeldWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts file descriptors, and connections by the address at their other end. */
final class HeldSockets {

  private static final int MOST_ADDRESSES = 64;
  private static final long NANOS = 800_000_000;

  /** Connections to one address. */
  private static final class Peer {
    final String remote;
    int established;
    int closeWait;

    Peer(String remote) {
      this.remote = remote;
    }

    int all() {
      return established + closeWait;
    }
  }

  /**
   * Counts what can be counted: all, nothing of the connections, or nothing.
   *
   * @param held to write connections to, or null for the totals only
   * @param proc where the system shows this process, such as {@code /proc/self}
   */
  static void measure(Path proc, @Nullable HeldWriter held, Map<String, Long> totals) {
    long deadline = System.nanoTime() + NANOS;
    try {
      Descriptors descriptors = Descriptors.read(proc.resolve("fd"), deadline);
      descriptors.addTo(totals);
      SocketTable table = new SocketTable(descriptors.sockets(), deadline);
      table.read(proc.resolve("net/tcp"));
      Path six = proc.resolve("net/tcp6");
      if (Files.exists(six)) {
        table.read(six);
      }
      write(table, held, totals);
    } catch (IOException | RuntimeException e) {
      // Another system than Linux, no access, or too much to read: unknown.
    }
  }

  private static void write(
      SocketTable table, @Nullable HeldWriter held, Map<String, Long> totals) {
    Map<String, Peer> peers = new HashMap<>();
    long closeWait = 0;
    long accepted = 0;
    for (SocketTable.Connection connection : table.connections()) {
      closeWait += connection.closeWait() ? 1 : 0;
      if (table.listening().contains(connection.localPort())) {
        accepted++;
        continue;
      }
      Peer peer = peers.get(connection.remote());
      if (peer == null) {
        peer = new Peer(connection.remote());
        peers.put(connection.remote(), peer);
      }
      peer.closeWait += connection.closeWait() ? 1 : 0;
      peer.established += connection.closeWait() ? 0 : 1;
    }
    List<Peer> most = new ArrayList<>(peers.values());
    Collections.sort(most, new ByCount());
    for (Peer peer : most.subList(0, Math.min(most.size(), MOST_ADDRESSES))) {
      if (held != null) {
        held.sockets(peer.remote, peer.established, peer.closeWait);
      }
    }
    totals.put(Held.ESTABLISHED, table.connections().size() - closeWait);
    totals.put(Held.CLOSE_WAIT, closeWait);
    totals.put(Held.ACCEPTED, accepted);
    totals.put(Held.LISTENING, (long) table.listening().size());
  }

  private static final class ByCount implements Comparator<Peer> {
    @Override
    public int compare(Peer one, Peer other) {
      int order = Integer.compare(other.all(), one.all());
      return order != 0 ? order : one.remote.compareTo(other.remote);
    }
  }

  private HeldSockets() {}
}
