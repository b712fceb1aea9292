package dev.ajar.ledger;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's row for one resource that is open now. Not thread-safe: its tracked resource guards
 * it.
 */
public final class LiveSlot {

  private static final int MOST_SECONDS = Integer.MAX_VALUE - 1;

  private final ByteBuffer chunk;
  private final int start;
  private final int number;

  LiveSlot(Rows.Row row) {
    this.chunk = row.chunk();
    this.start = row.start();
    this.number =
        chunk.getInt(Layout.AT_INDEX) << 16 | (start - Layout.HEADER_BYTES) / Layout.LIVE_BYTES;
  }

  /**
   * Fills the slot for a resource that has just been opened.
   *
   * @param site number of the place of the opening
   * @param thread number of the opening thread's name
   * @param virtual whether that thread is virtual
   * @param at wall-clock time in ms since the epoch
   * @param identity the resource's identity hash code
   */
  public void open(int site, int thread, boolean virtual, long at, int identity) {
    begin();
    chunk.putInt(start + Layout.LIVE_SITE, site);
    chunk.putInt(start + Layout.LIVE_THREAD, thread);
    chunk.putLong(start + Layout.LIVE_OPENED, at);
    chunk.putLong(start + Layout.LIVE_USES, 0);
    chunk.putLong(start + Layout.LIVE_FIRST_USED, 0);
    chunk.putLong(start + Layout.LIVE_LAST_USED, 0);
    chunk.putInt(start + Layout.LIVE_OWNER, 0);
    chunk.putInt(start + Layout.LIVE_FLAGS, virtual ? Layout.VIRTUAL : 0);
    chunk.putInt(start + Layout.LIVE_IDENTITY, identity);
    chunk.putInt(start + Layout.LIVE_CLOSING_AFTER, 0);
    Fences.release(); // one that is killed here has left a free slot
    chunk.putInt(start + Layout.LIVE_STATE, Layout.OPEN);
    end();
  }

  /** Counts one use at the given time, in ms since the epoch. */
  public void used(long at) {
    begin();
    long uses = chunk.getLong(start + Layout.LIVE_USES);
    if (uses == 0) {
      chunk.putLong(start + Layout.LIVE_FIRST_USED, at);
    }
    chunk.putLong(start + Layout.LIVE_USES, uses + 1);
    chunk.putLong(start + Layout.LIVE_LAST_USED, at);
    end();
  }

  /**
   * Notes the resource that this one is part of, or was handed out by; null for none.
   *
   * @param inside whether it counts with its owner, and not for itself
   */
  public void ownedBy(@Nullable LiveSlot owner, boolean inside) {
    begin();
    chunk.putInt(start + Layout.LIVE_OWNER, owner == null ? 0 : owner.number + 1);
    int flags = chunk.getInt(start + Layout.LIVE_FLAGS) & ~Layout.INSIDE;
    chunk.putInt(start + Layout.LIVE_FLAGS, inside ? flags | Layout.INSIDE : flags);
    end();
  }

  /** Notes that a close has begun whose end cannot be seen if it is an exception. */
  public void closing() {
    begin();
    chunk.putInt(start + Layout.LIVE_STATE, Layout.CLOSING);
    chunk.putInt(start + Layout.LIVE_CLOSING_AFTER, 0);
    end();
  }

  /** Notes that a close has begun, at a time in ms since the epoch, whose end will be seen. */
  public void closing(long at) {
    long after = Math.max(0, at - chunk.getLong(start + Layout.LIVE_OPENED)) / 1_000;
    begin();
    chunk.putInt(start + Layout.LIVE_CLOSING_AFTER, (int) Math.min(after, MOST_SECONDS) + 1);
    Fences.release();
    chunk.putInt(start + Layout.LIVE_STATE, Layout.CLOSING);
    end();
  }

  /** Notes that a close has ended with an exception. */
  public void closeThrew() {
    begin();
    chunk.putInt(start + Layout.LIVE_STATE, Layout.CLOSE_THREW);
    end();
  }

  /** Notes that something was closed that left this resource open. */
  public void closedInVain() {
    begin();
    int flags = chunk.getInt(start + Layout.LIVE_FLAGS);
    chunk.putInt(start + Layout.LIVE_FLAGS, flags | Layout.IN_VAIN);
    end();
  }

  /** Empties the slot. */
  void free() {
    begin();
    chunk.putInt(start + Layout.LIVE_STATE, Layout.FREE);
    end();
  }

  /** Uses counted so far. */
  public long uses() {
    return chunk.getLong(start + Layout.LIVE_USES);
  }

  /** Time of the first use in ms since the epoch, 0 if there was none. */
  public long firstUsed() {
    return chunk.getLong(start + Layout.LIVE_FIRST_USED);
  }

  /** Time of the last use in ms since the epoch, 0 if there was none. */
  public long lastUsed() {
    return chunk.getLong(start + Layout.LIVE_LAST_USED);
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
