package dev.ajar.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The lock that a writer has on its ledger as long as its process lives. The kernel lets go of it
 * whatever ends the process, and shows it to other containers too.
 *
 * <p>It lies behind all chunks, where no reader is in its way on systems whose locks bar others
 * from reading.
 */
public final class WriterLock {

  private static final long AT = (long) (Layout.MAX_CHUNKS + 1) * Layout.CHUNK_BYTES - 1;

  /** Takes it until the channel is closed; false where the file system has no locks. */
  static boolean take(FileChannel channel) {
    try {
      FileLock lock = channel.tryLock(AT, 1, false);
      return lock != null;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /**
   * Whether a process has it at this moment. That nobody has it proves that the writer is gone only
   * where it had it, and on its own machine.
   *
   * @param path of a regular file
   */
  public static boolean isTaken(Path path) {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        FileLock lock = channel.tryLock(AT, 1, true)) {
      return lock == null;
    } catch (OverlappingFileLockException e) { // this very process
      return true;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private WriterLock() {}
}
