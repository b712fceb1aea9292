package dev.ajar.agent.jdk;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OwnThreadTest {

  @Test
  void keeps_nothing_of_the_thread_that_starts_it() throws Exception {
    CompletableFuture<Thread> started = new CompletableFuture<>();
    CountDownLatch asked = new CountDownLatch(1);
    ThreadGroup group = new ThreadGroup("the application's");
    Runnable task = () -> started.complete(OwnThread.start("ajar-test", () -> awaitQuietly(asked)));
    new Thread(group, task).start();

    Thread own = started.get(1, MINUTES);
    assertThat(own.isDaemon()).isTrue();
    assertThat(own.getContextClassLoader()).isNull();
    assertThat(own.getThreadGroup().getParent()).isNull();
    asked.countDown();
  }

  @Test
  void tells_nobody_of_what_ends_it() throws InterruptedException {
    AtomicReference<Throwable> told = new AtomicReference<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, exception) -> told.set(exception));
    try {
      OwnThread.start(
              "ajar-test",
              () -> {
                throw new OutOfMemoryError("thrown by a test");
              })
          .join(60_000);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }

    assertThat(told.get()).isNull();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
