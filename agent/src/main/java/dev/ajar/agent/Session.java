package dev.ajar.agent;

import dev.ajar.agent.api.ApiProbe;
import dev.ajar.agent.catalog.Rule;
import dev.ajar.agent.exit.Dump;
import dev.ajar.agent.exit.Exit;
import dev.ajar.agent.exit.ExitCode;
import dev.ajar.agent.exit.HangWatch;
import dev.ajar.agent.exit.Judgement;
import dev.ajar.agent.exit.MainThread;
import dev.ajar.agent.exit.Stderr;
import dev.ajar.agent.hold.Hang;
import dev.ajar.agent.hold.Holdings;
import dev.ajar.agent.jdk.JdkAccess;
import dev.ajar.agent.jdk.MovedHook;
import dev.ajar.agent.jfr.Recorded;
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
import dev.ajar.agent.weave.Hook;
import dev.ajar.agent.weave.UncaughtWeaver;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.report.Report;
import dev.ajar.report.Severity;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One run with known clients in it: ledger, tracker, hook and the end, put together. */
final class Session {

  private final Instrumentation instrumentation;
  private final JdkAccess jdk;
  private final LedgerWriter ledger;
  private final Clock clock;
  private final Tracker tracker;
  private final Hook hook;
  private final MovedHook recorderHook;
  private @Nullable Exit exit;
  private Judgement judgement = Judgement.NONE;
  private String app = "";
  private final IdentityHashMap<Rule, TrackedType> types = new IdentityHashMap<>();
  private @Nullable TraceIds traces;
  private @Nullable Dump dump;
  private @Nullable PlatformServer server;
  private int managementProbe = -1;
  private volatile boolean tracesRefused;
  private final List<TrackedType> known = new CopyOnWriteArrayList<>();

  @SuppressWarnings({"unchecked", "rawtypes"}) // there are no generic arrays
  private BiConsumer<Object, Object>[] probes = new BiConsumer[0];

  private Session(
      Instrumentation instrumentation,
      JdkAccess jdk,
      LedgerWriter ledger,
      Clock clock,
      Tracker tracker,
      Hook hook) {
    this.instrumentation = instrumentation;
    this.jdk = jdk;
    this.ledger = ledger;
    this.clock = clock;
    this.tracker = tracker;
    this.hook = hook;
    this.recorderHook = new MovedHook(jdk, Exit.RECORDER_SLOT, "JFR Shutdown Hook");
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
      Hook hook = new Hook(jdk);
      Run run = Run.of(reading.options(), clock.start(), mainThread == Watch.LATE);
      Options options = reading.options();
      LedgerWriter ledger =
          LedgerWriter.open(ledgerPath(options.live(), run), options.maxLive(), run.number());
      run.describe(ledger, reading);
      tellLedger(ledger, reading);
      Stacks stacks = new Stacks(options.depth(), jdk.backtrace());
      Tracker tracker = new Tracker(ledger, clock, stacks, jdk.shutdownBegan());
      if (mainThread == Watch.LATE) {
        tracker.adopt();
      }
      String name = run.reportName().of(options.output());
      Session session = new Session(instrumentation, jdk, ledger, clock, tracker, hook);
      ExitCode code = session.exitCode(options, jdk, instrumentation, mainThread);
      session.app = String.join("+", options.app());
      session.judgement = new Judgement(options.suppressions(), options.baseline(), code);
      boolean text = options.text() && !options.quiet();
      Holdings holdings = new Holdings(ledger, tracker, clock, session.known);
      String json = options.json() ? name : null;
      Exit exit = new Exit(ledger, tracker, clock, text, json, session.judgement, holdings);
      session.exit = exit;
      Exit.register(jdk, exit, options.hookWait());
      session.dump =
          new Dump(
              ledger, tracker, clock, text, name, run.reportName(), session.judgement, holdings);
      HangWatch watch =
          new HangWatch(
              ledger,
              clock,
              holdings,
              new Hang(tracker, clock, session.known, jdk.shutdownBegan()),
              text);
      tracker.onceThreadsMayKeepJvm(watch);
      session.server = new PlatformServer(new RunView(ledger, tracker, clock, session.dump));
      session.managementProbe = session.connect(session.server);
      return session;
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
  @Nullable String dump(@Nullable String pattern) throws IOException {
    Dump ready = dump;
    return ready == null ? null : ready.write(pattern).toString();
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
    return connect(new Probe(tracker, type, pointed.point()));
  }

  /** The number of a new probe for what the application says and asks. */
  int connectApi() {
    return connect(new ApiProbe(tracker, ledger, clock));
  }

  /** Has recordings tell of this run. */
  void record(Recordings recordings) {
    if (exit != null) {
      exit.recordBy(recordings, recorderHook);
    }
    recordings.tell(new Recorded(ledger, tracker, clock, app, new Judged(judgement), recorderHook));
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

  private int connect(BiConsumer<Object, Object> probe) {
    int number = probes.length;
    probes = Arrays.copyOf(probes, number + 1);
    probes[number] = probe;
    hook.connect(probes);
    return number;
  }

  /** The number of the probe for the platform MBean server. */
  int managementProbe() {
    return managementProbe;
  }

  /** Looks for the platform MBean server, where the class that makes it is loaded already. */
  void lookForManagement() {
    PlatformServer waiting = server;
    if (waiting != null) {
      waiting.lookFor(new Management(instrumentation, jdk, ledger));
    }
  }

  /** What the options ask for as exit status, or null if they do not. */
  private @Nullable ExitCode exitCode(
      Options options, JdkAccess jdk, Instrumentation instrumentation, long mainThread) {
    if (options.exitCode() == 0) {
      return null;
    }
    MainThread main = null;
    if (mainThread >= 0) {
      main = new MainThread(mainThread, jdk.mainStarted());
      main = UncaughtWeaver.weave(instrumentation, connect(main)) ? main : null;
    }
    return new ExitCode(
        options.exitCode(), Severity.of(options.failOn()), jdk.pendingStatus(), main, recorderHook);
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

  /** Suppressions and baseline, put to a report of a run that goes on. */
  private record Judged(Judgement judgement) implements UnaryOperator<Report> {
    @Override
    public Report apply(Report report) {
      return judgement.of(report);
    }
  }
}
