package dev.ajar.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process to attach to, and what speaks against it. Where the system does not show something,
 * that speaks against nothing.
 */
final class TargetProcess {

  private static final int SIGQUIT = 3;

  private final long pid;
  private final Path proc;

  private TargetProcess(long pid) {
    this.pid = pid;
    this.proc = Path.of("/proc", Long.toString(pid));
  }

  /**
   * A process of this host.
   *
   * @throws IOException if there is none of that id, or if it is no JVM that is up
   */
  static TargetProcess of(long pid) throws IOException {
    Optional<ProcessHandle> handle = pid > 0 ? ProcessHandle.of(pid) : Optional.empty();
    if (handle.isEmpty() || !handle.get().isAlive()) {
      throw new IOException("there is no process " + pid);
    }
    TargetProcess process = new TargetProcess(pid);
    // A process that does not catch it is ended by the signal that attaching begins with.
    if (!process.catches(SIGQUIT)) {
      throw new IOException("process " + pid + " is no JVM, or one that is not up yet");
    }
    return process;
  }

  long pid() {
    return pid;
  }

  /**
   * Returns a path if the process sees a file there.
   *
   * @throws IOException if it does not
   */
  Path check(Path jar) throws IOException {
    Path root = proc.resolve("root");
    if (Files.isDirectory(root)
        && Files.isReadable(root)
        && !Files.isRegularFile(root.resolve(jar.toString().substring(1)))) {
      throw new IOException(
          Files.isRegularFile(jar)
              ? "process "
                  + pid
                  + " has other files, as in a container, and sees no "
                  + jar
                  + "; copy it there and say where it is with --agent"
              : "there is no " + jar);
    }
    return jar;
  }

  /** Whose it is, in words; empty if it is the caller's own, or unknown. */
  String stranger() {
    String owner = ProcessHandle.of(pid).flatMap(handle -> handle.info().user()).orElse("");
    String self = System.getProperty("user.name", "");
    return owner.isEmpty() || owner.equals(self)
        ? ""
        : "; it is of the user " + owner + ": attach as that one";
  }

  private boolean catches(int signal) {
    try {
      for (String line : Files.readAllLines(proc.resolve("status"))) {
        if (line.startsWith("SigCgt:")) {
          long caught = Long.parseUnsignedLong(line.substring(7).strip(), 16);
          return (caught >>> (signal - 1) & 1) == 1;
        }
      }
    } catch (IOException | NumberFormatException e) {
      return true; // another system
    }
    return true;
  }
}
