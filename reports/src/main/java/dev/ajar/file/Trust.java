package dev.ajar.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a file may say what a process does: not one that runs as root, unless root alone can
 * write the file. Else whoever can would choose, through options such as {@code output}, what root
 * writes and where.
 */
final class Trust {

  private static final int ROOT = 0;
  private static final int GROUP_WRITES = 020;
  private static final int OTHERS_WRITE = 02;

  /** Why not, to follow a colon; null if it may. */
  static @Nullable String doubt(Path path) throws IOException {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("unix") || !isRoot()) {
      return null;
    }
    return doubtOfRoot(path);
  }

  /** The same for root, whoever this process runs as. */
  static @Nullable String doubtOfRoot(Path path) throws IOException {
    Map<String, Object> file = Files.readAttributes(path, "unix:uid,gid,mode");
    int mode = number(file, "mode");
    if (number(file, "uid") != ROOT) {
      return "this process runs as root, and the file's owner is not root";
    }
    if ((mode & OTHERS_WRITE) != 0 || ((mode & GROUP_WRITES) != 0 && number(file, "gid") != ROOT)) {
      return "this process runs as root, and others can write the file";
    }
    return null;
  }

  private static boolean isRoot() {
    try {
      Object uid = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
      return uid instanceof Integer number && number == ROOT;
    } catch (IOException | UnsupportedOperationException e) { // a system without it
      return "root".equals(System.getProperty("user.name"));
    }
  }

  private static int number(Map<String, Object> attributes, String name) {
    return attributes.get(name) instanceof Integer number ? number : -1;
  }

  private Trust() {}
}
