package dev.ajar.report;

import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.Loss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts each place to each judge, and what they found into order. */
final class Verdicts {

  private final List<Judge> judges;
  private final Judge adopted;
  private final FindingDraft.Sources sources;
  private final List<FindingDraft> drafts = new ArrayList<>();

  private Verdicts(Ledger ledger, Places places, Header header, SourceLines lines) {
    Long lost = ledger.losses().get(Loss.LIVE_SLOTS);
    Incidents incidents = Incidents.of(ledger, places.application());
    Limits limits = Limits.of(ledger.facts());
    Span span = Span.of(header);
    this.adopted = new Adopted(limits);
    this.judges =
        List.of(
            new Unclosed(limits, span, lost != null && lost > 0),
            new Churned(limits, span, places),
            new CloseFailed(incidents, header.asOf()),
            new UsedAfterClose(incidents));
    this.sources =
        new FindingDraft.Sources(
            places.application(),
            Closers.of(ledger, places.application()),
            Fingerprints.of(places.all()),
            Labels.of(ledger),
            Header.number(ledger.facts().get("thread.limit")),
            lines,
            new FrameTexts(),
            header.started(),
            header.asOf());
  }

  static Verdicts of(Ledger ledger, Places places, Header header, SourceLines lines) {
    Verdicts verdicts = new Verdicts(ledger, places, header, lines);
    for (Place place : places.all()) {
      verdicts.judge(place);
    }
    verdicts.drafts.sort(new ByWeight());
    return verdicts;
  }

  /** Errors and warnings, the heaviest first. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (FindingDraft draft : drafts) {
      if (draft.severity() != Severity.INFO) {
        findings.add(draft.finding(findings.size() + 1, sources));
      }
    }
    return findings;
  }

  /** What is no fault, numbered on after the findings. */
  List<Finding> information() {
    List<Finding> information = new ArrayList<>();
    for (int at = 0; at < drafts.size(); at++) {
      if (drafts.get(at).severity() == Severity.INFO) {
        information.add(drafts.get(at).finding(at + 1, sources));
      }
    }
    return information;
  }

  private void judge(Place place) {
    for (Judge judge : place.adopted() ? List.of(adopted) : judges) {
      FindingDraft draft = judge.judge(place);
      if (draft != null) {
        drafts.add(draft);
      }
    }
  }

  private static final class ByWeight implements Comparator<FindingDraft> {
    @Override
    public int compare(FindingDraft one, FindingDraft other) {
      int order = Boolean.compare(one.place().inLibrary(), other.place().inLibrary());
      if (order == 0) {
        order = one.severity().compareTo(other.severity());
      }
      if (order == 0) {
        order = Long.compare(other.harm(), one.harm());
      }
      return order != 0
          ? order
          : Long.compare(one.place().firstOpened(), other.place().firstOpened());
    }
  }
}
