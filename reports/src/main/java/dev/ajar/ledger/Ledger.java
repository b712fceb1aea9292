package dev.ajar.ledger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ledger as it was read: everything a report is made from. Times are in ms since the epoch, and 0
 * where a thing has not happened.
 *
 * @param facts what is known of the run, by key, in order of first writing
 * @param sites places of openings and closes, in order of first use
 * @param live resources that are open, or whose close has begun and not ended
 * @param incidents what happened around closes, each once
 * @param codeSources where classes on the stacks came from, by name, as far as that is known
 * @param coverage classes that rules met
 * @param problems lines on what did not go as it should have
 * @param losses counts, each key present
 * @param end how the run ended, or null if the ledger does not tell
 * @param labels of those places where the application named scopes or traces
 * @param damage what of the ledger could not be read, a line each; empty if it was whole
 * @param held what the process held when it was last measured, or null if it never was
 */
public record Ledger(
    Map<String, String> facts,
    List<Site> sites,
    List<Live> live,
    List<Incident> incidents,
    Map<String, CodeSource> codeSources,
    List<Coverage> coverage,
    List<String> problems,
    EnumMap<Loss, Long> losses,
    @Nullable End end,
    List<Labels> labels,
    List<String> damage,
    @Nullable Held held) {

  /** The fact that the writer holds a {@link WriterLock}, whose value is {@code true}. */
  public static final String LOCKED = "ledger.locked";

  /** The fact that the application's last mark is: ms since the epoch, a blank and its name. */
  public static final String MARK = "mark";

  /** The fact that tells when Ajar came into a running JVM: ms since the epoch. */
  public static final String ATTACHED = "attached";

  /**
   * A place where resources of one type are opened, closed, used after their close or, if they were
   * opened before Ajar came, first seen.
   *
   * @param number its number in the ledger
   * @param stack its frames, the innermost first; empty for the place that stands for all further
   *     ones of its type
   */
  public record Site(
      int number, ResourceType type, SiteKind kind, List<Frame> stack, Counts counts) {

    /** Whether resources are closed here. */
    public boolean closing() {
      return kind == SiteKind.CLOSING;
    }
  }

  /**
   * What happened at one place. Of resources that are still live, {@code uses} and the lives are
   * not in here but in {@link Live}. Of a closing place, only {@code closed}, {@code lastClosed}
   * and the threads tell: how many closes were called from it, when the last one, and by whom. Of a
   * place of late uses, only {@code usedAfterClose}, {@code firstUsed}, {@code lastUsed} and the
   * threads tell: of the uses, the first few of each resource.
   *
   * @param usedAfterClose uses after the close
   * @param closeBegun of the opened, those whose close was called
   * @param closed of those, the ones whose close returned
   * @param closedInShutdown of those, the ones that were closed while the JVM was shutting down
   * @param closedWithOwner still open when the client that handed them out, or that they are part
   *     of, was closed
   * @param abandoned collected while open
   * @param threads how many different threads opened here (counted up to a bound)
   * @param onVirtual openings on virtual threads
   * @param lifeTotal sum of the lives that ended, in ms
   * @param lifeMax the longest of them, in ms
   * @param lives number of ended lives in each bucket of {@link Histogram}
   * @param requests number of ended lives with none, one, two or three, and more requests
   * @param threadNames patterns of their names, a few
   * @param closeThrew of the opened, those whose close ended with an exception
   * @param closedAfterThrow of those, the ones that a later try closed
   * @param closedInVain closes of something else that left one of these open
   * @param usedLate of the opened, those that were used after their close
   * @param moreIncidents whether not all incidents of this place are told
   * @param closers the places, by number, that closed what was opened here, a few
   */
  public record Counts(
      long opened,
      long closeBegun,
      long closed,
      long closedInShutdown,
      long closedWithOwner,
      long abandoned,
      long usedAfterClose,
      long uses,
      long firstOpened,
      long lastOpened,
      long lastClosed,
      long firstUsed,
      long lastUsed,
      long threads,
      long onVirtual,
      long lifeTotal,
      long lifeMax,
      List<Integer> lives,
      List<Integer> requests,
      List<String> threadNames,
      boolean moreThreadNames,
      List<String> hosts,
      boolean moreHosts,
      List<Integer> closers,
      boolean moreClosers,
      long closeThrew,
      long closedAfterThrow,
      long closedInVain,
      long usedLate,
      boolean moreIncidents) {

    /** Neither closed nor collected. */
    public long open() {
      return opened - closeBegun - closedWithOwner - abandoned;
    }
  }

  /**
   * A resource that is open.
   *
   * @param slot number of its slot
   * @param site number of the place of its opening
   * @param closing whether a close has begun
   * @param closingSince when it began, in ms since the epoch and not before it by more than 1 s; 0
   *     if it is not being closed, or if an exception that ends its close would not be seen
   * @param thread pattern of the opening thread's name
   * @param owner slot of its owner, or -1
   * @param inside whether it counts with its owner, even if its type stands for itself elsewhere
   * @param closeThrew whether its close ended with an exception, and no later one ended well
   * @param closedInVain whether something was closed that, as it is set up, left it open
   */
  public record Live(
      int slot,
      int site,
      boolean closing,
      long closingSince,
      String thread,
      boolean virtual,
      long opened,
      long uses,
      long firstUsed,
      long lastUsed,
      int owner,
      boolean inside,
      boolean closeThrew,
      boolean closedInVain) {}

  /**
   * Under which names of the application's resources were opened at one place.
   *
   * @param site number of the place
   * @param scopes a few
   * @param moreOpened openings in further scopes
   * @param moreEnded of those, the ones whose close has begun, or that went with their owner
   * @param traces a few of what is neither closed nor gone with its owner, the first among them
   */
  public record Labels(
      int site, List<Scope> scopes, long moreOpened, long moreEnded, List<Trace> traces) {}

  /**
   * What a thread did under one name.
   *
   * @param ended of the opened, those whose close has begun, or that went with their owner
   */
  public record Scope(String name, long opened, long ended) {}

  /** A trace in which something was opened, and when. */
  public record Trace(String id, long opened) {}

  /** How the run ended, in words, and when. */
  public record End(String how, long at) {}
}
