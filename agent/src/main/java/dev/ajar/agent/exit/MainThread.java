package dev.ajar.agent.exit;

import dev.ajar.agent.jdk.PendingStatus;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * What the launcher makes of the end of {@code main}, as far as can be told once the last thread is
 * done.
 */
public final class MainThread implements BiConsumer<Object, Object>, IntSupplier {

  private final long id;
  private final BooleanSupplier started;
  private volatile boolean threw;

  /**
   * @param id of the thread that calls {@code main}
   * @param started whether the launcher got as far as that
   */
  public MainThread(long id, BooleanSupplier started) {
    this.id = id;
    this.started = started;
  }

  /** Called with each thread that ends by an exception. */
  @Override
  @SuppressWarnings("deprecation") // threadId() came with 19
  public void accept(Object thread, Object nothing) {
    if (((Thread) thread).getId() == id) {
      threw = true;
    }
  }

  /** 1 if it threw, 0 if it was called and did not, else {@link PendingStatus#UNKNOWN}. */
  @Override
  public int getAsInt() {
    if (threw) {
      return 1;
    }
    return started.getAsBoolean() ? 0 : PendingStatus.UNKNOWN;
  }
}
