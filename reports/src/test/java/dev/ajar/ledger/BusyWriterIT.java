package dev.ajar.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader beside a process that writes from several threads never sees half of a change. */
class BusyWriterIT {

  private static final int READINGS = Integer.getInteger("ajar.readings", 300);

  @TempDir private Path directory;

  @Test
  void shows_no_half_of_a_change_while_it_works() throws Exception {
    Path file = directory.resolve("run.ledger");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                BusyWriter.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("ready");
      assertThat(WriterLock.isTaken(file)).isTrue();
      long before = 0;
      long rows = 0;
      int readings = 0;
      while (readings < READINGS || before < READINGS) { // until the writer is busy
        readings++;
        Ledger ledger = LedgerReader.read(file);
        ConcurrentReadingTest.assertUntorn(ledger);
        long uses = ledger.sites().get(0).counts().uses();
        assertThat(uses).isGreaterThanOrEqualTo(before);
        before = uses;
        rows += ledger.sites().size() + ledger.live().size();
      }
      System.out.printf("%,d readings of %,d rows beside %,d changes%n", readings, rows, before);
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(WriterLock.isTaken(file)).isFalse();
    assertThat(LedgerReader.readEnded(file).damage()).isEmpty();
  }
}
