package dev.ajar.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages ledgers, the same way for the same seed. */
final class Damager {

  private static final long[] ODD = {
    0,
    1,
    -1,
    2,
    127,
    255,
    256,
    8_192,
    65_536,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    1L << 48,
    253_402_300_800_000L
  };

  private final List<byte[]> wholes;

  private Damager(List<byte[]> wholes) {
    this.wholes = wholes;
  }

  /** One that damages a small ledger, and a larger one. */
  static Damager in(Path directory) throws IOException {
    return new Damager(List.of(whole(fresh(directory), 3), whole(fresh(directory), 220)));
  }

  private static Path fresh(Path directory) throws IOException {
    return Files.createTempDirectory(directory, "whole").resolve("run.ledger");
  }

  private static byte[] whole(Path file, int places) throws IOException {
    LedgerWriter writer = LedgerWriter.open(file, 2_000, 42);
    Run.write(writer);
    int type = writer.type(Run.CLIENT);
    for (int line = 1; line <= places; line++) {
      Frame frame = new Frame("app.Some", "method" + line % 7, "Some.java", line);
      SiteRow site = Run.site(writer, type, line % 9 == 0, List.of(frame, Run.STACK.get(1)));
      for (int count = 0; count < 2; count++) {
        LiveSlot slot = Run.open(writer, site, writer.text("worker-%d"), 1_000 + line);
        if (count == 1) {
          slot.closing(2_000);
        }
      }
    }
    return Files.readAllBytes(file);
  }

  /** A damaged ledger. */
  byte[] damaged(long seed) {
    Random random = new Random(seed);
    byte[] whole = wholes.get(random.nextInt(16) == 0 ? 1 : 0).clone();
    switch (random.nextInt(10)) {
      case 0 -> {
        return Arrays.copyOf(whole, random.nextInt(whole.length));
      }
      case 1 -> {
        byte[] anything = new byte[random.nextInt(100_000)];
        random.nextBytes(anything);
        if (random.nextBoolean()) { // behind a good header
          System.arraycopy(whole, 0, anything, 0, Math.min(anything.length, 512));
        }
        return anything;
      }
      case 2 -> stretch(whole, random);
      case 3, 4 -> flip(whole, random);
      case 5 -> swap(whole, random);
      default -> {
        for (int changes = 1 + random.nextInt(12); changes > 0; changes--) {
          structure(whole, random);
        }
      }
    }
    return random.nextInt(8) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole;
  }

  private static void flip(byte[] whole, Random random) {
    for (int flips = 1 + random.nextInt(200); flips > 0; flips--) {
      whole[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
    }
  }

  private static void stretch(byte[] whole, Random random) {
    byte[] anything = new byte[random.nextInt(20_000)];
    if (random.nextBoolean()) {
      random.nextBytes(anything);
    }
    int start = 24 + random.nextInt(whole.length - anything.length - 24);
    System.arraycopy(anything, 0, whole, start, anything.length);
  }

  /** Puts a chunk in the place of another, with or without the index that belongs there. */
  private static void swap(byte[] whole, Random random) {
    int chunks = whole.length / Layout.CHUNK_BYTES;
    int from = random.nextInt(chunks) * Layout.CHUNK_BYTES;
    int to = random.nextInt(chunks) * Layout.CHUNK_BYTES;
    System.arraycopy(whole, from, whole, to, Layout.CHUNK_BYTES);
    if (random.nextBoolean()) {
      words(whole).putInt(to + Layout.AT_INDEX, to / Layout.CHUNK_BYTES);
    }
  }

  /** Puts an odd number, or one from elsewhere, where a number is. */
  private static void structure(byte[] whole, Random random) {
    ByteBuffer words = words(whole);
    int chunk = random.nextInt(whole.length / Layout.CHUNK_BYTES) * Layout.CHUNK_BYTES;
    switch (words.getInt(chunk + Layout.AT_KIND)) {
      case Layout.LOG -> record(words, chunk, random);
      case Layout.SITES -> row(words, chunk, Layout.SITE_BYTES, random);
      case Layout.LIVE -> row(words, chunk, Layout.LIVE_BYTES, random);
      case Layout.LABELS -> row(words, chunk, Layout.LABEL_BYTES, random);
      default -> {}
    }
    if (random.nextInt(10) == 0) {
      words.putInt(chunk + 8 + 4 * random.nextInt(26), (int) number(random));
    }
  }

  private static void row(ByteBuffer words, int chunk, int bytes, Random random) {
    int start = chunk + Layout.HEADER_BYTES + bytes * random.nextInt(12);
    int other = chunk + Layout.HEADER_BYTES + bytes * random.nextInt(12);
    switch (random.nextInt(4)) {
      case 0 -> {
        byte[] copy = new byte[bytes];
        words.get(other, copy).put(start, copy);
      }
      case 1 -> words.putInt(start + 4 * random.nextInt(bytes / 4), (int) number(random));
      case 2 -> words.putInt(start, words.getInt(start) | 1); // a writer that died within a change
      default -> words.putLong(start + 8 * random.nextInt(bytes / 8), number(random));
    }
  }

  /** Changes a word of a record, its length and its kind included. */
  private static void record(ByteBuffer words, int chunk, Random random) {
    List<Integer> starts = new ArrayList<>();
    int used = Math.min(words.getInt(chunk + Layout.AT_USED), Layout.CHUNK_BYTES);
    for (int at = Layout.HEADER_BYTES; at + Layout.RECORD_HEADER <= used; ) {
      int length = words.getInt(chunk + at);
      if (length < Layout.RECORD_HEADER || length > used - at) {
        break;
      }
      starts.add(chunk + at);
      at += length;
    }
    if (starts.isEmpty()) {
      return;
    }
    int start = starts.get(random.nextInt(starts.size()));
    int length = words.getInt(start);
    switch (random.nextInt(5)) {
      case 0 -> words.put(start + 4, (byte) random.nextInt(18));
      case 1 -> words.putInt(start, (int) number(random));
      case 2 -> words.putInt(start, Math.max(8, (length + 8 * (random.nextInt(9) - 4)) & ~7));
      default -> words.putInt(start + 4 * random.nextInt(length / 4), (int) number(random));
    }
  }

  private static long number(Random random) {
    return random.nextInt(3) == 0 ? random.nextInt(70) : ODD[random.nextInt(ODD.length)];
  }

  private static ByteBuffer words(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
