package dev.ajar.ledger;

import java.nio.ByteBuffer;

/** The ledger's counters of one place. Thread-safe; every count is exact. */
public final class SiteRow {

  private final int site;
  private final ByteBuffer chunk;
  private final int start;

  SiteRow(int site, Rows.Row row) {
    this.site = site;
    this.chunk = row.chunk();
    this.start = row.start();
    begin();
    chunk.putInt(start + Layout.SITE_ID, site + 1);
    end();
  }

  /** The number of this place in the ledger. */
  public int site() {
    return site;
  }

  /**
   * Counts an opening.
   *
   * @param at wall-clock time in ms since the epoch
   * @param thread number of the opening thread's name
   * @param newThread whether that thread opens here for the first time
   */
  public synchronized void opened(long at, int thread, boolean newThread, boolean virtual) {
    begin();
    add(Layout.SITE_OPENED, 1);
    first(Layout.SITE_FIRST_OPENED, at);
    last(Layout.SITE_LAST_OPENED, at);
    if (newThread) {
      add(Layout.SITE_THREADS, 1);
    }
    if (virtual) {
      add(Layout.SITE_ON_VIRTUAL, 1);
    }
    name(Layout.SITE_THREAD_NAMES, Layout.NAMES, thread + 1, Layout.MORE_THREAD_NAMES);
    end();
  }

  /** Counts a close that has begun, called from the place {@code closer} (or -1 for unknown). */
  public synchronized void closeBegun(int closer) {
    begin();
    add(Layout.SITE_CLOSE_BEGUN, 1);
    if (closer >= 0) {
      name(Layout.SITE_CLOSERS, Layout.CLOSERS, closer + 1, Layout.MORE_CLOSERS);
    }
    end();
  }

  /**
   * Counts a close that has ended well.
   *
   * @param at wall-clock time in ms since the epoch
   * @param inShutdown whether the JVM was shutting down already
   */
  public synchronized void closed(long at, boolean inShutdown) {
    begin();
    add(Layout.SITE_CLOSED, 1);
    last(Layout.SITE_LAST_CLOSED, at);
    if (inShutdown) {
      add(Layout.SITE_CLOSED_IN_SHUTDOWN, 1);
    }
    end();
  }

  /** Counts a resource that was open when its owner was closed, and so went with it. */
  public synchronized void closedWithOwner(long at) {
    begin();
    add(Layout.SITE_CLOSED_WITH_OWNER, 1);
    last(Layout.SITE_LAST_CLOSED, at);
    end();
  }

  /** Counts a resource that the garbage collector found open. */
  public synchronized void abandoned() {
    begin();
    add(Layout.SITE_ABANDONED, 1);
    end();
  }

  /** Counts a use of a resource after its close. */
  public synchronized void usedAfterClose() {
    begin();
    add(Layout.SITE_USED_AFTER_CLOSE, 1);
    end();
  }

  /**
   * Adds what one resource did in its life, once it has ended.
   *
   * @param life from opening to close or last use, in ms
   * @param uses uses in that life
   * @param firstUsed time of the first use in ms since the epoch, 0 if there was none
   * @param lastUsed time of the last use in ms since the epoch, 0 if there was none
   */
  public synchronized void lived(long life, long uses, long firstUsed, long lastUsed) {
    begin();
    add(Layout.SITE_LIFE_TOTAL, life);
    last(Layout.SITE_LIFE_MAX, life);
    increment(Layout.SITE_LIVES + 4 * Histogram.life(life));
    increment(Layout.SITE_REQUESTS + 4 * Histogram.requests(uses));
    add(Layout.SITE_USES, uses);
    if (uses > 0) {
      first(Layout.SITE_FIRST_USED, firstUsed);
      last(Layout.SITE_LAST_USED, lastUsed);
    }
    end();
  }

  /** Adds uses of a resource that has no live slot. */
  public synchronized void used(long at) {
    begin();
    add(Layout.SITE_USES, 1);
    first(Layout.SITE_FIRST_USED, at);
    last(Layout.SITE_LAST_USED, at);
    end();
  }

  /** Notes a host that was asked for through a resource of this place. */
  public synchronized void host(int text) {
    begin();
    name(Layout.SITE_HOSTS, Layout.NAMES, text + 1, Layout.MORE_HOSTS);
    end();
  }

  private void add(int offset, long amount) {
    chunk.putLong(start + offset, chunk.getLong(start + offset) + amount);
  }

  private void increment(int offset) {
    chunk.putInt(start + offset, chunk.getInt(start + offset) + 1);
  }

  private void first(int offset, long at) {
    long known = chunk.getLong(start + offset);
    if (known == 0 || at < known) {
      chunk.putLong(start + offset, at);
    }
  }

  private void last(int offset, long at) {
    if (at > chunk.getLong(start + offset)) {
      chunk.putLong(start + offset, at);
    }
  }

  /**
   * Puts a number into the first free of a few cells, or raises the flag that says there are more.
   */
  private void name(int offset, int cells, int number, int more) {
    for (int cell = start + offset; cell < start + offset + 4 * cells; cell += 4) {
      int known = chunk.getInt(cell);
      if (known == number) {
        return;
      }
      if (known == 0) {
        chunk.putInt(cell, number);
        return;
      }
    }
    int flags = chunk.getInt(start + Layout.SITE_FLAGS);
    if ((flags & more) == 0) {
      chunk.putInt(start + Layout.SITE_FLAGS, flags | more);
    }
  }

  private void begin() {
    chunk.putInt(start, chunk.getInt(start) + 1);
    Fences.release();
  }

  private void end() {
    Fences.release();
    chunk.putInt(start, chunk.getInt(start) + 1);
  }
}
