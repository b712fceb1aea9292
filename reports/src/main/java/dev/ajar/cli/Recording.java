package dev.ajar.cli;

import dev.ajar.report.Nature;
import dev.ajar.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * A recording of JDK Flight Recorder, from which the report of its run can be had: the last whole
 * one in it or, where there is none, one made of the openings and closes.
 */
final class Recording {

  private static final byte[] MAGIC = {'F', 'L', 'R', 0};
  private static final String OURS = "dev.ajar.";

  private final RecordedReports reports = new RecordedReports();
  private final RecordedLives lives = new RecordedLives();

  private Recording() {}

  /** Whether a file begins as recordings do. */
  static boolean is(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }
  }

  /**
   * Reads the report in a recording.
   *
   * @throws IOException if there is none, or nothing of the recording can be read
   */
  static Report read(Path file) throws IOException {
    try (RecordedChunks chunks = RecordedChunks.of(file)) {
      Recording recording = new Recording();
      String damage = chunks.damage();
      try (RecordingFile events = new RecordingFile(chunks.file())) {
        while (events.hasMoreEvents()) {
          recording.add(events.readEvent());
        }
      } catch (IOException | RuntimeException e) { // whatever the parser meets in half a chunk
        damage = "the recording cannot be read to its end: " + e.getMessage();
      }
      Report report = recording.report(damage);
      return damage == null ? report : report.withDamage(damage);
    } catch (NoClassDefFoundError e) {
      throw new IOException("recordings need a Java with the module jdk.jfr", e);
    }
  }

  private void add(RecordedEvent event) {
    String name = event.getEventType().getName();
    if (name.startsWith(OURS)) {
      reports.add(name, event);
      lives.add(name, event);
    } else if (name.equals("jdk.JVMInformation")) {
      lives.addJvm(event);
    }
  }

  private Report report(@Nullable String damage) throws IOException {
    String json = reports.last();
    if (json == null) {
      if (lives.isEmpty()) {
        throw new IOException(damage != null ? damage : "no event of Ajar's in this recording");
      }
      return lives.report();
    }
    Report report = SavedReport.of(json).as(Nature.RECORDING);
    if (reports.isFinal()) {
      return report;
    }
    String later = lives.since(reports.at());
    Report open = report.withUnknown("what happened after this was recorded, and how it ended");
    return later == null ? open : open.withUnknown(later);
  }
}
