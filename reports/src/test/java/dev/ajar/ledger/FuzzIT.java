package dev.ajar.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** So many damaged ledgers as the property {@code ajar.seeds} says, from seed 0 on. */
class FuzzIT {

  private static final int SEEDS = Integer.getInteger("ajar.seeds", 100_000);

  @TempDir private Path directory;

  @Test
  void damaged_ledgers_are_refused_or_reported_in_part() throws Exception {
    System.out.println(Fuzz.run(directory, SEEDS));
  }
}
