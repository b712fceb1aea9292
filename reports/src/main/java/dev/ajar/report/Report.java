package dev.ajar.report;

import dev.ajar.ledger.Ledger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param holds what the process held, or null if it was not measured
 * @param suppressed what the file of suppressions hid; it is in no other list
 * @param baseline what became of the findings of the baseline, or null if there is none
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
    List<Option> options,
    @Nullable ProcessHolds holds,
    Suppressed suppressed,
    @Nullable Comparison baseline) {

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
    ProcessHolds holds = Holders.tell(ledger, places);
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
        Option.of(ledger.facts()),
        holds,
        Suppressed.NONE,
        null);
  }

  /** The libraries that were watched, of a ledger of which nothing else is asked. */
  public static List<Library> coverage(Ledger ledger) {
    return Watched.of(ledger);
  }

  /** Findings, information and what is suppressed, in the order of their numbers. */
  public List<Finding> all() {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(information);
    all.addAll(suppressed.findings());
    all.sort(new ByNumber());
    return all;
  }

  /**
   * How many findings weigh at least so much and are neither suppressed nor known from the
   * baseline.
   */
  public int failing(Severity least) {
    int failing = 0;
    for (Finding finding : all()) {
      boolean fails =
          finding.severity().compareTo(least) <= 0
              && finding.standing().suppressedBy() == null
              && finding.standing().novelty() != Standing.Novelty.KNOWN;
      failing += fails ? 1 : 0;
    }
    return failing;
  }

  /** The same with all findings, as they now stand, sorted into their lists. */
  Report with(List<Finding> all, Suppressed by, @Nullable Comparison comparison) {
    List<Finding> faults = new ArrayList<>();
    List<Finding> known = new ArrayList<>();
    List<Finding> hidden = new ArrayList<>();
    for (Finding finding : all) {
      boolean seen = finding.standing().suppressedBy() == null;
      List<Finding> shown = finding.severity() == Severity.INFO ? known : faults;
      (seen ? shown : hidden).add(finding);
    }
    Suppressed now = new Suppressed(by.file(), by.suppressions(), hidden);
    return copy(faults, known, problems, now, comparison);
  }

  /** The same with one more thing that cannot be known. */
  public Report withUnknown(String line) {
    return with(header.withUnknown(line), damage);
  }

  /** The same, come by in another way. */
  public Report as(Nature nature) {
    return with(header.with(nature), damage);
  }

  /** The same with one more line on what could not be read. */
  public Report withDamage(String line) {
    List<String> lines = new ArrayList<>(damage);
    lines.add(line);
    return with(header, lines);
  }

  private Report with(Header other, List<String> unread) {
    return new Report(
        other,
        summary,
        findings,
        information,
        coverage,
        problems,
        losses,
        unread,
        options,
        holds,
        suppressed,
        baseline);
  }

  /** The same with more problems. */
  Report with(List<String> more) {
    List<String> lines = new ArrayList<>(problems);
    lines.addAll(more);
    return copy(findings, information, lines, suppressed, baseline);
  }

  /** The same without the problems that begin in a certain way. */
  Report without(String beginning) {
    List<String> lines = new ArrayList<>();
    for (String problem : problems) {
      if (!problem.startsWith(beginning)) {
        lines.add(problem);
      }
    }
    return copy(findings, information, lines, suppressed, baseline);
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

  private Report copy(
      List<Finding> faults,
      List<Finding> known,
      List<String> lines,
      Suppressed hidden,
      @Nullable Comparison comparison) {
    return new Report(
        header,
        summary,
        faults,
        known,
        coverage,
        lines,
        losses,
        damage,
        options,
        holds,
        hidden,
        comparison);
  }

  private static final class ByNumber implements Comparator<Finding> {
    @Override
    public int compare(Finding one, Finding other) {
      return Integer.compare(one.number(), other.number());
    }
  }
}
