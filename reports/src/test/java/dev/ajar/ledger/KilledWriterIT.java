package dev.ajar.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class KilledWriterIT {

  @TempDir private Path directory;

  @RepeatedTest(3)
  void leaves_all_that_it_announced() throws Exception {
    Path file = directory.resolve("run.ledger");
    Process process = start(file);
    long announced;
    try (BufferedReader out = process.inputReader()) {
      announced = lastOf(out, 50);
      process.toHandle().destroyForcibly(); // that of Process closes the pipe
      process.waitFor();
      announced = Math.max(announced, lastOf(out, Integer.MAX_VALUE));
    }

    Ledger ledger = LedgerReader.read(file);

    assertThat(ledger.damage()).isEmpty();
    assertThat(ledger.end()).isNull();
    assertThat(announced).isGreaterThanOrEqualTo(5_000);
    assertThat(ledger.sites()).hasSize(KilledWriter.KEPT);
    assertThat(ledger.sites().stream().mapToLong(site -> site.counts().opened()).sum())
        .isGreaterThanOrEqualTo(announced);
    assertThat(ledger.live()).hasSizeBetween(KilledWriter.KEPT, KilledWriter.KEPT + 1);
  }

  private static Process start(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            KilledWriter.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The last number of up to so many lines; 0 if there is none. */
  private static long lastOf(BufferedReader out, int lines) throws IOException {
    long last = 0;
    for (int count = 0; count < lines; count++) {
      String line = out.readLine();
      if (line == null) {
        return last;
      }
      last = Long.parseLong(line);
    }
    return last;
  }
}
