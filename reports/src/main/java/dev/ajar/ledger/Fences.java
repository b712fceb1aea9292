package dev.ajar.ledger;

import java.lang.invoke.VarHandle;

/**
 * The two orders of memory access that a reader in another process relies on. Mapped memory is
 * written with plain puts; these keep them in order without a view {@link VarHandle}, whose first
 * use costs a starting JVM milliseconds.
 */
final class Fences {

  /** Stores before this are seen before stores after it. */
  static void release() {
    VarHandle.releaseFence();
  }

  /** Loads before this are done before loads after it. */
  static void acquire() {
    VarHandle.acquireFence();
  }

  private Fences() {}
}
