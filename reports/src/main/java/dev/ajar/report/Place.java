package dev.ajar.report;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Frame;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.ResourceType;
import dev.ajar.ledger.SiteKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All openings of one type at one line, whichever way they came; or all that were opened before
 * Ajar came and were first seen there.
 */
final class Place {

  private final ResourceType type;
  private final @Nullable Frame frame;
  private final boolean application;
  private final boolean library;
  private final SiteKind kind;
  private final List<Ledger.Site> sites = new ArrayList<>();
  private final List<Ledger.Live> live = new ArrayList<>();
  private final Map<String, Finding.Part> parts = new LinkedHashMap<>();
  private Contract contract;
  private Tally tally = Tally.NONE;
  private long openWithOwner;
  private long abandonedWithOwner;
  private long closedInVain;
  private @Nullable Holds holds;
  private boolean exhausts;
  private boolean hangs;

  /**
   * A place without openings as yet.
   *
   * @param frame the frame to blame, or null for the place that stands for all beyond the bound
   * @param application whether that frame is the application's
   * @param library whether it is known to be another library's
   * @param kind what the program does there: it opens, or is first seen to use
   */
  Place(
      ResourceType type,
      @Nullable Frame frame,
      boolean application,
      boolean library,
      SiteKind kind) {
    this.type = type;
    this.contract = type.contract();
    this.frame = frame;
    this.application = application;
    this.library = library;
    this.kind = kind;
  }

  ResourceType type() {
    return type;
  }

  @Nullable Frame frame() {
    return frame;
  }

  /** Whether these were opened before Ajar came, nobody knows where. */
  boolean adopted() {
    return kind.adopts();
  }

  /** Whether they were, and may be nobody's to close. */
  boolean doubtful() {
    return kind == SiteKind.DOUBTFUL_ADOPTION;
  }

  /** Whether the frame to blame is a library's, and not one of what was opened. */
  boolean inLibrary() {
    return library;
  }

  @Nullable Blame blame() {
    return frame == null ? null : Blame.of(frame, application);
  }

  List<Ledger.Site> sites() {
    return sites;
  }

  /** The site where most were opened. */
  Ledger.Site commonest() {
    Ledger.Site commonest = sites.get(0);
    for (Ledger.Site site : sites) {
      if (site.counts().opened() > commonest.counts().opened()) {
        commonest = site;
      }
    }
    return commonest;
  }

  List<Ledger.Live> live() {
    return live;
  }

  List<Finding.Part> parts() {
    return List.copyOf(parts.values());
  }

  Tally tally() {
    return tally;
  }

  void add(Ledger.Site site) {
    sites.add(site);
    tally = tally.plus(site.counts());
  }

  void add(Ledger.Live resource) {
    live.add(resource);
  }

  /** Counts one of the live resources, whose close does not end. */
  void addStuck() {
    tally = tally.withStuck();
  }

  /**
   * What is asked for: by the library, or by the strictest of what these resources hold, unless
   * nobody has to close them at all.
   */
  Contract contract() {
    return contract;
  }

  /** Counts one open part of this place's resources with them. */
  void hold(ResourceType part) {
    if (contract != Contract.NEVER && part.contract().compareTo(contract) < 0) {
      contract = part.contract();
    }
    Finding.Part known = parts.get(part.className());
    long count = known == null ? 0 : known.count();
    parts.put(part.className(), new Finding.Part(part.name(), part.className(), count + 1));
  }

  /** Notes what these resources hold beside their parts. */
  void holds(Holds known) {
    holds = known;
  }

  /** What these resources hold beside their parts; null where nothing is known. */
  @Nullable Holds holds() {
    return holds;
  }

  /** Notes that they keep a pool exhausted. */
  void exhausts() {
    exhausts = true;
  }

  /** Notes that their threads keep the JVM from ending. */
  void hangs() {
    hangs = true;
  }

  /**
   * Whether they did harm that was seen: kept a pool exhausted, or the JVM from ending although
   * their library asks for a close.
   */
  boolean harmed() {
    return exhausts || (hangs && contract.compareTo(Contract.SHOULD) <= 0);
  }

  /** Leaves one open resource to its owner. */
  void leaveOpenToOwner() {
    openWithOwner++;
  }

  /** Leaves up to {@code count} resources to owners that were collected while open. */
  void leaveToAbandonedOwners(long count) {
    long open = Math.min(count, open());
    openWithOwner += open;
    abandonedWithOwner += Math.min(count - open, abandoned());
  }

  /** Counts one open resource that something was closed for in vain. */
  void addClosedInVain() {
    closedInVain++;
  }

  /** Of those open, the ones that something was closed for in vain. */
  long closedInVain() {
    return closedInVain;
  }

  /** Those open, without the ones that are counted with their owner, or closed in vain. */
  long open() {
    return Math.max(0, tally.open() - openWithOwner - closedInVain);
  }

  /** Those abandoned, without the ones that are counted with their owner. */
  long abandoned() {
    return Math.max(0, tally.abandoned() - abandonedWithOwner);
  }

  long unclosed() {
    return open() + abandoned();
  }

  boolean asks(Contract contract) {
    return type.contract() == contract;
  }

  /** How many threads opened here, at most. */
  long threads() {
    long threads = 0;
    for (Ledger.Site site : sites) {
      threads += Figures.count(site.counts().threads());
    }
    return threads;
  }

  /** Time of the first opening in ms since the epoch, 0 if unknown. */
  long firstOpened() {
    long first = 0;
    for (Ledger.Site site : sites) {
      first = earlier(first, site.counts().firstOpened());
    }
    return first;
  }

  /** Time of the last opening in ms since the epoch, 0 if unknown. */
  long lastOpened() {
    long last = 0;
    for (Ledger.Site site : sites) {
      last = Math.max(last, site.counts().lastOpened());
    }
    return last;
  }

  /** The earlier of two times, where 0 is none. */
  static long earlier(long one, long other) {
    return one == 0 || (other != 0 && other < one) ? other : one;
  }
}
