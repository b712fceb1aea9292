package dev.ajar.cli;

import com.fasterxml.jackson.core.JacksonException;
import dev.ajar.report.Report;
import dev.ajar.report.SourceLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** A file that a report can be had from: a JSON report, a ledger, or a recording. */
final class ReportFile {

  private static final byte[] LEDGER = "AJARLDGR".getBytes(StandardCharsets.US_ASCII);

  /**
   * Reads the report in a file or recording, or makes the one of the ledger in it.
   *
   * @throws IOException if that cannot be done; its message is one line that names the file
   */
  static Report read(Path file) throws IOException {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new IOException("not a regular file");
      }
      if (Recording.is(file)) {
        return Recording.read(file);
      }
      return isLedger(file) ? ofLedger(file) : SavedReport.read(file);
    } catch (IOException e) {
      throw named(file, e);
    }
  }

  /** The same in one line that names the file and the reason. */
  static IOException named(Path file, IOException e) {
    String reason = e.getMessage();
    if (e instanceof NoSuchFileException) {
      reason = "no such file";
    } else if (e instanceof AccessDeniedException) {
      reason = "permission denied";
    } else if (e instanceof JacksonException json) {
      reason = "not a report of Ajar: " + json.getOriginalMessage();
    }
    return new IOException(file + ": " + reason, e);
  }

  private static boolean isLedger(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(LEDGER.length), LEDGER);
    }
  }

  private static Report ofLedger(Path file) throws IOException {
    return FoundLedger.read(file).report(SourceLines.below(Path.of("")));
  }

  private ReportFile() {}
}
