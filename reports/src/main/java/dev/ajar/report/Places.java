package dev.ajar.report;

import dev.ajar.ledger.Frame;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.ResourceType;
import dev.ajar.ledger.Role;
import dev.ajar.ledger.SiteKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The places of a ledger. */
final class Places {

  private final Application application;
  private final Map<String, Place> byKey = new LinkedHashMap<>();
  private final Map<Integer, Place> bySite = new HashMap<>();

  private Places(Application application) {
    this.application = application;
  }

  /**
   * Groups the sites of a ledger, and leaves parts to their owners.
   *
   * @param asOf the moment that the ledger reaches up to
   */
  static Places of(Ledger ledger, @Nullable Moment asOf) {
    Places places = new Places(Application.of(ledger));
    for (Ledger.Site site : ledger.sites()) {
      if (site.kind() == SiteKind.OPENING || site.kind().adopts()) {
        places.add(site);
      }
    }
    for (Ledger.Live live : ledger.live()) {
      Place place = places.of(live);
      if (place != null) {
        place.add(live);
        if (isStuck(live, asOf)) {
          place.addStuck();
        }
      }
    }
    Owners.of(ledger.live(), places, asOf).takeParts();
    return places;
  }

  /** Whether a close began so long ago, and is still to be ended, that it never will. */
  static boolean isStuck(Ledger.Live live, @Nullable Moment asOf) {
    return live.closing()
        && live.closingSince() != 0
        && asOf != null
        && asOf.millis() - live.closingSince() >= Thresholds.CLOSE_MILLIS;
  }

  Application application() {
    return application;
  }

  List<Place> all() {
    return new ArrayList<>(byKey.values());
  }

  /** Where a live resource was opened, or null if the ledger does not tell. */
  @Nullable Place of(Ledger.Live live) {
    return bySite.get(live.site());
  }

  Summary summary() {
    Tally clients = Tally.NONE;
    Tally responses = Tally.NONE;
    int places = 0;
    for (Place place : byKey.values()) {
      if (place.type().role() == Role.CLIENT) {
        clients = clients.plus(place.tally());
        places += place.unclosed() > 0 ? 1 : 0;
      } else if (place.type().role() == Role.HANDOUT) {
        responses = responses.plus(place.tally());
      }
    }
    return new Summary(clients, responses, places);
  }

  private void add(Ledger.Site site) {
    int blamed = application.blamed(site.stack(), site.type());
    Frame frame = blamed < 0 ? null : site.stack().get(blamed);
    String key = key(site.type(), frame);
    if (site.kind().adopts()) {
      key = key.concat("\n").concat(site.kind().name());
    }
    Place place = byKey.get(key);
    if (place == null) {
      boolean own = frame != null && application.owns(frame.className(), site.type());
      boolean library = frame != null && application.libraryOf(frame.className()) != null;
      place = new Place(site.type(), frame, own, library, site.kind());
      byKey.put(key, place);
    }
    place.add(site);
    bySite.put(site.number(), place);
  }

  private static String key(ResourceType type, @Nullable Frame frame) {
    StringBuilder key = new StringBuilder(128);
    key.append(type.library()).append('\n').append(type.name()).append('\n');
    key.append(type.className()).append('\n').append(type.contract().name()).append('\n');
    if (frame != null) {
      key.append(frame.className()).append('\n').append(frame.method()).append('\n');
      key.append(frame.line());
    }
    return key.toString();
  }
}
