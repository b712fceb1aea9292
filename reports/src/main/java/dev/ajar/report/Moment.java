package dev.ajar.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A point in time, shown in UTC.
 *
 * @param millis ms since the epoch
 */
public record Moment(long millis) {

  private static final long DAY = 86_400_000L;
  private static final long YEAR_10000 = 253_402_300_800_000L;

  /** The moment, or null where the ledger has none (0) or none that can be. */
  static @Nullable Moment orNull(long millis) {
    return millis > 0 && millis < YEAR_10000 ? new Moment(millis) : null;
  }

  /** As in {@code 2026-11-21T09:14:03.120Z}. */
  public String iso() {
    StringBuilder iso = new StringBuilder(24).append(date());
    iso.append('T').append(clock()).append('Z');
    return iso.toString();
  }

  /** Its day in UTC, counted from 1970-01-01. */
  long epochDay() {
    return Math.floorDiv(millis, DAY);
  }

  /** As in {@code 2026-11-21}. */
  public String date() {
    return LocalDate.ofEpochDay(epochDay()).toString();
  }

  /** As in {@code 09:14:03.120}. */
  public String clock() {
    long ofDay = Math.floorMod(millis, DAY);
    StringBuilder clock = new StringBuilder(12);
    Figures.clock(clock, ofDay / 1000);
    clock.append('.');
    Figures.padded(clock, ofDay % 1000, 3);
    return clock.toString();
  }
}
