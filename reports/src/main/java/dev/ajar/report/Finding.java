package dev.ajar.report;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place where resources of one type were opened, and one thing that is wrong with them.
 *
 * @param number its number in the report, from 1
 * @param piledUp whether so many are unclosed that they must be made again and again
 * @param applicationScoped whether it is the only one of its place and lived most of the process's
 *     life
 * @param adopted whether these were opened before Ajar came into the running JVM: openings are
 *     first uses then, or closes
 * @param fingerprint 12 hexadecimal digits that stay the same over edits, builds and hosts
 * @param unclosed how many of this place no close was seen for; parts that are counted with their
 *     owner are not among them
 * @param counts what became of all that was opened here
 * @param perSecond openings a second between the first and the last, or null if that says nothing
 * @param blame the line to look at, or null for the place that stands for all beyond the bound
 * @param callers who called that line, the most frequent first
 * @param moreCallers how many further callers there are
 * @param stack the stack of the most frequent way to this place, the innermost frame first
 * @param closers other places that close this type, a few
 * @param parts what the unclosed hold inside
 * @param holds threads, sockets and connections of the unclosed; null where nothing is known
 * @param cause the library that opened them; null where the application did
 * @param source the text of the blamed line, null where its source is not at hand
 * @param churn how short the lives were; null for other kinds than {@link Kind#CHURN}
 * @param failedClose what became of the closes; null for other kinds than {@link Kind#CLOSE_FAILED}
 * @param lateUse the uses after the close; null for other kinds than {@link Kind#USED_AFTER_CLOSE}
 * @param scopes what the application called what its threads did when they opened these, a few
 * @param moreScoped how many unclosed ones were opened in further scopes
 * @param traces null where the application's tracing told none
 * @param sinceMark null where the application set no mark
 * @param standing how it stands to what was known before
 */
public record Finding(
    int number,
    Kind kind,
    Severity severity,
    boolean piledUp,
    boolean applicationScoped,
    boolean adopted,
    String fingerprint,
    Type type,
    long unclosed,
    Tally counts,
    @Nullable Moment firstOpened,
    @Nullable Moment lastOpened,
    @Nullable Double perSecond,
    Threads threads,
    Requests requests,
    @Nullable Blame blame,
    List<Caller> callers,
    int moreCallers,
    List<String> stack,
    List<Closer> closers,
    List<Part> parts,
    @Nullable Churn churn,
    @Nullable FailedClose failedClose,
    @Nullable LateUse lateUse,
    @Nullable Holds holds,
    List<Scope> scopes,
    long moreScoped,
    @Nullable Traces traces,
    @Nullable SinceMark sinceMark,
    @Nullable Cause cause,
    @Nullable String source,
    Standing standing,
    String remedy) {

  /** Keeps the lists as they are now. */
  public Finding {
    callers = List.copyOf(callers);
    stack = List.copyOf(stack);
    closers = List.copyOf(closers);
    parts = List.copyOf(parts);
    scopes = List.copyOf(scopes);
  }

  /** The same with another standing. */
  Finding with(Standing other) {
    return new Finding(
        number,
        kind,
        severity,
        piledUp,
        applicationScoped,
        adopted,
        fingerprint,
        type,
        unclosed,
        counts,
        firstOpened,
        lastOpened,
        perSecond,
        threads,
        requests,
        blame,
        callers,
        moreCallers,
        stack,
        closers,
        parts,
        churn,
        failedClose,
        lateUse,
        holds,
        scopes,
        moreScoped,
        traces,
        sinceMark,
        cause,
        source,
        other,
        remedy);
  }

  /** How many resources the finding is about. */
  public long subjects() {
    if (failedClose != null) {
      return failedClose.count();
    }
    if (lateUse != null) {
      return lateUse.count();
    }
    if (churn != null) {
      return churn.closed();
    }
    return unclosed > 0 ? unclosed : counts.closedWithOwner();
  }

  /** Whether the line to look at lies in a library, which has a section of its own. */
  public boolean inLibrary() {
    return cause != null && blame != null && cause.frame().equals(blame.at());
  }

  /**
   * What was opened.
   *
   * @param name one instance in words
   * @param className the public type that users know it by
   * @param contract what its library asks for
   * @param why the reason for the contract
   */
  public record Type(
      String library, String name, String className, Role role, Contract contract, String why) {}

  /**
   * Who opened.
   *
   * @param count how many different threads
   * @param bound whether that count is exact
   * @param names patterns of their names, a few
   * @param more whether there are further names
   * @param openingsOnVirtual openings on virtual threads
   */
  public record Threads(
      long count, Bound bound, List<String> names, boolean more, long openingsOnVirtual) {

    /** Keeps the names as they are now. */
    public Threads {
      names = List.copyOf(names);
    }
  }

  /** What a count says about the true number. */
  public enum Bound {
    /** It is this one. */
    EXACT("exact"),
    /** It is this one or fewer: the same thread may have come several ways. */
    AT_MOST("at-most"),
    /** It is this one or more: counting stopped at a bound. */
    AT_LEAST("at-least");

    private final String word;

    Bound(String word) {
      this.word = word;
    }

    /** The word for it in JSON. */
    public String word() {
      return word;
    }
  }

  /**
   * What they were used for.
   *
   * @param count requests, of all that were opened here
   * @param hosts the hosts that were asked, a few
   * @param more whether there are further hosts
   */
  public record Requests(
      long count, @Nullable Moment first, @Nullable Moment last, List<String> hosts, boolean more) {

    /** Keeps the hosts as they are now. */
    public Requests {
      hosts = List.copyOf(hosts);
    }
  }

  /**
   * A frame that called the place.
   *
   * @param openings how many openings came that way
   * @param unclosed how many of these no close was seen for, parts of owners among them
   */
  public record Caller(String frame, long openings, long unclosed) {}

  /**
   * A place that closes the type.
   *
   * @param ofThisPlace whether it closed some that were opened at the finding's place
   */
  public record Closer(String frame, boolean ofThisPlace) {}

  /** Parts of one type inside the unclosed, with how many of them there are. */
  public record Part(String name, String className, long count) {}
}
