package dev.ajar.cli;

import java.time.Instant;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** The reports in a recording, each of which lies there in pieces; the last whole one counts. */
final class RecordedReports {

  private final TreeMap<Integer, Pieces> all = new TreeMap<>();

  /** Takes an event that is a piece, and no other. */
  void add(String name, RecordedEvent event) {
    if (!name.equals("dev.ajar.Report")) {
      return;
    }
    Pieces pieces = all.computeIfAbsent(event.getInt("report"), number -> new Pieces());
    pieces.add(event);
    if (pieces.isWhole()) {
      all.headMap(event.getInt("report")).clear();
    }
  }

  /** The last whole one in JSON, or null. */
  @Nullable String last() {
    Pieces pieces = lastWhole();
    return pieces == null ? null : String.join("", pieces.texts.values());
  }

  /** Whether that one was made at the end of the JVM. */
  boolean isFinal() {
    Pieces pieces = lastWhole();
    return pieces != null && pieces.last;
  }

  /** When it was recorded. */
  Instant at() {
    Pieces pieces = lastWhole();
    return pieces == null ? Instant.EPOCH : pieces.at;
  }

  private @Nullable Pieces lastWhole() {
    for (Pieces pieces : all.descendingMap().values()) {
      if (pieces.isWhole()) {
        return pieces;
      }
    }
    return null;
  }

  private static final class Pieces {

    private final TreeMap<Integer, String> texts = new TreeMap<>();
    private Instant at = Instant.EPOCH;
    private int count = -1;
    private boolean last;

    void add(RecordedEvent event) {
      texts.put(event.getInt("part"), event.getString("text"));
      last = event.getBoolean("last");
      if (!event.getBoolean("more")) {
        count = event.getInt("part") + 1;
      }
      if (event.getInt("part") == 0) {
        at = event.getStartTime();
      }
    }

    boolean isWhole() {
      return texts.size() == count;
    }
  }
}
