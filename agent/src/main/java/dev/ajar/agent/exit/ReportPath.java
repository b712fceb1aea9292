package dev.ajar.agent.exit;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.ajar.report.JsonReport;
import dev.ajar.report.Report;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;

/** Where the JSON report goes: a new file that only its owner can read. */
public final class ReportPath {

  private static final int MOST_TRIES = 1_000;

  private final String pattern;
  private final String service;
  private final String host;
  private final long pid;
  private final long started;

  /**
   * @param pattern a path without its ending; {@code %s} stands for the service, {@code %h} for the
   *     host, {@code %p} for the pid, {@code %t} for the time of the start in UTC, {@code %{NAME}} for
   *     an environment variable and {@code %%} for a percent sign
   * @param started in ms since the epoch
   */
  public ReportPath(String pattern, String service, String host, long pid, long started) {
    this.pattern = pattern;
    this.service = service;
    this.host = host;
    this.pid = pid;
    this.started = started;
  }

  /**
   * Writes the report and returns where. A file that exists is never touched: the next free number is
   * put behind the name.
   *
   * @throws IOException if it cannot be written; the message names the path and the reason
   */
  Path write(Report report) throws IOException {
    String name = expand();
    for (int number = 1; number <= MOST_TRIES; number++) {
      Path path = Path.of(number == 1 ? name + ".json" : name + "-" + number + ".json");
      try {
        write(report, path);
        return path;
      } catch (FileAlreadyExistsException e) {
        continue;
      } catch (FileSystemException e) {
        String reason = e.getReason() != null ? e.getReason() : e.getClass().getSimpleName();
        throw new IOException(path + ": " + reason, e);
      } catch (IOException e) {
        Files.deleteIfExists(path);
        throw new IOException(path + ": " + e.getMessage(), e);
      }
    }
    throw new IOException(name + ".json and " + MOST_TRIES + " further names exist already");
  }

  private static void write(Report report, Path path) throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(
            Channels.newOutputStream(
                Files.newByteChannel(path, Set.of(CREATE_NEW, WRITE), privately(path))))) {
      JsonReport.write(report, out);
    }
  }

  String expand() {
    StringBuilder name = new StringBuilder();
    for (int at = 0; at < pattern.length(); at++) {
      char c = pattern.charAt(at);
      if (c != '%' || at + 1 == pattern.length()) {
        name.append(c);
        continue;
      }
      at++;
      switch (pattern.charAt(at)) {
        case 's' -> name.append(plain(service));
        case 'h' -> name.append(plain(host));
        case 'p' -> name.append(pid);
        case 't' -> name.append(time());
        case '%' -> name.append('%');
        case '{' -> {
          int end = pattern.indexOf('}', at);
          if (end < 0) {
            name.append("%{");
          } else {
            String value = System.getenv(pattern.substring(at + 1, end));
            name.append(value == null ? "unset" : plain(value));
            at = end;
          }
        }
        default -> name.append('%').append(pattern.charAt(at));
      }
    }
    return name.toString();
  }

  /** Such as {@code 20261121T091400Z}. */
  private String time() {
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(Math.floorDiv(started, 1000L), 0, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder();
    two(text, time.getYear() / 100);
    two(text, time.getYear() % 100);
    two(text, time.getMonthValue());
    two(text, time.getDayOfMonth());
    text.append('T');
    two(text, time.getHour());
    two(text, time.getMinute());
    two(text, time.getSecond());
    return text.append('Z').toString();
  }

  private static void two(StringBuilder text, int number) {
    text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  /** A value as part of a file's name: it cannot lead into another directory. */
  private static String plain(String value) {
    StringBuilder name = new StringBuilder(value.length());
    for (int at = 0; at < value.length() && at < 100; at++) {
      char c = value.charAt(at);
      boolean kept = c < 0x7F && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
      name.append(kept ? c : '_');
    }
    return name.toString();
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
