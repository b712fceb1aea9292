package dev.ajar.agent.track;

import dev.ajar.ledger.LedgerWriter;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * In which trace this thread works, as the application's own tracing says: SLF4J's MDC, Log4j's
 * thread context or OpenTelemetry, a few copies of each. Thread-safe.
 */
public final class TraceIds {

  private static final int MOST = 8;

  private final LedgerWriter ledger;
  private final BiFunction<ClassLoader, String, @Nullable Class<?>> initialised;
  private volatile TraceSource[] sources = new TraceSource[0];

  /**
   * @param initialised finds a class that a loader has defined and that is initialised, or null
   */
  public TraceIds(
      LedgerWriter ledger, BiFunction<ClassLoader, String, @Nullable Class<?>> initialised) {
    this.ledger = ledger;
    this.initialised = initialised;
  }

  /** Asks one more class from now on, once the application has initialised it. */
  public synchronized void ask(String className, WeakReference<ClassLoader> loader) {
    int kept = 0;
    TraceSource[] next = new TraceSource[MOST];
    for (TraceSource source : sources) {
      if (source.isOf(className, loader)) {
        return;
      }
      if (!source.isGone()) {
        next[kept++] = source;
      }
    }
    if (kept < MOST) {
      next[kept++] = new TraceSource(className, loader);
      sources = Arrays.copyOf(next, kept);
    }
  }

  /** The id of the trace, at most 40 characters of ASCII; null if there is none. */
  @SuppressWarnings("CatchingUnchecked") // it is the application's code that runs here
  @Nullable String current() {
    for (TraceSource source : sources) {
      try {
        String id = source.id(initialised);
        if (id != null) {
          return id;
        }
      } catch (Throwable e) {
        if (source.giveUp()) {
          ledger.problem("trace ids of " + source.className() + " cannot be read: " + e);
        }
      }
    }
    return null;
  }
}
