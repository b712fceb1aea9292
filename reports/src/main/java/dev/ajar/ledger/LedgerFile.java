package dev.ajar.ledger;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The file under a ledger: readable by its owner only, and grown by blocks that really exist. */
final class LedgerFile {

  private final Path path;
  private final FileChannel channel;

  private LedgerFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * A new, empty file.
   *
   * @throws IOException if it exists already, even as a link, or cannot be made
   */
  static LedgerFile create(Path path) throws IOException {
    return new LedgerFile(
        path, FileChannel.open(path, Set.of(CREATE_NEW, READ, WRITE), privately(path)));
  }

  Path path() {
    return path;
  }

  /**
   * Maps {@code bytes} more of the file. The blocks are written first: touching a mapped hole of a
   * full disk would end the JVM with SIGBUS.
   *
   * @throws IOException if the disk is full or the file cannot be mapped
   */
  ByteBuffer grow(int bytes) throws IOException {
    long start = channel.size();
    ByteBuffer zeros = ByteBuffer.allocate(bytes);
    try {
      while (zeros.hasRemaining()) {
        channel.write(zeros, start + zeros.position());
      }
      return channel.map(FileChannel.MapMode.READ_WRITE, start, bytes);
    } catch (IOException e) {
      channel.truncate(start);
      throw e;
    }
  }

  /** Removes the file; a mapped part of it stays usable. */
  void delete() {
    try {
      channel.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // Left behind: a later start finds that its process is gone.
    }
  }

  /** What went wrong in a few words: of a file system's error only the reason. */
  static String reason(Throwable e) {
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    String kind = e.getClass().getSimpleName();
    return e instanceof FileSystemException || e.getMessage() == null ? kind : e.getMessage();
  }

  private static FileAttribute<?>[] privately(Path path) {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }
}
