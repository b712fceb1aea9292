package dev.ajar.agent.track;

import dev.ajar.ledger.Frame;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.ledger.Loss;
import dev.ajar.ledger.SiteKind;
import dev.ajar.ledger.SiteRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All places, each stored once. A stack that was seen before is found by its hash, without being
 * turned into text.
 */
final class Places {

  private static final int MAX_HASHES = 65_536;

  // Kept for the places without a stack that stand for all further ones, one for each type.
  private static final int RESERVED = 256;

  private final LedgerWriter ledger;
  private final Stacks stacks;
  private final CodeSources codeSources;
  private final Map<Long, Place> byHash = new ConcurrentHashMap<>();
  private final Set<Long> shared = ConcurrentHashMap.newKeySet();
  private final Map<String, Place> byText = new HashMap<>();

  Places(LedgerWriter ledger, Stacks stacks) {
    this.ledger = ledger;
    this.stacks = stacks;
    this.codeSources = new CodeSources(ledger);
  }

  /**
   * The place where the calling thread opens, closes or uses a resource of a type; null if what is
   * opened there is nobody's to close, or if the ledger has no room at all.
   *
   * @param resource what is opened or closed, or what asks for it
   */
  @Nullable Place here(TrackedType type, Object resource, SiteKind kind) {
    Throwable stack = stacks.here();
    Long hash = stacks.hash(stack) * 31 + number(type.number(), kind);
    Place known = byHash.get(hash);
    if (known != null) {
      return known;
    }
    if (shared.contains(hash)) {
      return null;
    }
    if ((kind == SiteKind.OPENING || kind.adopts()) && isShared(type, stack)) {
      if (shared.size() >= MAX_HASHES) {
        shared.clear();
      }
      shared.add(hash);
      return null;
    }
    Class<?> watched = type.ofApplication() ? resource.getClass() : null;
    Place place = of(type, kind, stacks.frames(stack, watched));
    if (place != null) {
      codeSources.note(stacks.classes(stack));
      if (byHash.size() >= MAX_HASHES) {
        byHash.clear();
      }
      byHash.put(hash, place);
    }
    return place;
  }

  /**
   * The place where someone asks for one of a type, to be opened later; null if none can be had.
   */
  @Nullable Place asking(TrackedType type, Object asker) {
    Place here = here(type, asker, SiteKind.OPENING);
    Place nowhere = here == null ? nowhere(type) : null;
    return nowhere == null ? here : nowhere.nobodys();
  }

  /** The place of the same stack for another type; null if what is opened is nobody's to close. */
  @Nullable Place as(TrackedType type, Place place) {
    if (place.isNobodys()) {
      return null;
    }
    return place.type == type.number() ? place : of(type, SiteKind.OPENING, place.frames);
  }

  private static boolean isShared(TrackedType type, Throwable stack) {
    if (type.hasShared()) {
      for (StackTraceElement element : stack.getStackTrace()) {
        if (type.isSharedFrom(element.getClassName(), element.getMethodName())) {
          return true;
        }
      }
    }
    return false;
  }

  /** The place without a stack that stands for what has no place of its own. */
  @Nullable Place nowhere(TrackedType type) {
    return of(type, SiteKind.OPENING, List.of());
  }

  // The same stack has other hashes in another class loader, after a redeployment; its text is the
  // same.
  private synchronized @Nullable Place of(TrackedType type, SiteKind kind, List<Frame> frames) {
    String text = text(number(type.number(), kind), frames);
    Place known = byText.get(text);
    if (known != null) {
      return known;
    }
    int limit = frames.isEmpty() ? LedgerWriter.MAX_SITES : LedgerWriter.MAX_SITES - RESERVED;
    SiteRow row = byText.size() < limit ? ledger.site(type.number(), kind, frames) : null;
    if (row == null) {
      ledger.lost(Loss.PLACES);
      return frames.isEmpty() ? null : of(type, kind, List.of());
    }
    Place place = new Place(row, ledger, type.number(), frames);
    byText.put(text, place);
    return place;
  }

  private static long number(int type, SiteKind kind) {
    return type * 8L + kind.number();
  }

  private static String text(long kind, List<Frame> frames) {
    StringBuilder text = new StringBuilder(1024).append(kind);
    for (Frame frame : frames) {
      text.append('\n').append(frame.className()).append(' ').append(frame.method());
      text.append(' ').append(frame.line());
    }
    return text.toString();
  }
}
