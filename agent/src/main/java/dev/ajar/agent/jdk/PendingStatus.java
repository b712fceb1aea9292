package dev.ajar.agent.jdk;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * The status that the JVM is about to end with, read from the stack of the thread that ends it:
 * {@code java.lang.Shutdown.exit(int)} keeps it in a local variable until its last call. Loaded in
 * the room, like {@link Inside}.
 */
public final class PendingStatus implements IntSupplier, Function<Stream<StackFrame>, Integer> {

  /** The last thread that keeps a JVM alive is done, so the launcher decides: 0, or 1. */
  public static final int LAUNCHER = Integer.MIN_VALUE;

  /** It cannot be told. */
  public static final int UNKNOWN = Integer.MIN_VALUE + 1;

  private static final String LIVE = "java.lang.LiveStackFrame";

  /** Made by {@link Inside}. */
  PendingStatus() {}

  /** The status, {@link #LAUNCHER} or {@link #UNKNOWN}. To be called while the JVM ends. */
  @Override
  public int getAsInt() {
    try {
      Method walker = Class.forName(LIVE).getDeclaredMethod("getStackWalker", Set.class);
      walker.setAccessible(true);
      Set<StackWalker.Option> options = Set.of(StackWalker.Option.RETAIN_CLASS_REFERENCE);
      return ((StackWalker) walker.invoke(null, options)).walk(this);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return UNKNOWN;
    }
  }

  @Override
  public Integer apply(Stream<StackFrame> stack) {
    for (Iterator<StackFrame> frames = stack.iterator(); frames.hasNext(); ) {
      StackFrame frame = frames.next();
      if (frame.getClassName().equals("java.lang.Shutdown")) {
        if (frame.getMethodName().equals("shutdown") && frame.getDescriptor().equals("()V")) {
          return LAUNCHER;
        }
        if (frame.getMethodName().equals("exit") && frame.getDescriptor().equals("(I)V")) {
          return status(frame);
        }
      }
    }
    return UNKNOWN;
  }

  /** The first local variable. In a compiled frame, a variable that is not needed reads 0. */
  private static int status(StackFrame exit) {
    if (!exit.toString().contains("( interpreted )")) {
      return UNKNOWN;
    }
    try {
      Method method = Class.forName(LIVE).getDeclaredMethod("getLocals");
      method.setAccessible(true);
      Object slot = ((Object[]) method.invoke(exit))[0];
      return (int) Long.parseLong(slot.toString());
    } catch (ReflectiveOperationException | RuntimeException e) {
      return UNKNOWN;
    }
  }
}
