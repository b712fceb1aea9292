package dev.ajar.cli;

import dev.ajar.ledger.Ledger;
import dev.ajar.report.Nature;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The process that a ledger is of. */
final class WatchedProcess {

  /** How far two clocks may be apart on when one process started. */
  private static final long START_TOLERANCE_MILLIS = 10_000;

  /** Whether a ledger's process has said that it ended, is running on this host, or is gone. */
  static Nature nature(Ledger ledger) {
    if (ledger.end() != null) {
      return Nature.EXIT;
    }
    return isHere(ledger.facts().get("host")) && isRunning(ledger)
        ? Nature.SNAPSHOT
        : Nature.RECOVERED;
  }

  private static boolean isRunning(Ledger ledger) {
    long pid = number(ledger.facts().get("pid"));
    Optional<ProcessHandle> process = pid > 0 ? ProcessHandle.of(pid) : Optional.empty();
    if (process.isEmpty() || !process.get().isAlive()) {
      return false;
    }
    long started = number(ledger.facts().get("started"));
    Optional<Instant> since = process.get().info().startInstant();
    return started == 0
        || since.isEmpty()
        || since.get().toEpochMilli() <= started + START_TOLERANCE_MILLIS; // else: its successor
  }

  /** Whether a host's name is this one's; true for none. */
  private static boolean isHere(@Nullable String host) {
    if (host == null || host.equals(System.getenv("HOSTNAME"))) {
      return true;
    }
    try {
      return host.equals(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException e) {
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

  private WatchedProcess() {}
}
