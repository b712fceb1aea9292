package dev.ajar.agent.exit;

import dev.ajar.agent.jdk.JdkAccess;
import dev.ajar.agent.jdk.OwnThread;
import dev.ajar.agent.track.Clock;
import dev.ajar.ledger.LedgerWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the exit after the last shutdown hook and, where hooks do not end in time, an early report
 * before it: a JVM whose hooks hang is killed, and then nothing of Ajar's runs any more.
 *
 * <p>Whichever report begins first is written to its end before the other begins.
 */
final class HookWatch implements Runnable {

  private static final int MOST_HOOKS = 8;
  private static final int MOST_FRAMES = 16;

  private final LedgerWriter ledger;
  private final Clock clock;
  private final Exit exit;
  private final int seconds;
  private final Object oneReport = new Object();
  private volatile @Nullable Supplier<List<Thread>> hooks;
  private volatile boolean ended;
  private volatile @Nullable Thread timer;
  private long began = -1;

  /**
   * @param seconds how long hooks are waited for; 0 for ever
   */
  HookWatch(LedgerWriter ledger, Clock clock, Exit exit, int seconds) {
    this.ledger = ledger;
    this.clock = clock;
    this.exit = exit;
    this.seconds = seconds;
  }

  /** Waits for the beginning of the shutdown; without effect if that has been. */
  void register(JdkAccess jdk) {
    try {
      hooks = jdk.atShutdown(new Beginning());
    } catch (RuntimeException e) {
      ledger.problem("shutdown hooks that hang are not told of: " + e);
    }
  }

  /** Called after the last hook. */
  @Override
  public void run() {
    long now = clock.now();
    ended = true;
    LockSupport.unpark(timer);
    synchronized (oneReport) {
      noteEnd(now);
      exit.run();
    }
  }

  private void noteEnd(long now) {
    try {
      if (began >= 0) {
        ledger.fact("hooks.millis", Long.toString(now - began));
      }
    } catch (OutOfMemoryError e) {
      // The exit has a word for that.
    }
  }

  /** Called before the hooks run, on the thread that starts them one by one. */
  private final class Beginning implements Runnable {

    @Override
    public void run() {
      Supplier<List<Thread>> all = hooks;
      int count = all == null ? 0 : all.get().size();
      if (count == 0) {
        return;
      }
      began = clock.now();
      ledger.fact("hooks", Integer.toString(count));
      if (seconds > 0) {
        try {
          timer = OwnThread.start("ajar-hooks", new Limit());
        } catch (RuntimeException | OutOfMemoryError e) { // which also says: no more threads
          ledger.problem("shutdown hooks that hang are not told of: " + e);
        }
      }
    }
  }

  private final class Limit implements Runnable {

    @Override
    public void run() {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      long left = deadline - System.nanoTime();
      while (left > 0 && !ended) {
        LockSupport.parkNanos(left);
        boolean unused = Thread.interrupted();
        left = deadline - System.nanoTime();
      }
      synchronized (oneReport) {
        List<Thread> hanging = hanging();
        if (!ended && !hanging.isEmpty()) {
          note(hanging);
          exit.runEarly();
        }
      }
    }
  }

  private List<Thread> hanging() {
    List<Thread> hanging = new ArrayList<>();
    Supplier<List<Thread>> all = hooks;
    for (Thread hook : all == null ? List.<Thread>of() : all.get()) {
      if (hook.isAlive()) {
        hanging.add(hook);
      }
    }
    return hanging;
  }

  private void note(List<Thread> hanging) {
    ledger.fact("hooks.waited", Long.toString(clock.now() - began));
    ledger.fact("hooks.hanging", Integer.toString(hanging.size()));
    for (int at = 0; at < Math.min(hanging.size(), MOST_HOOKS); at++) {
      Thread hook = hanging.get(at);
      StringBuilder lines = new StringBuilder(hook.getName().replace('\n', ' '));
      StackTraceElement[] stack = stack(hook);
      for (int frame = 0; frame < Math.min(stack.length, MOST_FRAMES); frame++) {
        frame(lines.append('\n'), stack[frame]);
      }
      ledger.fact("hook." + at, lines.toString());
    }
  }

  /** As stack traces show it, without loader and module. */
  private static void frame(StringBuilder line, StackTraceElement frame) {
    line.append(frame.getClassName()).append('.').append(frame.getMethodName()).append('(');
    if (frame.isNativeMethod()) {
      line.append("Native Method");
    } else if (frame.getFileName() == null) {
      line.append("Unknown Source");
    } else {
      line.append(frame.getFileName()).append(':').append(frame.getLineNumber());
    }
    line.append(')');
  }

  private static StackTraceElement[] stack(Thread hook) {
    try {
      return hook.getStackTrace();
    } catch (SecurityException e) {
      return new StackTraceElement[0];
    }
  }
}
