package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Company;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Load with churn on 16 threads for {@code -Dajar.soakSeconds}: the heap stays flat, Ajar's threads
 * the same, the ledger within its bound, and every client is counted.
 */
@Execution(ExecutionMode.CONCURRENT)
class SoakIT {

  private static final int SECONDS = Integer.getInteger("ajar.soakSeconds", 20);

  /** How much more the last third of the run may hold than the first: a tenth, and 2 MiB. */
  private static final double GROWTH = 1.1;

  private static final long ROOM = 2 << 20;

  /** Log, places, live slots of the default {@code max-live}, labels; see ledger-format.md. */
  private static final long LEDGER_BOUND = (256 + 81 + 65 + 81) * 65_536L;

  @TempDir static Path classes;
  private static Program program;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    program = Program.compile("soak", Company.CLIENTS, classes);
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void heap_threads_and_ledger_stay_as_they_are(Jdk jdk) {
    Fork fork = Fork.of(jdk, directory).classPath(program.classes()).agent("track=Cheap:close");
    Company.CLIENTS.forEach(fork::classPath);

    Soaked soaked =
        Soaked.of(fork.start("Soak", "" + SECONDS).end(Duration.ofSeconds(2L * SECONDS + 120)));

    soaked.assertExact();
    List<Long> heap = soaked.numbers("heap ");
    assertThat(heap).hasSize(SECONDS);
    long first = median(heap.subList(0, SECONDS / 3));
    long last = median(heap.subList(SECONDS - SECONDS / 3, SECONDS));
    assertThat((double) last).as("%s", heap).isLessThanOrEqualTo(first * GROWTH + ROOM);
    assertThat(soaked.lines("threads ")).hasSize(SECONDS).containsOnly("{ajar-watch=1}");
    long ledger = Collections.max(soaked.numbers("ledger "));
    assertThat(ledger).isLessThanOrEqualTo(LEDGER_BOUND);
    assertThat(soaked.outcome().ledgers()).isEmpty();
    System.out.printf(
        "%s, %d s: %,d clients opened, %,d abandoned; heap %,d, then %,d KiB; ledger %,d KiB;"
            + " losses %s%n",
        jdk,
        SECONDS,
        soaked.tally("opened"),
        soaked.tally("abandoned"),
        first >> 10,
        last >> 10,
        ledger >> 10,
        soaked.report().at("/losses"));
  }

  private static long median(List<Long> numbers) {
    return numbers.stream().sorted().toList().get(numbers.size() / 2);
  }
}
