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
    if (virtual) {
      add(Layout.SITE_ON_VIRTUAL, 1);
    }
    thread(thread, newThread);
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

  /**
   * Counts a close that was called from this place.
   *
   * @param at wall-clock time in ms since the epoch
   * @param thread number of the closing thread's name
   * @param newThread whether that thread closes here for the first time
   */
  public synchronized void closedHere(long at, int thread, boolean newThread) {
    begin();
    add(Layout.SITE_CLOSED, 1);
    last(Layout.SITE_LAST_CLOSED, at);
    thread(thread, newThread);
    end();
  }

  /**
   * Counts a use after the close that was made from this place.
   *
   * @param at wall-clock time in ms since the epoch
   * @param thread number of the using thread's name
   * @param newThread whether that thread does so here for the first time
   */
  public synchronized void usedLateHere(long at, int thread, boolean newThread) {
    begin();
    add(Layout.SITE_USED_AFTER_CLOSE, 1);
    first(Layout.SITE_FIRST_USED, at);
    last(Layout.SITE_LAST_USED, at);
    thread(thread, newThread);
    end();
  }

  /** Counts a resource whose close ended with an exception, for the first time. */
  public synchronized void closeThrew() {
    begin();
    add(Layout.SITE_CLOSE_THREW, 1);
    end();
  }

  /** Counts a resource whose close threw before and now ended well. */
  public synchronized void closedAfterThrow() {
    begin();
    add(Layout.SITE_CLOSED_AFTER_THROW, 1);
    end();
  }

  /** Counts a close of something that left a resource of this place open. */
  public synchronized void closedInVain() {
    begin();
    add(Layout.SITE_CLOSED_IN_VAIN, 1);
    end();
  }

  /** Notes that not all incidents of this place are in the log. */
  public synchronized void moreIncidents() {
    begin();
    flag(Layout.MORE_INCIDENTS);
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

  /**
   * Counts a use of a resource after its close.
   *
   * @param first whether it is the first one of that resource
   */
  public synchronized void usedAfterClose(boolean first) {
    begin();
    add(Layout.SITE_USED_AFTER_CLOSE, 1);
    if (first) {
      add(Layout.SITE_USED_LATE, 1);
    }
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

  private void thread(int name, boolean isNew) {
    if (isNew) {
      add(Layout.SITE_THREADS, 1);
    }
    name(Layout.SITE_THREAD_NAMES, Layout.NAMES, name + 1, Layout.MORE_THREAD_NAMES);
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
    flag(more);
  }

  private void flag(int flag) {
    int flags = chunk.getInt(start + Layout.SITE_FLAGS);
    if ((flags & flag) == 0) {
      chunk.putInt(start + Layout.SITE_FLAGS, flags | flag);
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
