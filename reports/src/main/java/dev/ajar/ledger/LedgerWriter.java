package dev.ajar.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes one ledger. Thread-safe, never throws for want of room: what finds none is counted as a
 * {@link Loss}.
 *
 * <p>The order of writing makes every prefix readable: a text before what names it, a frame before
 * its site, a site before its row.
 */
public final class LedgerWriter {

  /** How many places are told apart; further ones are counted together, by type. */
  public static final int MAX_SITES = 16_384;

  private static final int MAX_LOG_CHUNKS = 256; // 16 MiB

  private final @Nullable LedgerFile file;
  private final @Nullable String refusal;
  private final Chunks chunks;
  private final ByteBuffer first;
  private final RecordLog log;
  private final Rows siteRows;
  private final Rows liveRows;
  private final Rows labelRows;
  private final ArrayDeque<LiveSlot> freeSlots = new ArrayDeque<>();
  private final Map<String, Integer> texts = new HashMap<>();
  private final Map<String, Integer> frames = new HashMap<>();
  private int types;
  private int sites;

  private LedgerWriter(@Nullable LedgerFile file, @Nullable String refusal, int maxLive, long run) {
    this.file = file;
    this.refusal = refusal;
    int siteChunks = chunksFor(MAX_SITES, Layout.SITE_BYTES);
    int liveChunks = chunksFor(maxLive, Layout.LIVE_BYTES);
    int labelChunks = chunksFor(MAX_SITES, Layout.LABEL_BYTES);
    int limit = MAX_LOG_CHUNKS + siteChunks + liveChunks + labelChunks;
    this.chunks = new Chunks(file, limit, run);
    this.log = new RecordLog(chunks, MAX_LOG_CHUNKS);
    this.siteRows = new Rows(chunks, Layout.SITES, Layout.SITE_BYTES, MAX_SITES);
    this.liveRows = new Rows(chunks, Layout.LIVE, Layout.LIVE_BYTES, maxLive);
    this.labelRows = new Rows(chunks, Layout.LABELS, Layout.LABEL_BYTES, MAX_SITES);
    fact("ledger.format", Integer.toString(Layout.VERSION));
    if (file != null && file.isLocked()) {
      fact(Ledger.LOCKED, "true");
    }
    this.first = chunks.views().get(0);
  }

  /**
   * A ledger in a new file, or on the heap where no file can be had.
   *
   * @param path where the file is to be, or null for none; an existing file is never touched
   * @param maxLive how many open resources are kept with details of their own, at least 1
   * @param run a number that tells this run from others
   */
  public static LedgerWriter open(@Nullable Path path, int maxLive, long run) {
    if (path == null) {
      return new LedgerWriter(null, null, maxLive, run);
    }
    try {
      return new LedgerWriter(LedgerFile.create(path), null, maxLive, run);
    } catch (IOException | RuntimeException e) {
      return new LedgerWriter(
          null, path + " cannot be made: " + LedgerFile.reason(e), maxLive, run);
    }
  }

  /** The file under this ledger, or null. */
  public @Nullable Path path() {
    return file == null ? null : file.path();
  }

  /** Why part or all of this ledger stands on the heap although a file was asked for, or null. */
  public @Nullable String refusal() {
    return refusal != null ? refusal : chunks.refusal();
  }

  /** Removes the file, once a report was made from this ledger. */
  public void delete() {
    if (file != null) {
      file.delete();
    }
  }

  /** This ledger as it is now. */
  public Ledger read() {
    return LedgerReader.read(chunks);
  }

  /** Notes a fact of the run; the last one under a key holds. */
  public void fact(String key, String value) {
    append(Layout.FACT, new RecordLog.Payload().string(key).string(value));
  }

  /** Notes that a class of a library was woven. */
  public void coverage(Coverage coverage) {
    append(
        Layout.COVERAGE,
        new RecordLog.Payload()
            .string(coverage.library())
            .string(coverage.source())
            .string(coverage.version())
            .string(coverage.className())
            .string(coverage.missing()));
  }

  /** Notes where a class on a recorded stack came from. */
  public void codeSource(String className, CodeSource source) {
    append(
        Layout.CODE_SOURCE,
        new RecordLog.Payload().string(className).string(source.jar()).string(source.version()));
  }

  /** Notes, in one line, something that did not go as it should have. */
  public void problem(String line) {
    append(Layout.PROBLEM, new RecordLog.Payload().string(line));
  }

  /** Notes what the process holds at one moment. */
  public HeldWriter held() {
    return new HeldWriter(this);
  }

  /** Notes how the run ended and when, in ms since the epoch. */
  public void end(String how, long at) {
    append(Layout.END, new RecordLog.Payload().number(at).string(how));
  }

  /** The number of a text, which is stored once; -1 when there is no room for it. */
  public int text(String text) {
    synchronized (texts) {
      Integer known = texts.get(text);
      if (known != null) {
        return known;
      }
      int number = texts.size();
      if (!append(Layout.TEXT, new RecordLog.Payload().number(number).string(text))) {
        return -1;
      }
      texts.put(text, number);
      return number;
    }
  }

  /** Stores a type and returns its number. The caller keeps it and calls once for each type. */
  public synchronized int type(ResourceType type) {
    RecordLog.Payload payload =
        new RecordLog.Payload()
            .number(types)
            .string(type.library())
            .string(type.name())
            .string(type.className())
            .string(type.role().name())
            .string(type.contract().name())
            .string(type.why())
            .string(type.remedy())
            .number(type.packages().size());
    for (String prefix : type.packages()) {
      payload.string(prefix);
    }
    append(Layout.TYPE, payload);
    return types++;
  }

  /**
   * Stores a place, which the caller keeps, and returns its counters; null when there is no room.
   *
   * @param type number of the type that is opened, closed or used here
   * @param kind which of these
   * @param stack its frames, the innermost first
   */
  public synchronized @Nullable SiteRow site(int type, SiteKind kind, List<Frame> stack) {
    RecordLog.Payload payload =
        new RecordLog.Payload().number(sites).number(type).number(kind.number());
    payload.number(stack.size());
    for (Frame frame : stack) {
      int number = frame(frame);
      if (number < 0) {
        return null;
      }
      payload.number(number);
    }
    Rows.Row row = siteRows.add();
    if (row == null || !append(Layout.SITE, payload)) {
      return null;
    }
    return new SiteRow(sites++, row);
  }

  /** Room for the labels of a place, which the caller keeps and asks for once; null for none. */
  public @Nullable LabelRow labels(int site) {
    Rows.Row row = labelRows.add();
    return row == null ? null : new LabelRow(site, row);
  }

  /** Notes what happened around a close. The caller keeps it and calls once for each. */
  public void incident(Incident incident) {
    append(
        Layout.INCIDENT,
        new RecordLog.Payload()
            .number(incident.kind().number())
            .number(incident.site())
            .number(incident.use())
            .number(incident.close())
            .string(incident.what()));
  }

  /** A free live slot, or null when all are in use. */
  public @Nullable LiveSlot takeSlot() {
    synchronized (freeSlots) {
      LiveSlot free = freeSlots.pollLast();
      if (free != null) {
        return free;
      }
    }
    Rows.Row row = liveRows.add();
    return row == null ? null : new LiveSlot(row);
  }

  /** Takes back a slot whose resource is closed or collected. */
  public void giveBack(LiveSlot slot) {
    slot.free();
    synchronized (freeSlots) {
      freeSlots.addLast(slot);
    }
  }

  /** Counts a loss. */
  public void lost(Loss loss) {
    synchronized (first) {
      first.putLong(loss.offset(), first.getLong(loss.offset()) + 1);
    }
  }

  private int frame(Frame frame) {
    // A text for a key: the equals and hashCode of a record cost a starting JVM milliseconds.
    String key = frame.className() + ' ' + frame.method() + ' ' + frame.line();
    Integer known = frames.get(key);
    if (known != null) {
      return known;
    }
    int number = frames.size();
    RecordLog.Payload payload =
        new RecordLog.Payload()
            .number(number)
            .string(frame.className())
            .string(frame.method())
            .string(frame.file())
            .number(frame.line());
    if (!append(Layout.FRAME, payload)) {
      return -1;
    }
    frames.put(key, number);
    return number;
  }

  boolean append(byte kind, RecordLog.Payload payload) {
    boolean done = log.append(kind, payload);
    if (!done) {
      lost(Loss.LOG_RECORDS);
    }
    return done;
  }

  private static int chunksFor(int rows, int bytes) {
    int perChunk = (Layout.CHUNK_BYTES - Layout.HEADER_BYTES) / bytes;
    return (rows + perChunk - 1) / perChunk;
  }
}
