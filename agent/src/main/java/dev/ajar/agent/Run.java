package dev.ajar.agent;

import dev.ajar.agent.options.Options;
import dev.ajar.agent.options.Reading;
import dev.ajar.agent.track.Tracker;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.report.ReportName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What tells this run of the application from others.
 *
 * @param pid the process, 1 in many containers
 * @param service as the option says, else {@link ServiceName}
 * @param started in ms since the epoch
 * @param attached when Ajar came into the running JVM, in ms since the epoch; 0 if it did not
 */
record Run(
    long pid, String host, String service, @Nullable String build, long started, long attached) {

  /**
   * @param watched when Ajar came, in ms since the epoch
   * @param late whether the JVM was running by then
   */
  static Run of(Options options, long watched, boolean late) {
    String service = options.service();
    if (service == null) {
      service = ServiceName.of(System.getProperties(), System.getenv());
    }
    long started = late ? Math.min(findStart(watched), watched) : watched;
    long attached = late ? watched : 0;
    return new Run(findPid(), findHost(), service, options.build(), started, attached);
  }

  /** A number that differs from run to run. */
  long number() {
    return started;
  }

  ReportName reportName() {
    return new ReportName(service, host, pid, started);
  }

  void describe(LedgerWriter ledger, Reading reading) {
    ledger.fact("ajar.version", version());
    ledger.fact("pid", Long.toString(pid));
    ledger.fact("host", host);
    fact(ledger, "boot", content("/proc/sys/kernel/random/boot_id"));
    fact(ledger, "pid.namespace", link("/proc/self/ns/pid"));
    ledger.fact("service", service);
    ledger.fact("main", ServiceName.main(System.getProperties()));
    if (build != null) {
      ledger.fact("build", build);
    }
    ledger.fact("java.version", System.getProperty("java.version", "?"));
    ledger.fact("java.feature", Integer.toString(Runtime.version().feature()));
    ledger.fact("started", Long.toString(started));
    if (attached != 0) {
      ledger.fact(Ledger.ATTACHED, Long.toString(attached));
    }
    ledger.fact("thread.limit", Integer.toString(Tracker.MAX_THREADS));
    ledger.fact("app", String.join("+", reading.options().app()));
    ledger.fact("thresholds", reading.options().thresholds());
    String refusal = ledger.refusal();
    String where = ledger.path() == null ? "off" : "file";
    ledger.fact("ledger", refusal == null ? where : "heap: " + refusal);
    for (Map.Entry<String, String> option : reading.values().entrySet()) {
      String source = reading.sources().get(option.getKey());
      ledger.fact("option." + option.getKey(), option.getValue() + " (from " + source + ")");
    }
    for (String problem : reading.problems()) {
      ledger.problem(problem);
    }
  }

  private static String version() {
    String version = Run.class.getPackage().getImplementationVersion();
    return version == null ? "?" : version;
  }

  private static void fact(LedgerWriter ledger, String key, @Nullable String value) {
    if (value != null) {
      ledger.fact(key, value);
    }
  }

  private static @Nullable String content(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private static @Nullable String link(String file) {
    try {
      return Files.readSymbolicLink(Path.of(file)).toString();
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** When this process started, in ms since the epoch; {@code unknown} where nobody tells. */
  private static long findStart(long unknown) {
    try {
      Optional<Instant> start = ProcessHandle.current().info().startInstant();
      return start.isPresent() ? start.get().toEpochMilli() : unknown;
    } catch (SecurityException e) {
      return unknown;
    }
  }

  /** The process's number. On Linux without {@link ProcessHandle}, which is slow to load. */
  private static long findPid() {
    String number = link("/proc/self");
    try {
      return number == null ? ProcessHandle.current().pid() : Long.parseLong(number);
    } catch (NumberFormatException e) {
      return ProcessHandle.current().pid();
    }
  }

  /** The host's name, without asking the network for it. */
  private static String findHost() {
    String host = content("/proc/sys/kernel/hostname");
    if (host == null) {
      host = System.getenv("HOSTNAME");
    }
    return host != null ? host : System.getenv().getOrDefault("COMPUTERNAME", "localhost");
  }
}
