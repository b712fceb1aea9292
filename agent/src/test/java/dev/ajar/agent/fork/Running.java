package dev.ajar.agent.fork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A JVM that runs. */
public final class Running {

  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final Process process;
  private final Path directory;

  Running(Process process, Path directory) {
    this.process = process;
    this.directory = directory;
  }

  public long pid() {
    return process.pid();
  }

  /** Waits until the program has printed a whole line. */
  public Running awaitLine(String line) {
    return await("\"" + line + "\"", () -> read("stdout").lines().toList().contains(line));
  }

  /** Waits until the program has printed a text. */
  public Running awaitOutput(String text) {
    return await("\"" + text + "\"", () -> read("stdout").contains(text));
  }

  /** Waits until standard error has a text. */
  public Running awaitError(String text) {
    return await("\"" + text + "\" on stderr", () -> read("stderr").contains(text));
  }

  private Running await(String what, BooleanSupplier printed) {
    Instant deadline = Instant.now().plus(LIMIT);
    while (!printed.getAsBoolean()) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        throw new AssertionError("never printed " + what + ":\n" + end());
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    return this;
  }

  /** Sends a signal, such as {@code TERM}. */
  public Running signal(String name) {
    try {
      int status = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
      if (status != 0) {
        throw new AssertionError("kill -" + name + " gave " + status);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits for the end; a process that does not end in time is killed and fails the test. */
  public Outcome end() {
    return end(LIMIT);
  }

  /** The same within a time of its own. */
  public Outcome end(Duration limit) {
    try {
      boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
      process.destroyForcibly().waitFor();
      Outcome outcome = new Outcome(process.exitValue(), read("stdout"), read("stderr"), directory);
      if (!ended) {
        throw new AssertionError("did not end:\n" + outcome);
      }
      return outcome;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String read(String file) {
    try {
      return new String(Files.readAllBytes(directory.resolve(file)), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
