package dev.ajar.benchmarks;

import dev.ajar.agent.catalog.Catalog;
import dev.ajar.agent.catalog.Library;
import dev.ajar.agent.catalog.Point;
import dev.ajar.agent.catalog.Point.Event;
import dev.ajar.agent.catalog.Rule;
import dev.ajar.agent.jdk.JdkAccess;
import dev.ajar.agent.jdk.MovedHook;
import dev.ajar.agent.jfr.Recorded;
import dev.ajar.agent.jfr.Recordings;
import dev.ajar.agent.track.Clock;
import dev.ajar.agent.track.Probe;
import dev.ajar.agent.track.Stacks;
import dev.ajar.agent.track.TrackedType;
import dev.ajar.agent.track.Tracker;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.ledger.Role;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakTracker;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import jdk.jfr.Recording;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** An opening and its close, at a given depth of the stack, against Netty's leak detector. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgsAppend = {"-XX:+EnableDynamicAgentLoading", "-Djdk.attach.allowAttachSelf=true"})
@SuppressWarnings("NullAway.Init")
public class Pair {

  /** Frames between the benchmark and the opening. */
  @Param({"20", "100"})
  public int depth;

  /** Whether Flight Recorder records; off, no class of it is loaded. */
  @Param({"off", "on"})
  public String recording;

  private @Nullable Recording recorded;
  private LedgerWriter ledger;
  private BiConsumer<Object, Object> responseOpens;
  private BiConsumer<Object, Object> responseCloses;
  private BiConsumer<Object, Object> responseClosed;
  private BiConsumer<Object, Object> clientOpens;
  private BiConsumer<Object, Object> clientCloses;
  private BiConsumer<Object, Object> clientClosed;
  private BiConsumer<Object, Object> clientUsed;
  private final Object shared = new Object();
  private ResourceLeakDetector<Object> netty;

  /** Makes a tracker as the agent has it, over a ledger in a file. */
  @Setup(Level.Trial)
  public void start() throws ReflectiveOperationException {
    JdkAccess jdk = new JdkAccess(ByteBuddyAgent.install());
    Path file = Path.of(System.getProperty("java.io.tmpdir"), "pair-" + System.nanoTime());
    ledger = LedgerWriter.open(file, 65_536, 1);
    Stacks stacks = new Stacks(32, jdk.backtrace());
    Clock clock = new Clock(System.currentTimeMillis(), System.nanoTime());
    Tracker tracker = new Tracker(ledger, clock, stacks, jdk.shutdownBegan());
    if (recording.equals("on")) {
      MovedHook hook = new MovedHook(jdk, 9, "JFR Shutdown Hook");
      Recordings.listen()
          .tell(new Recorded(ledger, tracker, clock, "", UnaryOperator.identity(), hook));
      recorded = new Recording();
      recorded.start();
    }
    Library library =
        Catalog.libraryOf("org/apache/hc/client5/http/impl/classic/InternalHttpClient");
    Rule client = rule(library, Role.CLIENT);
    Rule response = rule(library, Role.HANDOUT);
    TrackedType clients = new TrackedType(client, ledger);
    TrackedType responses = new TrackedType(response, ledger);
    clientOpens = new Probe(tracker, clients, point(client, Event.OPEN));
    clientCloses = new Probe(tracker, clients, point(client, Event.CLOSING));
    clientClosed = new Probe(tracker, clients, point(client, Event.CLOSED));
    clientUsed = new Probe(tracker, clients, point(client, Event.USE));
    responseOpens = new Probe(tracker, responses, point(response, Event.REOPEN));
    responseCloses = new Probe(tracker, responses, point(response, Event.CLOSING));
    responseClosed = new Probe(tracker, responses, point(response, Event.CLOSED));
    clientOpens.accept(shared, null);
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    netty = new ResourceLeakDetector<>(Object.class, 1);
  }

  /** Ends the recording and removes the ledger. */
  @TearDown(Level.Trial)
  public void end() {
    if (recorded != null) {
      recorded.close();
    }
    ledger.delete();
  }

  /** A client: a stack at the opening and one at the close. */
  @Benchmark
  public Object client() {
    return at(depth, Kind.CLIENT);
  }

  /** A response: a stack at the opening only. */
  @Benchmark
  public Object response() {
    return at(depth, Kind.RESPONSE);
  }

  /** A request through an open client. */
  @Benchmark
  public void use() {
    clientUsed.accept(shared, "http://127.0.0.1:8080");
  }

  /** Netty's leak detector, level paranoid, one object tracked and closed. */
  @Benchmark
  public Object nettyParanoid() {
    return at(depth, Kind.NETTY);
  }

  private Object at(int left, Kind kind) {
    return left > 0 ? at(left - 1, kind) : pair(kind);
  }

  private Object pair(Kind kind) {
    Object resource = new Object();
    switch (kind) {
      case CLIENT -> {
        clientOpens.accept(resource, null);
        clientCloses.accept(resource, null);
        clientClosed.accept(resource, null);
      }
      case RESPONSE -> {
        responseOpens.accept(resource, null);
        responseCloses.accept(resource, null);
        responseClosed.accept(resource, null);
      }
      case NETTY -> {
        ResourceLeakTracker<Object> tracker = netty.track(resource);
        tracker.close(resource);
      }
    }
    return resource;
  }

  /** The first of a role. */
  private static Rule rule(Library library, Role role) {
    return library.rules().stream()
        .filter(rule -> rule.type().role() == role)
        .findFirst()
        .orElseThrow();
  }

  private static Point point(Rule rule, Event event) {
    return rule.points().stream()
        .filter(point -> point.event() == event)
        .findFirst()
        .orElseThrow();
  }

  private enum Kind {
    CLIENT,
    RESPONSE,
    NETTY
  }
}
