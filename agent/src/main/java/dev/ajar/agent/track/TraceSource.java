package dev.ajar.agent.track;

import dev.ajar.ledger.LabelRow;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A class of the application's that knows in which trace a thread works. Held weakly, and not
 * linked to; not asked before the application has initialised it.
 */
final class TraceSource {

  private static final String OPENTELEMETRY = "io.opentelemetry.api.trace.";
  private static final String[] KEYS = {"traceId", "trace_id"};

  /** Kept with the class itself, so that nothing else keeps that alive. */
  private static final ClassValue<MethodHandle> ASKING = new Asking();

  private final String className;
  private final WeakReference<ClassLoader> loader;
  private @Nullable WeakReference<Class<?>> found;
  private boolean off;

  TraceSource(String className, WeakReference<ClassLoader> loader) {
    this.className = className;
    this.loader = loader;
  }

  String className() {
    return className;
  }

  boolean isOf(String name, WeakReference<ClassLoader> other) {
    return className.equals(name) && loader.get() == other.get();
  }

  /** Whether its class loader is gone. */
  boolean isGone() {
    return loader.get() == null;
  }

  /** Does not ask it any more; false if that is so already. */
  synchronized boolean giveUp() {
    boolean was = off;
    off = true;
    return !was;
  }

  /** The id of this thread's trace, or null. */
  @Nullable String id(BiFunction<ClassLoader, String, @Nullable Class<?>> initialised)
      throws Throwable {
    Class<?> type = type(initialised);
    if (type == null) {
      return null;
    }
    MethodHandle asking = ASKING.get(type);
    for (String key : KEYS) {
      @Nullable String id = (String) asking.invokeExact(key);
      if (id != null && isId(id)) {
        return id;
      }
    }
    return null;
  }

  private synchronized @Nullable Class<?> type(
      BiFunction<ClassLoader, String, @Nullable Class<?>> initialised) {
    if (off) {
      return null;
    }
    if (found != null) {
      return found.get();
    }
    ClassLoader definer = loader.get();
    Class<?> type = definer == null ? null : initialised.apply(definer, className);
    if (type != null) {
      found = new WeakReference<>(type);
    }
    return type;
  }

  /** Whether it is short, plain, and not the id of no trace, which is all zeros. */
  private static boolean isId(String id) {
    boolean zeros = true;
    for (int at = 0; at < id.length(); at++) {
      char c = id.charAt(at);
      if (c <= ' ' || c >= 0x7F) {
        return false;
      }
      zeros &= c == '0';
    }
    return !zeros && id.length() <= LabelRow.MAX_TRACE;
  }

  /** Makes what asks a class: a key goes in, an id or null comes out. */
  private static final class Asking extends ClassValue<MethodHandle> {

    @Override
    protected MethodHandle computeValue(Class<?> type) {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      try {
        if (!type.getName().startsWith(OPENTELEMETRY)) {
          return lookup.findStatic(type, "get", MethodType.methodType(String.class, String.class));
        }
        Class<?> span = supertype(type, OPENTELEMETRY + "Span");
        MethodHandle current = lookup.findStatic(span, "current", MethodType.methodType(span));
        Class<?> context =
            Class.forName(OPENTELEMETRY + "SpanContext", false, type.getClassLoader()); // is there
        MethodHandle contextOf =
            lookup.findVirtual(span, "getSpanContext", MethodType.methodType(context));
        MethodHandle idOf =
            lookup.findVirtual(context, "getTraceId", MethodType.methodType(String.class));
        MethodHandle id =
            MethodHandles.filterReturnValue(
                MethodHandles.filterReturnValue(current, contextOf), idOf);
        return MethodHandles.dropArguments(id, 0, String.class);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    private static Class<?> supertype(Class<?> type, String name) throws ClassNotFoundException {
      for (Class<?> each : type.getInterfaces()) {
        if (each.getName().equals(name)) {
          return each;
        }
      }
      throw new ClassNotFoundException(name);
    }
  }
}
