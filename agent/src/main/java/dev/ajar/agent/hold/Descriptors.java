package dev.ajar.agent.hold;

import dev.ajar.ledger.Held;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The open file descriptors of this process, by what {@code /proc} says of them. */
final class Descriptors {

  private static final String SOCKET = "socket:[";
  private static final int MOST = 200_000;

  private final Set<Long> sockets = new HashSet<>();
  private long files;
  private long pipes;
  private long anonymous;

  /**
   * Reads them.
   *
   * @param directory such as {@code /proc/self/fd}
   * @param deadline when to give up, in terms of {@link System#nanoTime}
   * @throws IOException if there is no such directory, or if there was not enough time
   */
  static Descriptors read(Path directory, long deadline) throws IOException {
    Descriptors all = new Descriptors();
    int left = MOST;
    try (DirectoryStream<Path> links = Files.newDirectoryStream(directory)) {
      for (Path link : links) {
        if (left-- == 0 || System.nanoTime() - deadline > 0) {
          throw new IOException("too many file descriptors");
        }
        all.add(link);
      }
    } catch (DirectoryIteratorException e) {
      throw new IOException(e);
    }
    return all;
  }

  private void add(Path link) {
    String target;
    try {
      target = Files.readSymbolicLink(link).toString();
    } catch (IOException | RuntimeException e) {
      return; // closed in the meantime, as is the one that reads this directory
    }
    if (target.startsWith(SOCKET) && target.endsWith("]")) {
      sockets.add(Long.parseLong(target, SOCKET.length(), target.length() - 1, 10));
    } else if (target.startsWith("pipe:")) {
      pipes++;
    } else if (target.startsWith("anon_inode:")) {
      anonymous++;
    } else {
      files++;
    }
  }

  /** The inodes of the sockets. */
  Set<Long> sockets() {
    return sockets;
  }

  void addTo(Map<String, Long> totals) {
    totals.put(Held.SOCKETS, (long) sockets.size());
    totals.put(Held.FILES, files);
    totals.put(Held.PIPES, pipes);
    totals.put(Held.ANONYMOUS, anonymous);
  }
}
