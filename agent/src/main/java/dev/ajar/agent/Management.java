package dev.ajar.agent;

import dev.ajar.agent.jdk.JdkAccess;
import dev.ajar.ledger.LedgerWriter;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has the class that holds the platform MBean server woven, and gives the server, or null if nobody
 * has asked for it as yet. For a thread of Ajar's own.
 */
record Management(Instrumentation instrumentation, JdkAccess jdk, LedgerWriter ledger)
    implements Supplier<@Nullable Object> {

  private static final String FACTORY = "java.lang.management.ManagementFactory";

  @Override
  public @Nullable Object get() {
    try {
      Class<?> factory = Class.forName(FACTORY, false, null);
      instrumentation.retransformClasses(factory);
      return jdk.platformServer(factory);
    } catch (ClassNotFoundException
        | UnmodifiableClassException
        | RuntimeException
        | LinkageError e) {
      ledger.problem("the platform MBean server is not looked for: " + e);
      return null;
    }
  }
}
