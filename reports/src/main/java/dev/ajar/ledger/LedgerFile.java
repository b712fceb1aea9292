package dev.ajar.ledger;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.ajar.file.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file under a ledger: readable by its owner only, and grown by blocks that really exist. It is
 * open, and locked, as long as its process lives. One thread may use it at a time.
 */
final class LedgerFile {

  private final Path path;
  private final boolean locked;
  private final @Nullable Object key; // what the file system knows the file by
  private volatile FileChannel channel;

  private LedgerFile(Path path, FileChannel channel) throws IOException {
    this.path = path;
    this.channel = channel;
    this.locked = WriterLock.take(channel);
    this.key = key(path);
  }

  /**
   * A new, empty file.
   *
   * @throws IOException if it exists already, even as a link, or cannot be made
   */
  static LedgerFile create(Path path) throws IOException {
    Set<OpenOption> options = Set.of(CREATE_NEW, READ, WRITE);
    return new LedgerFile(path, FileChannel.open(path, options, OwnerOnly.attributes(path)));
  }

  Path path() {
    return path;
  }

  /** Whether others can see by its lock that this process lives. */
  boolean isLocked() {
    return locked;
  }

  /**
   * Maps {@code bytes} more of the file.
   *
   * @throws IOException if the disk is full or the file cannot be mapped
   */
  ByteBuffer grow(int bytes) throws IOException {
    // An interrupt closes the channel it meets. It is meant for the application, so it waits.
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return append(bytes);
        } catch (ClosedByInterruptException e) {
          interrupted |= Thread.interrupted();
          reopen();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Opens it once more, after an interrupt has closed it. */
  void reopen() throws IOException {
    channel = FileChannel.open(path, Set.of(READ, WRITE, NOFOLLOW_LINKS));
    // In a directory that others can write, somebody may have put a file of theirs here. To cut it
    // short would end this JVM with SIGBUS.
    if (!Objects.equals(key, key(path))) {
      channel.close();
      throw new IOException("another file took its place");
    }
    boolean unused = WriterLock.take(channel);
  }

  // The blocks are written first: touching a mapped hole of a full disk would end the JVM with
  // SIGBUS.
  private ByteBuffer append(int bytes) throws IOException {
    long start = channel.size() / bytes * bytes;
    ByteBuffer zeros = ByteBuffer.allocate(bytes);
    try {
      while (zeros.hasRemaining()) {
        channel.write(zeros, start + zeros.position());
      }
      return channel.map(FileChannel.MapMode.READ_WRITE, start, bytes);
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      channel.truncate(start);
      throw e;
    }
  }

  /** Removes the file; a mapped part of it stays usable. */
  void delete() {
    try {
      Files.deleteIfExists(path);
      channel.close();
    } catch (IOException e) {
      // Left behind: a later start finds that its process is gone.
    }
  }

  private static @Nullable Object key(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS).fileKey();
  }

  /** What went wrong in a few words: of a file system's error only the reason. */
  static String reason(Throwable e) {
    if (e instanceof NoSuchFileException) { // it is about to be made
      return "no such directory";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    String kind = e.getClass().getSimpleName();
    return e instanceof FileSystemException || e.getMessage() == null ? kind : e.getMessage();
  }
}
