package dev.ajar.agent.fork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a JVM left behind.
 *
 * @param status its exit status; 128 and the signal's number for one ended by a signal
 */
public record Outcome(int status, String stdout, String stderr, Path directory) {

  /** What Ajar said on standard error at the end: all from its first line on. */
  public String said() {
    int start = ("\n" + stderr).indexOf("\nAjar ");
    return start < 0 ? "" : stderr.substring(start);
  }

  /** The JSON reports in its working directory. */
  public List<Path> reports() {
    return files(directory, ".json");
  }

  /** The ledgers in its temporary directory. */
  public List<Path> ledgers() {
    return files(directory.resolve("tmp"), ".ledger");
  }

  /** All there is below its working directory, by relative path. */
  public List<String> files() {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.map(file -> directory.relativize(file).toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that it printed on standard output, to the byte. */
  public byte[] stdoutBytes() {
    return bytes("stdout");
  }

  /** All that it printed on standard error, to the byte. */
  public byte[] stderrBytes() {
    return bytes("stderr");
  }

  private byte[] bytes(String file) {
    try {
      return Files.readAllBytes(directory.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path in, String ending) {
    try (Stream<Path> files = Files.list(in)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
