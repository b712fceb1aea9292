package dev.ajar.report;

import dev.ajar.ledger.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * A place that is worth a finding, before it has a number.
 *
 * @param harm how many resources did harm; orders findings of one severity, the most first
 * @param piledUp whether so many are unclosed that they must be made again and again
 * @param applicationScoped whether it is one resource that lived most of the process's life
 */
record FindingDraft(
    Place place,
    Kind kind,
    Severity severity,
    long harm,
    boolean piledUp,
    boolean applicationScoped,
    Evidence evidence) {

  /**
   * What a finding is filled from, beside its place.
   *
   * @param threadLimit how many threads are counted for each site at most, 0 if unknown
   * @param asOf the moment that the ledger reaches up to
   */
  record Sources(
      Application application,
      Closers closers,
      Fingerprints fingerprints,
      Labels labels,
      long threadLimit,
      SourceLines lines,
      FrameTexts texts,
      @Nullable Moment started,
      @Nullable Moment asOf) {}

  Finding finding(int number, Sources sources) {
    ResourceType type = place.type();
    String fingerprint = sources.fingerprints().of(kind, place);
    Cause cause = Cause.of(place, sources.application());
    Callers callers = Callers.of(place, sources.application());
    Labels.Labelled labelled = sources.labels().of(place);
    return new Finding(
        number,
        kind,
        severity,
        piledUp,
        applicationScoped,
        place.adopted(),
        fingerprint,
        new Finding.Type(
            type.library(),
            type.name(),
            type.className(),
            type.role(),
            type.contract(),
            type.why()),
        place.unclosed(),
        place.tally(),
        Moment.orNull(place.firstOpened()),
        Moment.orNull(place.lastOpened()),
        perSecond(),
        Crowd.threads(place, sources.threadLimit()),
        Crowd.requests(place),
        place.blame(),
        callers.first(),
        callers.more(),
        sources.texts().of(place.commonest().stack()),
        sources.closers().of(place),
        place.parts(),
        evidence.churn(),
        evidence.failedClose(),
        evidence.lateUse(),
        place.holds(),
        labelled.scopes(),
        labelled.moreScoped(),
        labelled.traces(),
        labelled.sinceMark(),
        cause,
        sources.lines().of(place.blame(), sources.started()),
        Standing.of(fingerprint, sources.asOf()),
        applicationScoped ? Remedies.OF_SHARED : Remedies.of(kind, type, evidence, cause));
  }

  private @Nullable Double perSecond() {
    long opened = place.tally().opened();
    long span = place.lastOpened() - place.firstOpened();
    if (opened < Thresholds.RATED || span <= 0) {
      return null;
    }
    double rate = (opened - 1) * 1000.0 / span;
    return rate > Thresholds.RATE ? Math.round(rate * 10) / 10.0 : null;
  }
}
