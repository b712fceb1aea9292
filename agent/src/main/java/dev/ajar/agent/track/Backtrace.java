package dev.ajar.agent.track;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The stack as HotSpot packs it, from 17 to 25 at least: a chain of chunks, each an {@code
 * Object[]} of method numbers ({@code short[]}), bytecode indices ({@code int[]}), classes ({@code
 * Object[]}), names ({@code long[]}) and, further on, the next chunk.
 */
final class Backtrace {

  private static final int METHODS = 0;
  private static final int INDICES = 1;
  private static final int CLASSES = 2;
  private static final int NAMES = 3;
  private static final int AFTER = 4;

  private static final long PRIME = 0x9E37_79B9_7F4A_7C15L;

  /**
   * Whether this JVM packs stacks in this way: a hash of one place is the same twice, and another
   * from another line.
   */
  static boolean isKnown(Function<Throwable, @Nullable Object> backtrace) {
    long[] hashes = new long[3];
    for (int round = 0; round < 2; round++) {
      Object packed = backtrace.apply(new Throwable());
      if (packed == null || !isChunk(packed)) {
        return false;
      }
      hashes[round] = hash(packed, Integer.MAX_VALUE);
    }
    Object packed = backtrace.apply(new Throwable());
    if (packed == null || !isChunk(packed)) {
      return false;
    }
    hashes[2] = hash(packed, Integer.MAX_VALUE);
    return hashes[0] == hashes[1] && hashes[1] != hashes[2];
  }

  /** A hash of at most {@code limit} frames, the innermost first. */
  static long hash(Object packed, int limit) {
    long hash = 1;
    int left = limit;
    Object chunk = packed;
    while (chunk != null && left > 0) {
      @Nullable Object[] arrays = (@Nullable Object[]) chunk;
      short[] methods = (short[]) arrays[METHODS];
      int[] indices = (int[]) arrays[INDICES];
      @Nullable Object[] classes = (@Nullable Object[]) arrays[CLASSES];
      long[] names = (long[]) arrays[NAMES];
      if (methods == null || indices == null || classes == null || names == null) {
        break;
      }
      for (int frame = 0; frame < methods.length && left > 0; frame++, left--) {
        if (classes[frame] == null) {
          return hash;
        }
        hash = (hash ^ System.identityHashCode(classes[frame])) * PRIME;
        hash = (hash ^ names[frame] ^ (long) methods[frame] << 48 ^ indices[frame]) * PRIME;
        hash ^= hash >>> 29;
      }
      chunk = next(arrays);
    }
    return hash;
  }

  /** The classes of at most {@code limit} frames, the innermost first. */
  static List<Class<?>> classes(Object packed, int limit) {
    List<Class<?>> all = new ArrayList<>();
    Object chunk = packed;
    while (chunk != null && all.size() < limit) {
      @Nullable Object[] arrays = (@Nullable Object[]) chunk;
      @Nullable Object[] classes = (@Nullable Object[]) arrays[CLASSES];
      for (int frame = 0; classes != null && frame < classes.length; frame++) {
        if (!(classes[frame] instanceof Class<?> found) || all.size() == limit) {
          return all;
        }
        all.add(found);
      }
      chunk = next(arrays);
    }
    return all;
  }

  private static @Nullable Object next(@Nullable Object[] chunk) {
    for (int at = AFTER; at < chunk.length; at++) {
      Object candidate = chunk[at];
      if (candidate != null && isChunk(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  private static boolean isChunk(Object candidate) {
    return candidate instanceof Object[] arrays
        && arrays.length > AFTER
        && arrays[METHODS] instanceof short[]
        && arrays[INDICES] instanceof int[]
        && arrays[CLASSES] instanceof Object[]
        && arrays[NAMES] instanceof long[];
  }

  private Backtrace() {}
}
