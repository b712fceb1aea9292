package dev.ajar.demo;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Threads that conversations are pinned to, so that the turns of one are answered in order. */
final class Lanes {

  private final List<ExecutorService> lanes;

  /** Lanes called name-1 to name-count. */
  Lanes(String name, int count) {
    lanes = IntStream.rangeClosed(1, count).mapToObj(n -> lane(name + "-" + n)).toList();
  }

  /**
   * Runs the turn on the conversation's lane and waits for what it answers.
   *
   * @throws IOException if the turn throws one, or this thread is interrupted
   */
  <T> T answer(int conversation, Callable<T> turn) throws IOException {
    try {
      return lanes.get(Math.floorMod(conversation, lanes.size())).submit(turn).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static ExecutorService lane(String name) {
    return Executors.newSingleThreadExecutor(task -> Daemons.thread(task, name));
  }
}
