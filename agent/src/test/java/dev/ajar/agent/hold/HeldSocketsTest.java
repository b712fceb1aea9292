package dev.ajar.agent.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ajar.ledger.Held;
import dev.ajar.ledger.LedgerWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Descriptors and sockets, of a directory that looks like {@code /proc/self}. */
class HeldSocketsTest {

  private static final String HEADING = "  sl  local_address rem_address   st tx_queue ...\n";

  @TempDir private Path proc;
  private final LedgerWriter ledger = LedgerWriter.open(null, 1, 1);
  private final Map<String, Long> totals = new TreeMap<>();

  @Test
  void counts_descriptors_by_sort_and_connections_by_address() throws IOException {
    descriptors("socket:[11]", "socket:[12]", "socket:[13]", "socket:[14]", "socket:[15]");
    descriptors("/var/log/a", "pipe:[16]", "anon_inode:[eventpoll]", "anon_inode:[eventfd]");
    tcp(
        "tcp",
        socket("0100007F:A2C4", "070200C0:01BB", "01", 11),
        socket("0100007F:A2C5", "070200C0:01BB", "08", 12),
        socket("0100007F:1F90", "00000000:0000", "0A", 13),
        socket("0100007F:1F90", "0100007F:D431", "01", 14),
        socket("0100007F:A2C6", "080200C0:01BB", "01", 99)); // another process's
    tcp(
        "tcp6",
        socket(
            "00000000000000000000000001000000:A2C7",
            "B80D0120000000000000000007000000:20FB",
            "01",
            15));

    Held held = measure();

    assertThat(held.totals())
        .containsOnly(
            Map.entry(Held.SOCKETS, 5L),
            Map.entry(Held.FILES, 1L),
            Map.entry(Held.PIPES, 1L),
            Map.entry(Held.ANONYMOUS, 2L),
            Map.entry(Held.ESTABLISHED, 3L),
            Map.entry(Held.CLOSE_WAIT, 1L),
            Map.entry(Held.ACCEPTED, 1L),
            Map.entry(Held.LISTENING, 1L));
    assertThat(held.sockets())
        .containsExactly(
            new Held.Sockets("192.0.2.7:443", 1, 1),
            new Held.Sockets("[2001:db8:0:0:0:0:0:7]:8443", 1, 0));
  }

  @Test
  void knows_nothing_where_the_system_shows_nothing() {
    assertThat(measure().totals()).isEmpty();
  }

  @Test
  void counts_descriptors_where_a_table_makes_no_sense() throws IOException {
    descriptors("socket:[11]");
    tcp("tcp", "  0: nonsense x 01 0 0 0 0 0 11 1\n");

    assertThat(measure().totals()).containsEntry(Held.SOCKETS, 1L).hasSize(4);
  }

  @Test
  void gives_up_where_it_takes_too_long() throws IOException {
    descriptors("socket:[11]");

    assertThatThrownBy(() -> Descriptors.read(proc.resolve("fd"), System.nanoTime() - 1))
        .hasMessage("too many file descriptors");
  }

  private Held measure() {
    HeldSockets.measure(proc, ledger.held(), totals);
    ledger.held().complete(1, totals);
    return Objects.requireNonNull(ledger.read().held());
  }

  private void descriptors(String... targets) throws IOException {
    Path directory = Files.createDirectories(proc.resolve("fd"));
    for (String target : targets) {
      String name = target.replaceAll("\\W", "-");
      Files.createSymbolicLink(directory.resolve(name), Path.of(target));
    }
  }

  private void tcp(String name, String... lines) throws IOException {
    Path directory = Files.createDirectories(proc.resolve("net"));
    Files.writeString(directory.resolve(name), HEADING + String.join("", lines));
  }

  private static String socket(String local, String remote, String state, int inode) {
    return "   0: "
        + local
        + " "
        + remote
        + " "
        + state
        + " 00000000:00000000 00:00000000 00000000  1000        0 "
        + inode
        + " 1 0000000000000000\n";
  }
}
