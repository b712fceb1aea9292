package dev.ajar.agent.track;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The stack of a thread, walked frame by frame. Slower than a {@link Throwable}, but no flag of the
 * JVM ({@code StackTraceInThrowable}, {@code MaxJavaStackTraceDepth}) shortens it.
 */
final class WalkedStack implements Function<Stream<StackFrame>, StackTraceElement[]> {

  /** As many as a {@link Throwable} has unless a flag says otherwise. */
  private static final int MOST = 1024;

  /** The innermost frames of the calling thread, those of reflection included. */
  static StackTraceElement[] ofThisThread() {
    return StackWalker.getInstance(StackWalker.Option.SHOW_REFLECT_FRAMES).walk(new WalkedStack());
  }

  @Override
  public StackTraceElement[] apply(Stream<StackFrame> stack) {
    List<StackTraceElement> elements = new ArrayList<>();
    Iterator<StackFrame> frames = stack.iterator();
    while (frames.hasNext() && elements.size() < MOST) {
      elements.add(frames.next().toStackTraceElement());
    }
    return elements.toArray(new StackTraceElement[0]);
  }

  private WalkedStack() {}
}
