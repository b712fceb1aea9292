package dev.ajar.cli;

import dev.ajar.ledger.Ledger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The process that a ledger is of. */
final class WatchedProcess {

  /** How far two clocks may be apart on when one process started. */
  private static final long START_TOLERANCE_MILLIS = 10_000;

  private final Map<String, String> facts;
  private final Host here;

  private WatchedProcess(Map<String, String> facts, Host here) {
    this.facts = facts;
    this.here = here;
  }

  /**
   * What has become of it.
   *
   * @param locked whether somebody has the lock of its writer
   * @param here where this is asked
   */
  static Fate fate(boolean locked, Ledger ledger, Host here) {
    if (locked) { // with word of its end too: it writes its report
      return Fate.RUNS;
    }
    return ledger.end() != null
        ? Fate.ENDED
        : new WatchedProcess(ledger.facts(), here).withoutLock();
  }

  /** The id of a ledger's process, in its own namespace; 0 if the ledger does not tell. */
  static long pid(Ledger ledger) {
    return number(ledger.facts().get("pid"));
  }

  private Fate withoutLock() {
    if (!isOnThisKernel()) {
      return Fate.UNSEEN;
    }
    String namespace = facts.get("pid.namespace");
    if (namespace == null || namespace.equals(here.pidNamespace())) {
      return isRunning() ? Fate.RUNS : Fate.GONE;
    }
    // Another container: its processes are out of sight, but not their locks.
    return "true".equals(facts.get(Ledger.LOCKED)) ? Fate.GONE : Fate.UNSEEN;
  }

  /**
   * Whether it ran on this kernel since that was started, or on this host if there is no telling.
   */
  private boolean isOnThisKernel() {
    String boot = facts.get("boot");
    if (boot != null && here.boot() != null) {
      return boot.equals(here.boot());
    }
    String host = facts.get("host");
    return host == null || host.equals(here.name());
  }

  private boolean isRunning() {
    long pid = number(facts.get("pid"));
    Optional<ProcessHandle> process = pid > 0 ? ProcessHandle.of(pid) : Optional.empty();
    if (process.isEmpty() || !process.get().isAlive() || isZombie(pid)) {
      return false;
    }
    long started = number(facts.get("started"));
    Optional<Instant> since = process.get().info().startInstant();
    return started == 0
        || since.isEmpty()
        || since.get().toEpochMilli() <= started + START_TOLERANCE_MILLIS; // else: its successor
  }

  /** Whether it is dead and nobody has asked how it ended; in a container, that may stay so. */
  private static boolean isZombie(long pid) {
    try {
      Path file = Path.of("/proc", Long.toString(pid), "stat");
      String stat = Files.readString(file, StandardCharsets.ISO_8859_1);
      int state = stat.lastIndexOf(')') + 2;
      return state < stat.length() && (stat.charAt(state) == 'Z' || stat.charAt(state) == 'X');
    } catch (IOException e) {
      return false;
    }
  }

  private static long number(@Nullable String fact) {
    try {
      return fact == null ? 0 : Long.parseLong(fact);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
