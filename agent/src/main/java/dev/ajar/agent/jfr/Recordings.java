package dev.ajar.agent.jfr;

import dev.ajar.report.Report;
import java.util.function.Consumer;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import org.jspecify.annotations.Nullable;

/**
 * Joins a run with known clients to the recorder of this JVM, whichever comes first. Never throws.
 *
 * <p>The recorder calls with its own locks held, so nothing here waits for another thread, and
 * whoever brings the run asks nothing of JFR.
 */
public final class Recordings implements Consumer<Report> {

  private volatile @Nullable Recorded run;
  private volatile @Nullable Snapshots snapshots;
  private boolean ready;
  private @Nullable String refusal;

  private Recordings() {}

  /** Waits for the recorder, which is being initialised by this thread if it is not there yet. */
  public static Recordings listen() {
    Recordings recordings = new Recordings();
    try {
      FlightRecorder.addListener(recordings.new Initialised());
    } catch (RuntimeException | LinkageError e) {
      recordings.refuse(e);
    }
    return recordings;
  }

  /** Has recordings tell of a run from now on. */
  public void tell(Recorded known) {
    run = known;
    join();
  }

  /** Records the last report of the run. */
  @Override
  public void accept(Report report) {
    Snapshots known = snapshots;
    if (known != null) {
      known.last(report);
    }
  }

  private synchronized void join() {
    Recorded known = run;
    if (known == null) {
      return;
    }
    if (refusal != null) {
      known.ledger().problem("Flight Recorder refuses Ajar's events: " + refusal);
      refusal = null;
    }
    boolean moved = known.hook().move();
    if (!ready || snapshots != null) {
      return;
    }
    if (!moved) {
      known
          .ledger()
          .problem(
              "Flight Recorder's shutdown hook could not be moved: what is recorded at the end was"
                  + " found among the application's shutdown hooks, not after them");
    }
    snapshots = new Snapshots(known);
    known.tracker().tell(new LifeEvents(known));
  }

  private synchronized void refuse(Throwable reason) {
    refusal = reason.toString();
    join();
  }

  private synchronized void initialised() {
    ready = true;
    join();
  }

  private final class Initialised implements FlightRecorderListener {

    @Override
    public void recorderInitialized(FlightRecorder recorder) {
      try {
        FlightRecorder.register(ClientOpened.class);
        FlightRecorder.register(ClientClosed.class);
        FlightRecorder.register(ClientAbandoned.class);
        FlightRecorder.register(ReportPart.class);
        FlightRecorder.register(UnclosedClient.class);
        FlightRecorder.register(CoverageEvent.class);
        FlightRecorder.register(OpenClientsEvent.class);
        FlightRecorder.addPeriodicEvent(UnclosedClient.class, new Findings());
        FlightRecorder.addPeriodicEvent(CoverageEvent.class, new Watched());
        FlightRecorder.addPeriodicEvent(OpenClientsEvent.class, new Open());
        initialised();
      } catch (RuntimeException | LinkageError e) {
        refuse(e);
      }
    }
  }

  private final class Findings implements Runnable {
    @Override
    public void run() {
      Snapshots known = snapshots;
      if (known != null) {
        known.findings();
      }
    }
  }

  private final class Watched implements Runnable {
    @Override
    public void run() {
      Snapshots known = snapshots;
      if (known != null) {
        known.coverage();
      }
    }
  }

  private final class Open implements Runnable {
    @Override
    public void run() {
      Snapshots known = snapshots;
      if (known != null) {
        known.open();
      }
    }
  }
}
