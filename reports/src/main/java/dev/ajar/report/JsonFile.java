package dev.ajar.report;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.ajar.file.OwnerOnly;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The JSON report's file: a new one, that only its owner can read. */
public final class JsonFile {

  private static final int MOST_TRIES = 1_000;

  /**
   * Writes a report and returns where. A file that exists is never touched: the next free number is
   * put behind the name.
   *
   * @param name a path without its ending
   * @param earlier a file that was written by this and whose place the report takes, or null
   * @throws IOException if it cannot be written; the message names the path and the reason
   */
  public static Path write(Report report, String name, @Nullable Path earlier) throws IOException {
    Path written = write(report, name);
    if (earlier == null) {
      return written;
    }
    try {
      return Files.move(written, earlier, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      return written; // two reports, of which the earlier one is marked as a snapshot
    }
  }

  /** The same for the first report of a run. */
  public static Path write(Report report, String name) throws IOException {
    for (int number = 1; number <= MOST_TRIES; number++) {
      Path path = Path.of(number == 1 ? name + ".json" : name + "-" + number + ".json");
      if (isWritten(report, path)) {
        return path;
      }
    }
    throw new IOException(name + ".json and " + (MOST_TRIES - 1) + " further names exist already");
  }

  /** False if there is a file of that name. */
  private static boolean isWritten(Report report, Path path) throws IOException {
    try (OutputStream file = create(path)) {
      JsonReport.write(report, file);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (FileSystemException e) {
      throw new IOException(path + ": " + reason(e), e);
    } catch (IOException e) {
      Files.deleteIfExists(path); // half of a report is none
      throw new IOException(path + ": " + e.getMessage(), e);
    }
  }

  private static String reason(FileSystemException e) {
    if (e instanceof NoSuchFileException) { // it is about to be made
      return "no such directory";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e.getReason() != null ? e.getReason() : e.getClass().getSimpleName();
  }

  private static OutputStream create(Path path) throws IOException {
    return new BufferedOutputStream(
        Channels.newOutputStream(
            Files.newByteChannel(path, Set.of(CREATE_NEW, WRITE), OwnerOnly.attributes(path))));
  }

  private JsonFile() {}
}
