package dev.ajar.report;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Clients of one type that one line opened and that are open, without those inside others.
 *
 * @param type one of them in words
 * @param className the public type that users know it by
 * @param site the line as the JDK prints it; {@code ?} for all places beyond the bound
 * @param count how many, from 1
 */
public record OpenClients(String type, String className, String site, long count) {

  /**
   * Counts the clients of a ledger, the most first; without those that nobody is to close.
   *
   * @param now in ms since the epoch
   */
  public static List<OpenClients> of(Ledger ledger, long now) {
    List<OpenClients> all = new ArrayList<>();
    for (Place place : Places.of(ledger, Moment.orNull(now)).all()) {
      if (place.type().role() == Role.CLIENT
          && place.contract() != Contract.NEVER
          && place.open() > 0) {
        Blame blame = place.blame();
        all.add(
            new OpenClients(
                place.type().name(),
                place.type().className(),
                blame == null ? "?" : blame.at(),
                place.open()));
      }
    }
    all.sort(new ByCount());
    return all;
  }

  private static final class ByCount implements Comparator<OpenClients> {
    @Override
    public int compare(OpenClients one, OpenClients other) {
      int order = Long.compare(other.count(), one.count());
      return order != 0 ? order : one.site().compareTo(other.site());
    }
  }
}
