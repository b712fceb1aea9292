package dev.ajar.agent;

import dev.ajar.agent.api.ApiProbe;
import dev.ajar.agent.catalog.Rule;
import dev.ajar.agent.exit.MainThread;
import dev.ajar.agent.exit.Stderr;
import dev.ajar.agent.hold.Hang;
import dev.ajar.agent.jdk.JdkAccess;
import dev.ajar.agent.jfr.Recordings;
import dev.ajar.agent.jmx.PlatformServer;
import dev.ajar.agent.options.Options;
import dev.ajar.agent.options.Reading;
import dev.ajar.agent.track.Clock;
import dev.ajar.agent.track.Probe;
import dev.ajar.agent.track.Stacks;
import dev.ajar.agent.track.TraceIds;
import dev.ajar.agent.track.TrackedType;
import dev.ajar.agent.track.Tracker;
import dev.ajar.agent.weave.Probes;
import dev.ajar.agent.weave.UncaughtWeaver;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.report.ReportName;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** One run with known clients in it: ledger, tracker, hook and the end, put together. */
final class Session {

  private final Instrumentation instrumentation;
  private final JdkAccess jdk;
  private final Probes probes;
  private final LedgerWriter ledger;
  private final Clock clock;
  private final Tracker tracker;
  private final Reports reports;
  private final PlatformServer server;
  private final int managementProbe;
  private final IdentityHashMap<Rule, TrackedType> types = new IdentityHashMap<>();
  private final List<TrackedType> known = new CopyOnWriteArrayList<>();
  private @Nullable TraceIds traces;
  private volatile boolean tracesRefused;

  private Session(
      Instrumentation instrumentation, JdkAccess jdk, Reading reading, Clock clock, long mainThread)
      throws ReflectiveOperationException {
    this.instrumentation = instrumentation;
    this.jdk = jdk;
    this.clock = clock;
    probes = new Probes(jdk); // first: if the JVM refuses, there is no ledger either
    Options options = reading.options();
    boolean late = mainThread == Watch.LATE;
    Run run = Run.of(options, clock.start(), late);
    ledger = LedgerWriter.open(ledgerPath(options.live(), run), options.maxLive(), run.number());
    run.describe(ledger, reading);
    tellLedger(ledger, reading);
    Stacks stacks = new Stacks(options.depth(), jdk.backtrace());
    tracker = new Tracker(ledger, clock, stacks, jdk.shutdownBegan());
    if (late) {
      tracker.adopt();
    }
    MainThread main = options.exitCode() == 0 ? null : watchMain(mainThread);
    ReportName names = run.reportName();
    reports = new Reports(jdk, options, ledger, tracker, clock, names, known, main);
    reports.register(new Hang(tracker, clock, known, jdk.shutdownBegan()));
    server = new PlatformServer(new RunView(ledger, tracker, clock, reports.dump()));
    managementProbe = probes.add(server);
  }

  /**
   * Starts it.
   *
   * @param mainThread id of the thread that will call {@code main}, or {@link Watch#LATE}
   * @throws IllegalStateException if this JVM refuses the hook, without which nothing can be
   *     watched, or if this is a {@link TrainingRun}
   */
  static Session start(
      Instrumentation instrumentation, Reading reading, Clock clock, long mainThread) {
    try {
      JdkAccess jdk = new JdkAccess(instrumentation);
      if (jdk.isTraining()) {
        throw new TrainingRun();
      }
      return new Session(instrumentation, jdk, reading, clock, mainThread);
    } catch (TrainingRun e) {
      throw e;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      throw new IllegalStateException("this JVM refuses Ajar's hook: " + e, e);
    }
  }

  LedgerWriter ledger() {
    return ledger;
  }

  /** Writes a snapshot report, as {@link Watch#dump}. */
  String dump(@Nullable String pattern) throws IOException {
    return reports.dump().write(pattern).toString();
  }

  /** The number of a new probe for a point. */
  int connect(Rule.Pointed pointed) {
    TrackedType type = types.get(pointed.rule());
    if (type == null) {
      type = new TrackedType(pointed.rule(), ledger);
      types.put(pointed.rule(), type);
      known.add(type);
      tracker.know(type);
    }
    return probes.add(new Probe(tracker, type, pointed.point()));
  }

  /** The number of a new probe for what the application says and asks. */
  int connectApi() {
    return probes.add(new ApiProbe(tracker, ledger, clock));
  }

  /** Has recordings tell of this run. */
  void record(Recordings recordings) {
    reports.record(recordings);
  }

  /** Asks a class from now on in which trace a client is opened. */
  void askForTraces(TraceClass met) {
    try {
      traces().ask(met.name(), met.loader());
    } catch (RuntimeException e) {
      if (!tracesRefused) { // by the JVM
        tracesRefused = true;
        ledger.problem("trace ids cannot be read: " + e);
      }
    }
  }

  private synchronized TraceIds traces() {
    if (traces == null) {
      traces = new TraceIds(ledger, jdk.initialisedClass());
      tracker.note(traces);
    }
    return traces;
  }

  /** The number of the probe for the platform MBean server. */
  int managementProbe() {
    return managementProbe;
  }

  /** Looks for the platform MBean server, where the class that makes it is loaded already. */
  void lookForManagement() {
    server.lookFor(new Management(instrumentation, jdk, ledger));
  }

  /** Sees how {@code main} ends from now on, or returns null where that cannot be seen. */
  private @Nullable MainThread watchMain(long id) {
    if (id < 0) {
      return null;
    }
    MainThread main = new MainThread(id, jdk.mainStarted());
    return UncaughtWeaver.weave(instrumentation, probes.add(main)) ? main : null;
  }

  /** Says where the ledger is, if the user showed to care. */
  private static void tellLedger(LedgerWriter ledger, Reading reading) {
    Options options = reading.options();
    boolean asked = options.help() || reading.sources().containsKey("live");
    if (!asked || options.quiet()) {
      return;
    }
    if (ledger.refusal() != null) {
      Stderr.line("the ledger is on the heap: " + ledger.refusal());
    } else if (ledger.path() != null) {
      Stderr.line("the ledger is " + ledger.path().toAbsolutePath());
    }
  }

  /** Where the ledger is to be; null for nowhere, as after {@code live=off} or an unusable path. */
  private static @Nullable Path ledgerPath(@Nullable String directory, Run run) {
    try {
      String name = "ajar-" + run.pid() + "-" + run.number() + ".ledger";
      return directory == null ? null : Path.of(directory, name);
    } catch (InvalidPathException e) {
      Stderr.line("the ledger is kept on the heap: " + e.getMessage());
      return null;
    }
  }
}
