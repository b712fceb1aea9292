package dev.ajar.agent.hold;

import dev.ajar.agent.catalog.Holding.Keeps;
import dev.ajar.agent.track.Clock;
import dev.ajar.agent.track.Opened;
import dev.ajar.agent.track.TrackedType;
import dev.ajar.agent.track.Tracker;
import dev.ajar.ledger.Held;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Looks whether the JVM cannot end: main has returned, and nothing but idle threads of open clients
 * keeps it alive. In doubt it can.
 */
public final class Hang {

  /** What a look found. */
  public enum State {
    /** The application is at work, or has not ended yet. */
    NO,
    /** It looks like a hang, but it takes several looks. */
    MAYBE,
    /** It hangs. */
    YES,
    /** The JVM is ending. */
    ENDING
  }

  private static final int LOOKS = 2;

  /** Event loops may serve a timer of the application's, which is quiet for longer. */
  private static final int LOOKS_AT_LOOPS = 5;

  /** A request on a connection that is open, such as a long poll, may take so long, in ms. */
  private static final long LONGEST_REQUEST = 65_000;

  private final Tracker tracker;
  private final Clock clock;
  private final ThreadOwners owners;
  private final BooleanSupplier shutdownBegan;
  private final Supplier<List<Thread>> liveThreads;
  private final Path proc;
  private long since;
  private long lastUsed;
  private int looks;

  /**
   * @param types the types of this run; may grow
   * @param shutdownBegan whether the JVM has started its shutdown hooks
   */
  public Hang(
      Tracker tracker, Clock clock, List<TrackedType> types, BooleanSupplier shutdownBegan) {
    this(tracker, clock, types, shutdownBegan, new LiveThreads(), Holdings.PROC);
  }

  Hang(
      Tracker tracker,
      Clock clock,
      List<TrackedType> types,
      BooleanSupplier shutdownBegan,
      Supplier<List<Thread>> liveThreads,
      Path proc) {
    this.tracker = tracker;
    this.clock = clock;
    this.owners = new ThreadOwners(types);
    this.shutdownBegan = shutdownBegan;
    this.liveThreads = liveThreads;
    this.proc = proc;
  }

  /** When main was first seen to have ended, in ms since the epoch. */
  public long since() {
    return since;
  }

  /** Takes one look; some seconds should lie between two. */
  public State look() {
    if (shutdownBegan.getAsBoolean()) {
      return State.ENDING;
    }
    List<Thread> threads = liveThreads.get();
    if (!mainHasEnded(threads)) {
      return nothing();
    }
    if (since == 0) {
      since = clock.now();
    }
    List<List<ThreadOwners.Match>> held = new ArrayList<>();
    for (Thread thread : threads) {
      if (keepsJvm(thread)) {
        List<ThreadOwners.Match> matches = owners.of(thread);
        if (!mayKeep(matches)) { // of the application's own, mostly
          return shutdownBegan.getAsBoolean() ? State.ENDING : nothing();
        }
        held.add(matches);
      }
    }
    if (held.isEmpty()) {
      return State.ENDING;
    }
    return look(held, tracker.open());
  }

  private State look(List<List<ThreadOwners.Match>> held, Opened open) {
    Set<Keeps> kinds = EnumSet.noneOf(Keeps.class);
    for (List<ThreadOwners.Match> matches : held) {
      kinds.add(keeps(matches, open));
    }
    boolean used = open.lastUsed() > lastUsed; // what is collected takes its uses with it
    lastUsed = Math.max(lastUsed, open.lastUsed());
    if (used || kinds.contains(Keeps.NOTHING) || !isQuiet(kinds, open)) {
      return nothing();
    }
    looks++;
    return looks < (kinds.contains(Keeps.ANYTHING) ? LOOKS_AT_LOOPS : LOOKS)
        ? State.MAYBE
        : State.YES;
  }

  private State nothing() {
    looks = 0;
    return State.NO;
  }

  /** The JVM waits in a thread of this name for the last of those that are no daemons. */
  private static boolean mainHasEnded(List<Thread> threads) {
    for (Thread thread : threads) {
      if (thread.getName().equals("DestroyJavaVM")) {
        return true;
      }
    }
    return false;
  }

  private static boolean keepsJvm(Thread thread) {
    return thread.isAlive() && !thread.isDaemon() && !thread.getName().equals("DestroyJavaVM");
  }

  private static boolean mayKeep(List<ThreadOwners.Match> matches) {
    for (ThreadOwners.Match match : matches) {
      if (match.name().keeps() != Keeps.NOTHING) {
        return true;
      }
    }
    return false;
  }

  /** What a thread's being alive says; nothing if it is not of a client that is open. */
  private static Keeps keeps(List<ThreadOwners.Match> matches, Opened open) {
    for (ThreadOwners.Match match : matches) {
      Keeps keeps = match.name().keeps();
      if (keeps == Keeps.IDLE || (keeps != Keeps.NOTHING && isOpen(match.type(), open))) {
        return keeps;
      }
    }
    return Keeps.NOTHING;
  }

  private static boolean isOpen(TrackedType type, Opened open) {
    for (Opened.Resource resource : open.resources()) {
      if (resource.type() == type) {
        return true;
      }
    }
    return false;
  }

  private boolean isQuiet(Set<Keeps> kinds, Opened open) {
    Map<String, Long> totals = new TreeMap<>();
    HeldSockets.measure(proc, null, totals);
    Long listening = totals.get(Held.LISTENING);
    if (listening != null && listening > 0) {
      return false; // a server
    }
    if (kinds.contains(Keeps.ANYTHING)) {
      return listening != null && connections(totals) == 0 && open.handouts() == 0;
    }
    if (kinds.contains(Keeps.CLIENTS)) {
      boolean connected = listening == null || connections(totals) > 0;
      return open.handouts() == 0
          && (!connected || clock.now() - open.lastUsed() > LONGEST_REQUEST);
    }
    return true;
  }

  private static long connections(Map<String, Long> totals) {
    return totals.getOrDefault(Held.ESTABLISHED, 0L) + totals.getOrDefault(Held.CLOSE_WAIT, 0L);
  }
}
