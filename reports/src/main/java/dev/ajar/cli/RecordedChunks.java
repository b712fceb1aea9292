package dev.ajar.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole chunks of a recording. A chunk that its JVM was killed in says that it is being
 * written, and JDK 25 would wait for its end in vain, or has bytes behind it that were never
 * counted; so what can be read of such a recording is copied to a file that is finished.
 *
 * @param file to be read in the place of the recording
 * @param copied whether it is a copy, which goes when this is closed
 * @param damage what could not be taken, in a line; null for nothing
 */
record RecordedChunks(Path file, boolean copied, @Nullable String damage) implements AutoCloseable {

  private static final int HEADER = 68;
  private static final int MAGIC = 0x464c5200;
  private static final int AT_SIZE = 8;
  private static final int AT_METADATA = 24;
  private static final int AT_STATE = 64;

  /**
   * Looks through a recording.
   *
   * @throws IOException if it cannot be read, or no chunk of it is whole
   */
  static RecordedChunks of(Path file) throws IOException {
    try (FileChannel from = FileChannel.open(file)) {
      List<Chunk> chunks = new ArrayList<>();
      boolean finished = true;
      long at = 0;
      Chunk chunk = chunk(from, at);
      while (chunk != null) {
        chunks.add(chunk);
        finished &= chunk.finished();
        at += chunk.size();
        chunk = chunk(from, at);
      }
      long rest = from.size() - at;
      boolean killed = !finished && rest > 0; // what was not yet flushed lies behind
      if (chunks.isEmpty()) {
        throw new IOException(
            "a recording without a whole chunk: it was cut off, or never flushed");
      }
      String damage =
          rest == 0 || killed ? null : "the last " + rest + " bytes are no whole chunk: left out";
      if (finished && rest == 0) {
        return new RecordedChunks(file, false, null);
      }
      return new RecordedChunks(copy(from, chunks), true, damage);
    }
  }

  private static @Nullable Chunk chunk(FileChannel from, long at) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    while (header.hasRemaining() && from.read(header, at + header.position()) > 0) {}
    if (header.hasRemaining() || header.getInt(0) != MAGIC) {
      return null;
    }
    long size = header.getLong(AT_SIZE);
    boolean whole = size > HEADER && size <= from.size() - at && header.getLong(AT_METADATA) > 0;
    return whole ? new Chunk(at, size, header.get(AT_STATE) == 0) : null;
  }

  private static Path copy(FileChannel from, List<Chunk> chunks) throws IOException {
    Path copy = Files.createTempFile("ajar-reports-", ".jfr"); // its owner's alone
    try (FileChannel to = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      for (Chunk chunk : chunks) {
        long start = to.position();
        long done = 0;
        while (done < chunk.size()) {
          long copied = from.transferTo(chunk.at() + done, chunk.size() - done, to);
          if (copied <= 0) {
            throw new IOException("the recording became shorter while it was read");
          }
          done += copied;
        }
        to.write(ByteBuffer.wrap(new byte[1]), start + AT_STATE);
      }
      return copy;
    } catch (IOException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    if (copied) {
      Files.deleteIfExists(file);
    }
  }

  private record Chunk(long at, long size, boolean finished) {}
}
