package dev.ajar.ledger;

/**
 * Offsets and sizes of the ledger's format, in bytes, little-endian; see {@code
 * docs/ledger-format.md}.
 */
final class Layout {

  /** The first eight bytes of every chunk: {@code AJARLDGR} read as a little-endian long. */
  static final long MAGIC = 0x5247_444C_5241_4A41L;

  static final int VERSION = 1;
  static final int CHUNK_BYTES = 64 * 1024;
  static final int HEADER_BYTES = 128;

  /** Chunks that a ledger can have: slots are numbered by chunk and row in one positive int. */
  static final int MAX_CHUNKS = (1 << 15) - 1;

  // A chunk's header.
  static final int AT_MAGIC = 0;
  static final int AT_VERSION = 8;
  static final int AT_KIND = 12;
  static final int AT_INDEX = 16;
  static final int AT_USED = 20;
  static final int AT_RUN = 24;
  static final int AT_LOSSES = 64; // chunk 0 only: one long for each Loss
  static final int AT_CHUNKS = 96; // chunk 0 only: how many there are, on the writer's heap too

  // Kinds of chunk.
  static final int NONE = 0;
  static final int LOG = 1;
  static final int SITES = 2;
  static final int LIVE = 3;
  static final int LABELS = 4;

  // Kinds of log record: int length, byte kind, 3 bytes zero, payload.
  static final int RECORD_HEADER = 8;
  static final byte FACT = 1;
  static final byte TEXT = 2;
  static final byte TYPE = 3;
  static final byte FRAME = 4;
  static final byte SITE = 5;
  static final byte COVERAGE = 6;
  static final byte PROBLEM = 7;
  static final byte END = 8;
  static final byte INCIDENT = 9;
  static final byte CODE_SOURCE = 10;
  static final byte HELD_THREADS = 12;
  static final byte HELD_SOCKETS = 13;
  static final byte HELD_POOLS = 14;
  static final byte HELD = 15;
  static final int MAX_STRING_BYTES = 8 * 1024;

  // A site row.
  static final int SITE_BYTES = 320;
  static final int SITE_SEQUENCE = 0;
  static final int SITE_ID = 4; // site + 1, 0 while unused
  static final int SITE_OPENED = 8;
  static final int SITE_CLOSE_BEGUN = 16;
  static final int SITE_CLOSED = 24;
  static final int SITE_CLOSED_IN_SHUTDOWN = 32;
  static final int SITE_CLOSED_WITH_OWNER = 40;
  static final int SITE_ABANDONED = 48;
  static final int SITE_USED_AFTER_CLOSE = 56;
  static final int SITE_USES = 64;
  static final int SITE_FIRST_OPENED = 72;
  static final int SITE_LAST_OPENED = 80;
  static final int SITE_LAST_CLOSED = 88;
  static final int SITE_FIRST_USED = 96;
  static final int SITE_LAST_USED = 104;
  static final int SITE_THREADS = 112;
  static final int SITE_ON_VIRTUAL = 120;
  static final int SITE_LIFE_TOTAL = 128;
  static final int SITE_LIFE_MAX = 136;
  static final int SITE_LIVES = 144; // LIVES ints
  static final int LIVES = 12;
  static final int SITE_REQUESTS = 192; // REQUESTS ints
  static final int REQUESTS = 4;
  static final int SITE_THREAD_NAMES = 208; // NAMES ints, text + 1
  static final int SITE_HOSTS = 224; // NAMES ints, text + 1
  static final int SITE_CLOSERS = 240; // CLOSERS ints, site + 1
  static final int NAMES = 4;
  static final int CLOSERS = 3;
  static final int SITE_FLAGS = 252;
  static final int MORE_THREAD_NAMES = 1;
  static final int MORE_HOSTS = 2;
  static final int MORE_CLOSERS = 4;
  static final int MORE_INCIDENTS = 8;
  static final int SITE_CLOSE_THREW = 256;
  static final int SITE_CLOSED_AFTER_THROW = 264;
  static final int SITE_CLOSED_IN_VAIN = 272;
  static final int SITE_USED_LATE = 280;

  // A live slot.
  static final int LIVE_BYTES = 64;
  static final int LIVE_SEQUENCE = 0;
  static final int LIVE_STATE = 4;
  static final int LIVE_SITE = 8;
  static final int LIVE_THREAD = 12;
  static final int LIVE_OPENED = 16;
  static final int LIVE_USES = 24;
  static final int LIVE_FIRST_USED = 32;
  static final int LIVE_LAST_USED = 40;
  static final int LIVE_OWNER = 48; // slot + 1, 0 for none
  static final int LIVE_FLAGS = 52;
  static final int LIVE_IDENTITY = 56;
  static final int LIVE_CLOSING_AFTER = 60; // seconds from the opening + 1, 0 for none
  static final int VIRTUAL = 1;
  static final int INSIDE = 2;
  static final int IN_VAIN = 4;

  // A row of labels.
  static final int LABEL_BYTES = 320;
  static final int LABEL_SEQUENCE = 0;
  static final int LABEL_SITE = 4; // site + 1, 0 while unused
  static final int LABEL_SCOPES = 8; // SCOPES cells
  static final int SCOPES = 4;
  static final int SCOPE_BYTES = 24;
  static final int SCOPE_NAME = 0; // text + 1
  static final int SCOPE_OPENED = 8;
  static final int SCOPE_ENDED = 16;
  static final int LABEL_MORE_OPENED = 104;
  static final int LABEL_MORE_ENDED = 112;
  static final int LABEL_TRACES = 128; // TRACES cells
  static final int TRACES = 4;
  static final int TRACE_BYTES = 48;
  static final int TRACE_OPENED = 0;
  static final int TRACE_ID = 8; // ASCII, then zeros
  static final int MAX_TRACE_BYTES = 40;

  // States of a live slot.
  static final int FREE = 0;
  static final int OPEN = 1;
  static final int CLOSING = 2;
  static final int CLOSE_THREW = 3;

  private Layout() {}
}
