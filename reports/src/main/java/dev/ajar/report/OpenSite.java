package dev.ajar.report;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.ResourceType;
import dev.ajar.ledger.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is open of what one line opened, parts left to their owners.
 *
 * @param open how many, from 1
 * @param tally what became of all that was opened here
 * @param at the line as the JDK prints it; {@code ?} for all places beyond the bound
 * @param stack of the most frequent way here, a frame a line, the innermost first
 * @param lastOpened in ms since the epoch, 0 if unknown
 * @param fingerprint of the finding that they would be
 */
public record OpenSite(
    ResourceType type,
    long open,
    Tally tally,
    String at,
    String stack,
    long lastOpened,
    String fingerprint) {

  private static final int MOST_FRAMES = 64;

  /**
   * The places of a ledger with clients or responses that are open, the most first; without those
   * that nobody is to close.
   *
   * @param now in ms since the epoch
   */
  public static List<OpenSite> of(Ledger ledger, long now) {
    List<Place> places = Places.of(ledger, Moment.orNull(now)).all();
    Fingerprints fingerprints = Fingerprints.of(places);
    List<OpenSite> all = new ArrayList<>();
    for (Place place : places) {
      if (place.type().role() != Role.PART
          && place.contract() != Contract.NEVER
          && place.open() > 0) {
        all.add(of(place, fingerprints));
      }
    }
    all.sort(new ByCount());
    return all;
  }

  private static OpenSite of(Place place, Fingerprints fingerprints) {
    Blame blame = place.blame();
    return new OpenSite(
        place.type(),
        place.open(),
        place.tally(),
        blame == null ? "?" : blame.at(),
        lines(place),
        place.lastOpened(),
        fingerprints.of(Kind.OPEN, place));
  }

  private static String lines(Place place) {
    StringBuilder lines = new StringBuilder(1024);
    for (int at = 0; at < place.commonest().stack().size() && at < MOST_FRAMES; at++) {
      lines.append(at == 0 ? "" : "\n").append(place.commonest().stack().get(at));
    }
    return lines.toString();
  }

  private static final class ByCount implements Comparator<OpenSite> {
    @Override
    public int compare(OpenSite one, OpenSite other) {
      int order = Long.compare(other.open(), one.open());
      return order != 0 ? order : one.at().compareTo(other.at());
    }
  }
}
