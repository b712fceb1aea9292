package dev.ajar.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the counters of the places. */
final class SiteRows {

  private final Snapshot snapshot;
  private final List<ByteBuffer> rows = new ArrayList<>();

  SiteRows(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** Copies the rows of a chunk that are in use. */
  void copy(ByteBuffer chunk) {
    for (int start = Layout.HEADER_BYTES;
        start + Layout.SITE_BYTES <= chunk.limit();
        start += Layout.SITE_BYTES) {
      if (chunk.getInt(start + Layout.SITE_ID) != 0) {
        rows.add(snapshot.of(chunk, start, Layout.SITE_BYTES));
      }
    }
  }

  /** The places of all copied rows. */
  List<Ledger.Site> all(LogReader log, Damage damage) {
    List<Ledger.Site> sites = new ArrayList<>();
    Set<Integer> numbers = new HashSet<>();
    for (ByteBuffer row : rows) {
      int number = row.getInt(Layout.SITE_ID) - 1;
      LogReader.Place place = log.place(number);
      if (!numbers.add(number)) {
        damage.add("place " + number + " has counters twice; left out");
        continue;
      }
      if (place == null) {
        damage.add("place " + number + " has counters but no stack; left out");
        continue;
      }
      sites.add(
          new Ledger.Site(number, place.type(), place.kind(), place.stack(), counts(row, log)));
    }
    return sites;
  }

  private static Ledger.Counts counts(ByteBuffer row, LogReader log) {
    int flags = row.getInt(Layout.SITE_FLAGS);
    return new Ledger.Counts(
        row.getLong(Layout.SITE_OPENED),
        row.getLong(Layout.SITE_CLOSE_BEGUN),
        row.getLong(Layout.SITE_CLOSED),
        row.getLong(Layout.SITE_CLOSED_IN_SHUTDOWN),
        row.getLong(Layout.SITE_CLOSED_WITH_OWNER),
        row.getLong(Layout.SITE_ABANDONED),
        row.getLong(Layout.SITE_USED_AFTER_CLOSE),
        row.getLong(Layout.SITE_USES),
        row.getLong(Layout.SITE_FIRST_OPENED),
        row.getLong(Layout.SITE_LAST_OPENED),
        row.getLong(Layout.SITE_LAST_CLOSED),
        row.getLong(Layout.SITE_FIRST_USED),
        row.getLong(Layout.SITE_LAST_USED),
        row.getLong(Layout.SITE_THREADS),
        row.getLong(Layout.SITE_ON_VIRTUAL),
        row.getLong(Layout.SITE_LIFE_TOTAL),
        row.getLong(Layout.SITE_LIFE_MAX),
        ints(row, Layout.SITE_LIVES, Layout.LIVES),
        ints(row, Layout.SITE_REQUESTS, Layout.REQUESTS),
        texts(row, Layout.SITE_THREAD_NAMES, log),
        (flags & Layout.MORE_THREAD_NAMES) != 0,
        texts(row, Layout.SITE_HOSTS, log),
        (flags & Layout.MORE_HOSTS) != 0,
        closers(row),
        (flags & Layout.MORE_CLOSERS) != 0,
        row.getLong(Layout.SITE_CLOSE_THREW),
        row.getLong(Layout.SITE_CLOSED_AFTER_THROW),
        row.getLong(Layout.SITE_CLOSED_IN_VAIN),
        row.getLong(Layout.SITE_USED_LATE),
        (flags & Layout.MORE_INCIDENTS) != 0);
  }

  private static List<Integer> ints(ByteBuffer row, int offset, int count) {
    List<Integer> ints = new ArrayList<>();
    for (int cell = 0; cell < count; cell++) {
      ints.add(row.getInt(offset + 4 * cell));
    }
    return ints;
  }

  private static List<String> texts(ByteBuffer row, int offset, LogReader log) {
    List<String> texts = new ArrayList<>();
    for (int number : ints(row, offset, Layout.NAMES)) {
      if (number != 0) {
        texts.add(log.text(number - 1));
      }
    }
    return texts;
  }

  private static List<Integer> closers(ByteBuffer row) {
    List<Integer> closers = new ArrayList<>();
    for (int number : ints(row, Layout.SITE_CLOSERS, Layout.CLOSERS)) {
      if (number != 0) {
        closers.add(number - 1);
      }
    }
    return closers;
  }
}
