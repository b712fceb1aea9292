package dev.ajar.report;

import dev.ajar.ledger.Ledger;
import java.util.List;

/**
 * What is to be said about one run.
 *
 * @param findings what needs a look, the heaviest first
 * @param information what is worth knowing and no fault
 * @param coverage the libraries that were watched
 * @param problems lines on what did not go as it should have
 * @param losses what could not be recorded
 * @param damage what of the ledger could not be read
 * @param options the resolved options
 */
public record Report(
    Header header,
    Summary summary,
    List<Finding> findings,
    List<Finding> information,
    List<Library> coverage,
    List<String> problems,
    List<Shortfall> losses,
    List<String> damage,
    List<Option> options) {

  /** Keeps the lists as they are now. */
  public Report {
    findings = List.copyOf(findings);
    information = List.copyOf(information);
    coverage = List.copyOf(coverage);
    problems = List.copyOf(problems);
    losses = List.copyOf(losses);
    damage = List.copyOf(damage);
    options = List.copyOf(options);
  }

  /**
   * Makes the report of a ledger.
   *
   * @param now time of the making, in ms since the epoch; used where the ledger has no end
   */
  public static Report of(Ledger ledger, Nature nature, long now) {
    return of(ledger, nature, now, SourceLines.none());
  }

  /**
   * Makes the report of a ledger.
   *
   * @param now time of the making, in ms since the epoch; used where the ledger has no end
   * @param lines sources at hand
   */
  public static Report of(Ledger ledger, Nature nature, long now, SourceLines lines) {
    Header header = Header.of(ledger, nature, now);
    Places places = Places.of(ledger, header.asOf());
    Verdicts verdicts = Verdicts.of(ledger, places, header, lines);
    return new Report(
        header,
        places.summary(),
        verdicts.findings(),
        verdicts.information(),
        Watched.of(ledger),
        ledger.problems(),
        Shortfall.of(ledger),
        ledger.damage(),
        Option.of(ledger.facts()));
  }

  /** Whether no known client was met and nothing went wrong, so that there is nothing to say. */
  public boolean silent() {
    return coverage.isEmpty()
        && summary.clients().opened() == 0
        && summary.responses().opened() == 0
        && problems.isEmpty()
        && losses.isEmpty()
        && damage.isEmpty();
  }
}
