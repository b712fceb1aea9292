package dev.ajar.agent.track;

import dev.ajar.ledger.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hashes and reads stacks. The hash comes from the packed arrays that HotSpot leaves in a {@link
 * Throwable}, at a fraction of what turning them into elements costs; where a self-check does not
 * find them as expected, from the elements.
 */
public final class Stacks {

  private static final String OWN = "dev.ajar.agent.";
  private static final String HOOK = "java.lang.$Ajar";

  /** Frames of the agent's own, at the top of every stack, that hashing may meet. */
  private static final int OWN_FRAMES = 8;

  /** More than any stack needs that is told of by default. */
  private static final int WHOLE = 40;

  private final int depth;
  private final boolean cut;
  private final @Nullable Function<Throwable, @Nullable Object> backtrace;

  /**
   * @param depth how many frames tell one place from another
   * @param backtrace reads the packed arrays, or null if there is no access to them
   */
  public Stacks(int depth, @Nullable Function<Throwable, @Nullable Object> backtrace) {
    this(depth, backtrace, depthAfter(WHOLE) < WHOLE);
  }

  /**
   * @param cut whether throwables have no stacks here, or short ones: flags of the JVM may ask for
   *     it
   */
  Stacks(int depth, @Nullable Function<Throwable, @Nullable Object> backtrace, boolean cut) {
    this.depth = depth;
    this.cut = cut;
    this.backtrace = backtrace != null && !cut && Backtrace.isKnown(backtrace) ? backtrace : null;
  }

  private static int depthAfter(int calls) {
    return calls > 0 ? depthAfter(calls - 1) : new Throwable().getStackTrace().length;
  }

  /** The stack of the calling thread. */
  Throwable here() {
    Throwable stack = new Throwable();
    if (cut) {
      stack.setStackTrace(WalkedStack.ofThisThread());
    }
    return stack;
  }

  /** A hash of the innermost frames: the same for the same calls in the same classes. */
  long hash(Throwable stack) {
    Object packed = backtrace == null ? null : backtrace.apply(stack);
    return packed != null ? Backtrace.hash(packed, depth + OWN_FRAMES) : hash(frames(stack));
  }

  /** The classes of the innermost frames; none where this JVM does not tell. */
  List<Class<?>> classes(Throwable stack) {
    Object packed = backtrace == null ? null : backtrace.apply(stack);
    return packed == null ? List.of() : Backtrace.classes(packed, depth + OWN_FRAMES);
  }

  /** The innermost frames, the agent's own left out. */
  List<Frame> frames(Throwable stack) {
    return frames(stack, null);
  }

  /**
   * The innermost frames, the agent's own left out.
   *
   * @param watched a class whose own frames, and those of its supertypes, are left out as well
   *     until another calls them; null for none
   */
  List<Frame> frames(Throwable stack, @Nullable Class<?> watched) {
    List<Frame> frames = new ArrayList<>(depth);
    for (StackTraceElement element : stack.getStackTrace()) {
      String className = element.getClassName();
      if (frames.isEmpty() && (isOwn(className) || isOf(watched, className))) {
        continue;
      }
      if (frames.size() == depth) {
        break;
      }
      int line = element.getLineNumber();
      frames.add(
          new Frame(
              className,
              element.getMethodName(),
              element.getFileName(),
              line > 0 ? line : Frame.NO_LINE));
    }
    return frames;
  }

  private static boolean isOf(@Nullable Class<?> watched, String className) {
    if (watched == null) {
      return false;
    }
    if (watched.getName().equals(className) || isOf(watched.getSuperclass(), className)) {
      return true;
    }
    for (Class<?> implemented : watched.getInterfaces()) {
      if (isOf(implemented, className)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOwn(String className) {
    return className.startsWith(OWN) || className.equals(HOOK);
  }

  private static long hash(List<Frame> frames) {
    long hash = 1;
    for (Frame frame : frames) {
      hash = hash * 31 + frame.className().hashCode();
      hash = hash * 31 + frame.method().hashCode();
      hash = hash * 31 + frame.line();
    }
    return hash;
  }
}
