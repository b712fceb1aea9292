package dev.ajar.agent;

import dev.ajar.agent.catalog.Catalog;
import dev.ajar.agent.catalog.Library;
import dev.ajar.agent.catalog.OwnClasses;
import dev.ajar.agent.catalog.Point;
import dev.ajar.agent.catalog.Rule;
import dev.ajar.agent.exit.Stderr;
import dev.ajar.agent.jdk.Origin;
import dev.ajar.agent.jdk.OwnThread;
import dev.ajar.agent.jfr.Recordings;
import dev.ajar.agent.options.Help;
import dev.ajar.agent.options.OptionsReader;
import dev.ajar.agent.options.OwnClass;
import dev.ajar.agent.options.Reading;
import dev.ajar.agent.track.Clock;
import dev.ajar.agent.weave.WeaveListener;
import dev.ajar.ledger.Coverage;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the first known client: nothing else of Ajar is loaded, opened or registered before its
 * class is. Thread-safe.
 */
final class Watch implements WeaveListener, Predicate<Library> {

  /** In the place of the main thread's id where Ajar came into a running JVM. */
  static final long LATE = -2;

  private static final int MOST_TRACE_CLASSES = 16;

  private final Instrumentation instrumentation;
  private final @Nullable String arguments;
  private final long mainThread;
  private final long startMillis = System.currentTimeMillis();
  private final long startNanos = System.nanoTime();
  private final IdentityHashMap<Point, Integer> numbers = new IdentityHashMap<>();
  private final Set<String> written = new HashSet<>();
  private final List<TraceClass> traces = new ArrayList<>();
  private @Nullable Reading reading;
  private volatile @Nullable Session session;
  private volatile @Nullable Recordings recordings;
  private @Nullable IllegalStateException refusal;
  private boolean told;
  private volatile boolean management;
  private int apiNumber = -1;

  /**
   * @param arguments of the agent, or null if there are none
   * @param mainThread id of the thread that will call {@code main}, or {@link #LATE}
   */
  Watch(Instrumentation instrumentation, @Nullable String arguments, long mainThread) {
    this.instrumentation = instrumentation;
    this.arguments = arguments;
    this.mainThread = mainThread;
  }

  /**
   * Reads the options, once, and tells what is wrong with them. Where the agent has no arguments,
   * this too waits for the first known client: an application without one is told nothing.
   */
  synchronized Reading readOptions() {
    if (reading == null) {
      reading =
          OptionsReader.read(arguments, System.getProperties(), System.getenv(), Catalog.NAMES);
      for (String problem : reading.problems()) {
        Stderr.line(problem);
      }
      if (reading.options().help()) {
        Stderr.write(Help.text());
      }
    }
    return reading;
  }

  /**
   * Writes a snapshot report.
   *
   * @param pattern of its path without the ending, as the option {@code output}; null for that
   * @return the file, or null if no known client was loaded as yet
   * @throws IOException if it cannot be written
   */
  @Nullable String dump(@Nullable String pattern) throws IOException {
    Session running = session;
    return running == null ? null : running.dump(pattern);
  }

  /** The application's own classes that the options name, or null if they name none. */
  @Nullable OwnClasses ownClasses() {
    List<OwnClass> track = readOptions().options().track();
    if (track.isEmpty()) {
      return null;
    }
    OwnClasses own = new OwnClasses();
    for (OwnClass each : track) {
      own.add(each.className(), each.subtypes(), each.closes());
    }
    return own;
  }

  /**
   * Starts the session now if the options ask for an exit status: how {@code main} ends has to be
   * seen, also where the first known client comes after that.
   */
  synchronized void prepareExit() {
    if (readOptions().options().exitCode() == 0) {
      return;
    }
    try {
      Session unused = session();
    } catch (IllegalStateException e) {
      Stderr.line("the exit status stays as it is: " + e.getMessage());
    }
  }

  /** Whether the options ask for a library. */
  @Override
  public boolean test(Library library) {
    return readOptions().options().watches(library.name());
  }

  @Override
  public synchronized int probe(Rule.Pointed pointed) {
    Integer known = numbers.get(pointed.point());
    if (known != null) {
      return known;
    }
    int number = session().connect(pointed);
    numbers.put(pointed.point(), number);
    return number;
  }

  @Override
  public synchronized int apiProbe() {
    if (apiNumber < 0) {
      apiNumber = session().connectApi();
    }
    return apiNumber;
  }

  @Override
  public int managementProbe() { // without a lock: any thread may load that class, at any time
    management = true;
    Session running = session;
    return running == null ? -1 : running.managementProbe();
  }

  @Override
  public synchronized void woven(Library library, Origin origin, List<String> missing) {
    if (!written.add(origin.source() + '/' + origin.className())) {
      return; // retransformed, or loaded once more by another class loader
    }
    session()
        .ledger()
        .coverage(
            new Coverage(
                library.rules().get(0).type().library(),
                origin.source(),
                origin.version(),
                origin.className(),
                String.join(",", missing)));
  }

  @Override
  public void metTraces(String className, ClassLoader loader) {
    TraceClass met = new TraceClass(className, new WeakReference<>(loader));
    synchronized (traces) { // and not this: the thread that starts the session loads classes
      if (traces.size() < MOST_TRACE_CLASSES) {
        traces.add(met);
      }
    }
    Session running = session;
    if (running != null) {
      running.askForTraces(met);
    }
  }

  @Override
  public void metRecorder(boolean now) {
    if (now) {
      listen();
    } else {
      Thread unused = OwnThread.start("ajar-jfr", new Listening());
    }
  }

  // The thread that initialises Flight Recorder holds locks of it: nothing here may wait for
  // another thread.
  private void listen() {
    Recordings met = Recordings.listen();
    recordings = met;
    Session running = session;
    if (running != null) {
      running.record(met);
    }
  }

  @Override
  public synchronized void notWoven(String internalName, Throwable reason) {
    String problem = internalName.replace('/', '.') + " is not watched: " + reason;
    if (!written.add(problem)) {
      return;
    }
    try {
      session().ledger().problem(problem);
    } catch (IllegalStateException e) {
      if (!told) { // there is no report to say it in
        told = true;
        Stderr.line(e instanceof TrainingRun ? TrainingRun.LINE : problem);
      }
    }
  }

  /**
   * @throws IllegalStateException if this JVM refuses, each time with the first reason
   */
  private Session session() {
    if (refusal != null) {
      throw refusal;
    }
    Session running = session;
    if (running == null) {
      try {
        Clock clock = new Clock(startMillis, startNanos);
        running = Session.start(instrumentation, readOptions(), clock, mainThread);
        session = running;
        askForTraces(running);
        if (management) {
          running.lookForManagement();
        }
        Recordings met = recordings;
        if (met != null) {
          running.record(met);
        }
      } catch (IllegalStateException e) {
        refusal = e;
        throw e;
      }
    }
    return running;
  }

  private void askForTraces(Session running) {
    List<TraceClass> met;
    synchronized (traces) {
      met = List.copyOf(traces);
    }
    for (TraceClass each : met) {
      running.askForTraces(each);
    }
  }

  /** Waits for the recorder's classes, if another thread is about to initialise them. */
  private final class Listening implements Runnable {
    @Override
    public void run() {
      listen();
    }
  }
}
