package dev.ajar.agent.hold;

import dev.ajar.agent.catalog.Holding;
import dev.ajar.agent.catalog.Holding.Count;
import java.lang.reflect.Method;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one pool says of itself. */
final class PoolCount {

  private final EnumMap<Count, Long> counts;

  private PoolCount(EnumMap<Count, Long> counts) {
    this.counts = counts;
  }

  /**
   * Asks a resource, which may take as long as it likes; null if it has none of these counters.
   *
   * @throws ReflectiveOperationException if it does not answer
   */
  static @Nullable PoolCount of(Object resource, List<Holding.Counter> counters)
      throws ReflectiveOperationException {
    EnumMap<Count, Long> counts = new EnumMap<>(Count.class);
    for (Holding.Counter counter : counters) {
      Object value = resource;
      for (String call : counter.calls()) {
        value = value == null ? null : call(value, call);
      }
      if (value instanceof Number number) {
        counts.put(counter.count(), number.longValue());
      }
    }
    return counts.isEmpty() ? null : new PoolCount(counts);
  }

  private static @Nullable Object call(Object target, String name)
      throws ReflectiveOperationException {
    try {
      Method method = target.getClass().getMethod(name);
      return method.canAccess(target) ? method.invoke(target) : null;
    } catch (NoSuchMethodException e) {
      return null; // an older version, or a sort without it
    }
  }

  long leased() {
    Long leased = counts.get(Count.LEASED);
    return leased != null ? leased : Math.max(0, count(Count.CONNECTIONS) - available());
  }

  long available() {
    return count(Count.AVAILABLE);
  }

  long pending() {
    return count(Count.PENDING);
  }

  /** Whether it has no connection to give, and a request waits for one. */
  boolean exhausted() {
    return pending() > 0 && (reached(Count.MAX) || reached(Count.MAX_PER_ROUTE));
  }

  private boolean reached(Count limit) {
    Long most = counts.get(limit);
    return most != null && most > 0 && leased() >= most;
  }

  private long count(Count count) {
    Long value = counts.get(count);
    return value == null ? 0 : Math.max(0, value);
  }
}
