package dev.ajar.report;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is open in a running process, by the line that opened it: no verdicts, only counts.
 *
 * @param sites those where something is open, the most first
 * @param damage what of the ledger could not be read
 */
public record OpenSites(Header header, Summary summary, List<Site> sites, List<String> damage) {

  /**
   * A line that opens clients or responses of one type.
   *
   * @param type one of them in words
   * @param className the public type that users know it by
   * @param response whether clients hand it out for one exchange
   * @param blame the line; null for all places beyond the ledger's bound
   * @param fingerprint the key of a finding that it were to become
   * @param open open now, from 1
   * @param counts of all that was opened here
   * @param lastOpened when the last one was
   * @param adopted whether these were opened before Ajar came, and the line is the first that it
   *     saw use them
   */
  public record Site(
      String type,
      String className,
      boolean response,
      @Nullable Blame blame,
      String fingerprint,
      long open,
      Tally counts,
      @Nullable Moment lastOpened,
      boolean adopted) {}

  /**
   * Counts what a ledger has open; without parts of clients, and without what nobody is to close.
   *
   * @param now in ms since the epoch
   */
  public static OpenSites of(Ledger ledger, long now) {
    Places places = Places.of(ledger, Moment.orNull(now));
    List<Place> all = places.all();
    Fingerprints fingerprints = Fingerprints.of(places.all());
    List<Site> sites = new ArrayList<>();
    for (Place place : all) {
      if (place.type().role() != Role.PART
          && place.contract() != Contract.NEVER
          && place.open() > 0) {
        sites.add(site(place, fingerprints.of(Kind.OPEN, place)));
      }
    }
    sites.sort(new ByOpen());
    return new OpenSites(
        Header.of(ledger, Nature.SNAPSHOT, now), places.summary(), sites, ledger.damage());
  }

  private static Site site(Place place, String fingerprint) {
    return new Site(
        place.type().name(),
        place.type().className(),
        place.type().role() == Role.HANDOUT,
        place.blame(),
        fingerprint,
        place.open(),
        place.tally(),
        Moment.orNull(place.lastOpened()),
        place.adopted());
  }

  private static final class ByOpen implements Comparator<Site> {
    @Override
    public int compare(Site one, Site other) {
      int order = Long.compare(other.open(), one.open());
      return order != 0 ? order : one.fingerprint().compareTo(other.fingerprint());
    }
  }
}
