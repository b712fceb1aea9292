package dev.ajar.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of a process that runs.
 *
 * @param file what to read it through
 * @param name where it lies for its own process, which may see other directories
 */
record LiveLedger(Path file, Path name) {

  private static final String TEMPORARY = System.getProperty("java.io.tmpdir");

  /**
   * Finds one.
   *
   * @param given the id of a process, a ledger, or a directory that has the ledger of one running
   *     process
   * @throws IOException if there is none, or if there are several; its message says so
   */
  static LiveLedger find(String given) throws IOException {
    Path path = Path.of(given);
    if (Files.isDirectory(path)) {
      return in(path);
    }
    return isNumber(given) && !Files.exists(path) ? of(given) : new LiveLedger(path, path);
  }

  private static LiveLedger in(Path directory) throws IOException {
    List<Path> running = new ArrayList<>();
    for (Path file : FoundLedger.in(directory)) {
      if (mayRun(file)) {
        running.add(file);
      }
    }
    if (running.size() != 1) {
      throw new IOException(
          running.isEmpty()
              ? directory + ": no ledger of a running process"
              : directory + ": ledgers of several processes, name one: " + running);
    }
    return new LiveLedger(running.get(0), running.get(0));
  }

  private static boolean mayRun(Path file) {
    try {
      Fate fate = FoundLedger.read(file).fate();
      return fate == Fate.RUNS || fate == Fate.UNSEEN;
    } catch (IOException e) { // gone since, or none, or another user's
      return false;
    }
  }

  /** That of a process: it holds the file open, be it in a container or removed. */
  private static LiveLedger of(String pid) throws IOException {
    if (ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
      throw new IOException("no process " + pid);
    }
    LiveLedger open = openIn(Path.of("/proc", pid, "fd"));
    if (open != null) {
      return open;
    }
    for (Path file : FoundLedger.in(Path.of(TEMPORARY))) {
      if (file.getFileName().toString().startsWith("ajar-" + pid + "-")
          && FoundLedger.read(file).fate() == Fate.RUNS) {
        return new LiveLedger(file, file);
      }
    }
    throw new IOException(
        "process "
            + pid
            + " has no ledger that can be seen: it has no agent, no known client as yet, live=off,"
            + " or another owner");
  }

  private static @Nullable LiveLedger openIn(Path descriptors) {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(descriptors)) {
      for (Path descriptor : all) {
        Path name = target(descriptor);
        if (name != null && name.getFileName().toString().matches("ajar-\\d+-\\d+\\.ledger.*")) {
          return new LiveLedger(descriptor, name);
        }
      }
    } catch (IOException e) { // no such system, or another owner
      return null;
    }
    return null;
  }

  private static @Nullable Path target(Path descriptor) throws IOException {
    try {
      Path target = Files.readSymbolicLink(descriptor);
      return target.getNameCount() == 0 ? null : target;
    } catch (NoSuchFileException e) { // closed since
      return null;
    }
  }

  private static boolean isNumber(String given) {
    return given.matches("[1-9]\\d{0,17}");
  }
}
