package dev.ajar.agent.weave;

import dev.ajar.agent.jdk.JdkAccess;
import java.util.Arrays;
import java.util.function.BiConsumer;

/** The probes that woven code calls, each by its number. Thread-safe. */
public final class Probes {

  private final Hook hook;

  @SuppressWarnings({"unchecked", "rawtypes"}) // there are no generic arrays
  private BiConsumer<Object, Object>[] all = new BiConsumer[0];

  /**
   * None as yet.
   *
   * @throws ReflectiveOperationException if the JVM refuses the hook
   */
  public Probes(JdkAccess jdk) throws ReflectiveOperationException {
    this.hook = new Hook(jdk);
  }

  /** Adds one, which must never throw, and returns its number. */
  public synchronized int add(BiConsumer<Object, Object> probe) {
    int number = all.length;
    all = Arrays.copyOf(all, number + 1);
    all[number] = probe;
    hook.connect(all);
    return number;
  }
}
