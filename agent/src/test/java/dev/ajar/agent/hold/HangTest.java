package dev.ajar.agent.hold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.catalog.Holding;
import dev.ajar.agent.catalog.Holding.Keeps;
import dev.ajar.agent.catalog.Point;
import dev.ajar.agent.catalog.Rule;
import dev.ajar.agent.catalog.Value;
import dev.ajar.agent.hold.Hang.State;
import dev.ajar.agent.track.Clock;
import dev.ajar.agent.track.Probe;
import dev.ajar.agent.track.Stacks;
import dev.ajar.agent.track.TrackedType;
import dev.ajar.agent.track.Tracker;
import dev.ajar.ledger.Contract;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.ledger.ResourceType;
import dev.ajar.ledger.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at threads and sockets that a test has made up. */
class HangTest {

  private static final String LISTENS = "0100007F:1F90 00000000:0000 0A";
  private static final String CONNECTED = "0100007F:A2C4 070200C0:01BB 01";

  @TempDir private Path proc;
  private final LedgerWriter ledger = LedgerWriter.open(null, 100, 1);
  private final Clock clock = new Clock(System.currentTimeMillis(), System.nanoTime());
  private final Tracker tracker = new Tracker(ledger, clock, new Stacks(32, null), () -> false);
  private final List<TrackedType> types = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Object client = new Object();
  private final AtomicBoolean shutdown = new AtomicBoolean();
  private final CountDownLatch done = new CountDownLatch(1);

  @AfterEach
  void let_go() {
    done.countDown();
  }

  @Test
  void says_so_at_the_second_look() throws IOException {
    Hang hang = hang(Keeps.CLIENTS);
    sockets();
    runs("DestroyJavaVM", "acme-1");

    assertThat(hang.look()).isEqualTo(State.MAYBE);
    assertThat(hang.look()).isEqualTo(State.YES);
    assertThat(hang.since()).isPositive();
  }

  @Test
  void main_has_not_ended() {
    Hang hang = hang(Keeps.IDLE);
    runs("acme-1");

    assertThat(looks(hang, 3)).containsOnly(State.NO);
  }

  @Test
  void a_thread_of_the_application_is_at_work() {
    Hang hang = hang(Keeps.IDLE);
    runs("DestroyJavaVM", "acme-1", "timer");

    assertThat(looks(hang, 3)).containsOnly(State.NO);
  }

  @Test
  void the_client_was_closed_and_its_threads_are_ending() {
    Hang hang = hang(Keeps.CLIENTS);
    probe(Point.Event.CLOSING).accept(client, null);
    probe(Point.Event.CLOSED).accept(client, null);
    runs("DestroyJavaVM", "acme-1");

    assertThat(looks(hang, 3)).containsOnly(State.NO);
  }

  @Test
  void a_request_shows_that_it_is_at_work() throws IOException {
    Hang hang = hang(Keeps.CLIENTS);
    sockets();
    runs("DestroyJavaVM", "acme-1");

    assertThat(hang.look()).isEqualTo(State.MAYBE);
    probe(Point.Event.USE).accept(client, null);
    assertThat(hang.look()).isEqualTo(State.NO);
    assertThat(looks(hang, 2)).containsExactly(State.MAYBE, State.YES);
  }

  @Test
  void a_server_listens() throws IOException {
    Hang hang = hang(Keeps.IDLE);
    sockets(LISTENS);
    runs("DestroyJavaVM", "acme-1");

    assertThat(looks(hang, 3)).containsOnly(State.NO);
  }

  @Test
  void a_request_may_still_be_answered_on_an_open_connection() throws IOException {
    Hang hang = hang(Keeps.CLIENTS);
    probe(Point.Event.USE).accept(client, null);
    sockets(CONNECTED);
    runs("DestroyJavaVM", "acme-1");

    assertThat(looks(hang, 4)).containsOnly(State.NO);
  }

  @Test
  void threads_that_run_anything_take_longer() throws IOException {
    Hang hang = hang(Keeps.ANYTHING);
    sockets();
    runs("DestroyJavaVM", "acme-1");

    assertThat(looks(hang, 4)).containsOnly(State.MAYBE);
    assertThat(hang.look()).isEqualTo(State.YES);
  }

  @Test
  void threads_that_run_anything_may_do_so_where_sockets_are_not_shown() {
    Hang hang = hang(Keeps.ANYTHING);
    runs("DestroyJavaVM", "acme-1");

    assertThat(looks(hang, 6)).containsOnly(State.NO);
  }

  @Test
  void the_jvm_is_ending() {
    Hang hang = hang(Keeps.IDLE);
    runs("DestroyJavaVM");
    assertThat(hang.look()).isEqualTo(State.ENDING);

    runs("a hook");
    shutdown.set(true);
    assertThat(hang.look()).isEqualTo(State.ENDING);
  }

  private List<State> looks(Hang hang, int count) {
    List<State> states = new ArrayList<>();
    for (int look = 0; look < count; look++) {
      states.add(hang.look());
    }
    return states;
  }

  /** Opens a client whose threads are named acme. */
  private Hang hang(Keeps keeps) {
    ResourceType described =
        new ResourceType("Acme", "T", "acme.T", Role.CLIENT, Contract.MUST, "", "", List.of());
    Holding holding =
        new Holding(List.of(new Holding.ThreadName("acme-*", null, keeps)), List.of());
    Rule rule = new Rule(described, false, false, false, List.of(), List.of(), holding);
    types.add(new TrackedType(rule, ledger));
    probe(Point.Event.OPEN).accept(client, null);
    return new Hang(tracker, clock, types, shutdown::get, () -> threads, proc);
  }

  private Probe probe(Point.Event event) {
    Value self = new Value(Value.Start.SELF, "", List.of());
    Point point = new Point("acme/T", "m", event, self, Point.Meaning.NOTHING, null, false);
    return new Probe(tracker, types.get(0), point);
  }

  private void sockets(String... connections) throws IOException {
    Path fd = Files.createDirectories(proc.resolve("fd"));
    StringBuilder table = new StringBuilder("  sl  local_address ...\n");
    for (int at = 0; at < connections.length; at++) {
      Files.createSymbolicLink(fd.resolve("" + at), Path.of("socket:[" + (100 + at) + "]"));
      table.append("   0: ").append(connections[at]).append(" 0:0 0:0 0 1000 0 ");
      table.append(100 + at).append(" 1\n");
    }
    Path net = Files.createDirectories(proc.resolve("net"));
    Files.writeString(net.resolve("tcp"), table);
  }

  private void runs(String... names) {
    for (String name : names) {
      Thread thread = new Thread(this::waits, name);
      thread.start();
      threads.add(thread);
    }
  }

  private void waits() {
    try {
      done.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
