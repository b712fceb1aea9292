package dev.ajar.benchmarks;

import java.lang.instrument.Instrumentation;

/** An agent that does nothing: the price of {@code -javaagent} itself. */
public final class EmptyAgent {

  /** Does nothing. */
  public static void premain(String arguments, Instrumentation instrumentation) {}

  private EmptyAgent() {}
}
