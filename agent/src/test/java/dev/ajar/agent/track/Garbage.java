package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Collects garbage until something has come true. */
final class Garbage {

  private static final long LIMIT_NANOS = 10_000_000_000L;
  private static final long PAUSE_NANOS = 2_000_000L;

  static void collectUntil(String what, BooleanSupplier done) {
    long began = System.nanoTime();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime() - began).as(what).isLessThan(LIMIT_NANOS);
      System.gc();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private Garbage() {}
}
