package dev.ajar.ledger;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import dev.ajar.report.JsonReport;
import dev.ajar.report.Nature;
import dev.ajar.report.OpenSites;
import dev.ajar.report.OpenTable;
import dev.ajar.report.Report;
import dev.ajar.report.TextReport;
import dev.ajar.report.TextStyle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads damaged ledgers and makes all that is made of ledgers: a clear refusal, or a report with
 * what is left; no other exception, and no more memory than a multiple of the file's size.
 */
final class Fuzz {

  /** What any report may take, in bytes, and what it may take for each byte of the file. */
  private static final long ALWAYS = 4 << 20;

  private static final long EACH = 48;
  private static final int WELL_FORMED_EVERY = 50;
  private static final TextStyle ASCII = new TextStyle(false, TextStyle.WIDTH);

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final ObjectMapper mapper = new ObjectMapper();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong damaged = new AtomicLong();
  private final AtomicLong most = new AtomicLong();
  private final Damager damager;
  private final Path directory;

  private Fuzz(Path directory) throws IOException {
    this.damager = Damager.in(directory);
    this.directory = directory;
  }

  /** Tries seeds from 0 on, and tells what became of them. */
  static String run(Path directory, int seeds) throws Exception {
    new Fuzz(directory).check(0, directory.resolve("warm-up")); // loads classes
    Fuzz fuzz = new Fuzz(directory);
    int shares = Math.min(4, Runtime.getRuntime().availableProcessors());
    ExecutorService pool = Executors.newFixedThreadPool(shares);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int share = 0; share < shares; share++) {
        int first = share;
        all.add(pool.submit(() -> fuzz.share(first, shares, seeds)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      pool.shutdownNow();
    }
    return "%,d damaged ledgers: %,d refused, %,d with damage named, %,d where none can be seen;"
            .formatted(seeds, fuzz.refused.get(), fuzz.damaged.get(), fuzz.unseen(seeds))
        + " at most %,d bytes allocated for one".formatted(fuzz.most.get());
  }

  /** How much may be allocated for a file of so many bytes. */
  static long most(long bytes) {
    return ALWAYS + EACH * bytes;
  }

  private long unseen(int seeds) {
    return seeds - refused.get() - damaged.get();
  }

  private Void share(int first, int step, int seeds) {
    Path file = directory.resolve("damaged-" + first);
    for (long seed = first; seed < seeds; seed += step) {
      check(seed, file);
    }
    return null;
  }

  private void check(long seed, Path file) {
    try {
      byte[] bytes = damager.damaged(seed);
      Files.deleteIfExists(file); // not to shorten what is mapped
      Files.write(file, bytes);
      long before = threads.getCurrentThreadAllocatedBytes();
      boolean whole = report(seed, file);
      long allocated = threads.getCurrentThreadAllocatedBytes() - before;
      most.accumulateAndGet(allocated, Math::max);
      if (whole && allocated > most(bytes.length)) {
        throw new AssertionError(allocated + " bytes for a file of " + bytes.length);
      }
    } catch (Throwable e) {
      throw new AssertionError("seed " + seed, e);
    }
  }

  /** False where more was done than a command does. */
  private boolean report(long seed, Path file) throws IOException {
    Ledger ledger;
    try {
      ledger = LedgerReader.readEnded(file);
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).matches("not a ledger.*|a ledger of format.*")) {
        throw e;
      }
      refused.incrementAndGet();
      return true;
    }
    Report report = Report.of(ledger, Nature.RECOVERED, 1_795_251_600_000L);
    if (!report.damage().isEmpty()) {
      damaged.incrementAndGet();
    }
    printable(TextReport.of(report, ASCII, null));
    printable(OpenTable.of(OpenSites.of(ledger, 1_795_251_600_000L), null, ASCII, 20));
    if (seed % WELL_FORMED_EVERY != 0) {
      JsonReport.write(report, OutputStream.nullOutputStream());
      return true;
    }
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    JsonReport.write(report, json);
    try (JsonParser parser = mapper.createParser(json.toByteArray())) {
      mapper.readTree(parser);
    }
    return false;
  }

  private static void printable(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c != '\n' && (c < 0x20 || c > 0x7E)) {
        throw new AssertionError("character " + (int) c);
      }
    }
  }
}
