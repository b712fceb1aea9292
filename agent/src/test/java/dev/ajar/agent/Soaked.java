package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Report;
import java.util.List;

/** What the program of {@code src/test/programs/soak} printed, and the report of it. */
record Soaked(Outcome outcome, Report report) {

  static Soaked of(Outcome outcome) {
    assertThat(outcome.status()).as(outcome.stderr()).isZero();
    return new Soaked(outcome, Report.of(outcome));
  }

  /** What follows a beginning, of each line that has it. */
  List<String> lines(String beginning) {
    return outcome
        .stdout()
        .lines()
        .filter(line -> line.startsWith(beginning))
        .map(line -> line.substring(beginning.length()))
        .toList();
  }

  /** The same as numbers. */
  List<Long> numbers(String beginning) {
    return lines(beginning).stream().map(Long::valueOf).toList();
  }

  /** Nothing went wrong, and every client is counted, as the program did itself. */
  void assertExact() {
    assertThat(outcome.stderr()).doesNotContain("Exception").doesNotContain("Error");
    assertThat(report.failings()).isEmpty();
    assertThat(lines("opened ")).containsExactly(tally("opened") + " closed " + tally("closed"));
    assertThat(numbers("forgotten ")).containsExactly(tally("abandoned") + tally("open"));
  }

  /** A count of the clients. */
  long tally(String of) {
    return report.at("/summary/clients/" + of).asLong();
  }
}
