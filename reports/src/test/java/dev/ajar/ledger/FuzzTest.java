package dev.ajar.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first seeds of {@link FuzzIT}. */
class FuzzTest {

  @TempDir private Path directory;

  @Test
  void damaged_ledgers_are_refused_or_reported_in_part() throws Exception {
    System.out.println(Fuzz.run(directory, 3_000));
  }
}
