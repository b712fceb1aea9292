package dev.ajar.agent.jmx;

import dev.ajar.agent.jdk.OwnThread;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the platform MBean server, which is the application's or the JDK's to make, and
 * registers Ajar there once, on a thread of its own: nothing of the application's waits for that.
 */
public final class PlatformServer implements BiConsumer<Object, Object> {

  private final View view;
  private boolean met;

  /**
   * @param view what is to be seen there
   */
  public PlatformServer(View view) {
    this.view = view;
  }

  /** Called with the server, by whoever asks the JDK for it. Never throws. */
  @Override
  public void accept(@Nullable Object server, @Nullable Object nothing) {
    try {
      if (server != null && isFirst()) {
        Thread unused = OwnThread.start("ajar-jmx", new Registration(server, view));
      }
    } catch (Throwable e) {
      // No thread to be had; an MBean is not worth a word then.
    }
  }

  /** Looks for a server that is there already; asks on a thread of its own. */
  public void lookFor(Supplier<@Nullable Object> existing) {
    try {
      Thread unused = OwnThread.start("ajar-jmx", new Look(this, existing));
    } catch (Throwable e) {
      // As above.
    }
  }

  private synchronized boolean isFirst() {
    boolean first = !met;
    met = true;
    return first;
  }

  private record Look(PlatformServer server, Supplier<@Nullable Object> existing)
      implements Runnable {
    @Override
    public void run() {
      server.accept(existing.get(), null);
    }
  }

  private record Registration(Object server, View view) implements Runnable {
    @Override
    public void run() {
      String failure = Registered.in(server, view);
      if (failure != null) {
        view.problem(failure);
      }
    }
  }
}
