package dev.ajar.cli;

import com.fasterxml.jackson.core.JacksonException;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.LedgerReader;
import dev.ajar.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** A file that a report can be had from: a JSON report, or a ledger. */
final class ReportFile {

  private static final byte[] LEDGER = "AJARLDGR".getBytes(StandardCharsets.US_ASCII);

  /**
   * Reads the report in a file, or makes the one of the ledger in it.
   *
   * @throws IOException if that cannot be done; its message is one line that names the file
   */
  static Report read(Path file) throws IOException {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new IOException("not a regular file");
      }
      return isLedger(file) ? ofLedger(file) : SavedReport.read(file);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": no such file", e);
    } catch (AccessDeniedException e) {
      throw new IOException(file + ": permission denied", e);
    } catch (JacksonException e) {
      throw new IOException(file + ": not a report of Ajar: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static boolean isLedger(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(LEDGER.length), LEDGER);
    }
  }

  private static Report ofLedger(Path file) throws IOException {
    Ledger ledger = LedgerReader.read(file);
    return Report.of(ledger, WatchedProcess.nature(ledger), System.currentTimeMillis());
  }

  private ReportFile() {}
}
