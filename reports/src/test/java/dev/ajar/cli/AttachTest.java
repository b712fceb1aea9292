package dev.ajar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What speaks against attaching, before anything is done to the process. */
class AttachTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path directory;

  @Test
  void knows_that_there_is_no_such_process() {
    assertThat(run("attach", "2147483646", "--agent", "ajar.jar")).isEqualTo(ExitStatus.UNREADABLE);
    assertThat(said()).isEqualTo("ajar-reports: there is no process 2147483646");
  }

  @Test
  void sends_no_signal_to_what_is_no_jvm() throws IOException, InterruptedException {
    Path jar = Files.createFile(directory.resolve("ajar.jar"));
    Process other = new ProcessBuilder("sleep", "600").start();
    try {
      String pid = Long.toString(other.pid());
      assertThat(run("attach", pid, "--agent", jar.toString())).isEqualTo(ExitStatus.UNREADABLE);
      assertThat(said())
          .isEqualTo("ajar-reports: process " + pid + " is no JVM, or one that is not up yet");
      assertThat(other.isAlive()).isTrue();
    } finally {
      int unused = other.destroyForcibly().waitFor();
    }
  }

  @Test
  void knows_that_there_is_no_such_jar() {
    String self = Long.toString(ProcessHandle.current().pid());
    Path jar = directory.resolve("ajar.jar");

    assertThat(run("attach", self, "--agent", jar.toString())).isEqualTo(ExitStatus.UNREADABLE);
    assertThat(said()).isEqualTo("ajar-reports: there is no " + jar);
  }

  @Test
  void takes_a_number_for_a_process() {
    assertThat(run("attach", "orders")).isEqualTo(ExitStatus.USAGE);
    assertThat(said()).startsWith("ajar-reports: Invalid value for positional parameter");
  }

  private int run(String... arguments) {
    return AjarReports.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        StandardCharsets.UTF_8,
        arguments);
  }

  private String said() {
    assertThat(out.size()).isZero();
    return err.toString(StandardCharsets.UTF_8).strip();
  }
}
