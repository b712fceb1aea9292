package dev.ajar.report;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.Loss;
import dev.ajar.ledger.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which places are worth a finding, and of what weight. */
final class Verdicts {

  private final Header header;
  private final boolean detailsLost;
  private final FindingDraft.Sources sources;
  private final List<FindingDraft> drafts = new ArrayList<>();

  private Verdicts(Ledger ledger, Places places, Header header) {
    this.header = header;
    Long lost = ledger.losses().get(Loss.LIVE_SLOTS);
    this.detailsLost = lost != null && lost > 0;
    this.sources =
        new FindingDraft.Sources(
            places.application(),
            Closers.of(ledger, places.application()),
            Fingerprints.of(places.all()),
            Header.number(ledger.facts().get("thread.limit")));
  }

  static Verdicts of(Ledger ledger, Places places, Header header) {
    Verdicts verdicts = new Verdicts(ledger, places, header);
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
    boolean scoped = applicationScoped(place);
    Severity severity = severity(place, scoped);
    if (severity != null) {
      drafts.add(new FindingDraft(place, severity, scoped));
    }
  }

  private @Nullable Severity severity(Place place, boolean scoped) {
    if (place.unclosed() == 0 || (detailsLost && place.type().role() == Role.PART)) {
      return null;
    }
    if (place.harmed() && place.contract() != Contract.NEVER) {
      return Severity.ERROR;
    }
    return switch (place.contract()) {
      case MUST -> scoped ? Severity.INFO : Severity.ERROR;
      case SHOULD -> scoped ? Severity.INFO : Severity.WARNING;
      case MAY -> place.piledUp() ? Severity.WARNING : null;
      case NEVER -> null;
    };
  }

  /** Whether it is one resource, opened early and kept: what a singleton looks like. */
  private boolean applicationScoped(Place place) {
    if (place.frame() == null
        || place.type().role() == Role.HANDOUT
        || place.tally().opened() != 1
        || place.open() != 1) {
      return false;
    }
    Moment asOf = header.asOf();
    Long uptime = header.uptimeMillis();
    return asOf != null
        && uptime != null
        && asOf.millis() - place.firstOpened() > uptime / Thresholds.LIFE_DIVISOR;
  }

  private static final class ByWeight implements Comparator<FindingDraft> {
    @Override
    public int compare(FindingDraft one, FindingDraft other) {
      int order = one.severity().compareTo(other.severity());
      if (order == 0) {
        order = Long.compare(other.place().unclosed(), one.place().unclosed());
      }
      return order != 0
          ? order
          : Long.compare(one.place().firstOpened(), other.place().firstOpened());
    }
  }
}
