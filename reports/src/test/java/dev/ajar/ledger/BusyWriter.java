package dev.ajar.ledger;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** A process that changes rows from several threads without end, until it is killed. */
final class BusyWriter {

  public static void main(String[] arguments) throws InterruptedException {
    LedgerWriter writer = LedgerWriter.open(Path.of(arguments[0]), 10_000, 42);
    int type = writer.type(Run.CLIENT);
    SiteRow shared = Run.site(writer, type, false, Run.STACK);
    AtomicBoolean never = new AtomicBoolean();
    for (int number = 0; number < ConcurrentReadingTest.WRITERS; number++) {
      int thread = number;
      new Thread(() -> ConcurrentReadingTest.write(writer, type, shared, thread, never)).start();
    }
    System.out.println("ready");
    Thread.currentThread().join();
  }

  private BusyWriter() {}
}
