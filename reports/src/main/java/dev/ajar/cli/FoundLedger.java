package dev.ajar.cli;

import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.LedgerReader;
import dev.ajar.ledger.WriterLock;
import dev.ajar.report.Report;
import dev.ajar.report.SourceLines;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A ledger's file as it was read, and what has become of its process.
 *
 * @param file where it lies
 */
record FoundLedger(Path file, Ledger ledger, Fate fate) {

  private static final String ENDING = ".ledger";

  /**
   * Reads one.
   *
   * @throws IOException if it is none or cannot be read
   */
  static FoundLedger read(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException("not a regular file");
    }
    boolean locked = WriterLock.isTaken(file);
    Ledger ledger = locked ? LedgerReader.read(file) : LedgerReader.readEnded(file);
    Fate fate = WatchedProcess.fate(locked, ledger, Host.HERE);
    boolean hasWriter = !locked && (fate == Fate.RUNS || fate == Fate.UNSEEN);
    return new FoundLedger(file, hasWriter ? LedgerReader.read(file) : ledger, fate);
  }

  /**
   * The files in a directory that are named as ledgers are, the oldest name first; no links.
   *
   * @throws IOException if it cannot be read
   */
  static List<Path> in(Path directory) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
      for (Path file : all) {
        if (file.toString().endsWith(ENDING)
            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          files.add(file);
        }
      }
    }
    Collections.sort(files);
    return files;
  }

  /** The report of it, as of now. */
  Report report(SourceLines lines) {
    Report report = Report.of(ledger, fate.nature(), System.currentTimeMillis(), lines);
    return fate == Fate.UNSEEN
        ? report.withUnknown("whether it still runs: that cannot be seen from here" + host())
        : report;
  }

  private String host() {
    String host = ledger.facts().get("host");
    return host == null ? "" : "; its host is " + host;
  }
}
