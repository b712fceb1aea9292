package dev.ajar.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader beside writers sees each row between two changes, and nothing that it calls damaged. */
class ConcurrentReadingTest {

  static final int WRITERS = 4;
  private static final int READINGS = 300;

  @TempDir private Path directory;

  @Test
  void never_sees_half_a_change_in_the_process() throws Exception {
    LedgerWriter writer = LedgerWriter.open(null, 10_000, 42);
    whileWriting(writer, () -> assertUntorn(writer.read()));
  }

  @Test
  void never_sees_half_a_change_in_the_file() throws Exception {
    Path file = directory.resolve("run.ledger");
    LedgerWriter writer = LedgerWriter.open(file, 10_000, 42);
    whileWriting(writer, () -> assertUntorn(LedgerReader.read(file)));
  }

  private static void whileWriting(LedgerWriter writer, Reading reading) throws Exception {
    int type = writer.type(Run.CLIENT);
    SiteRow shared = Run.site(writer, type, false, Run.STACK);
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<?>> writing = new ArrayList<>();
      for (int number = 0; number < WRITERS; number++) {
        int thread = number;
        writing.add(threads.submit(() -> write(writer, type, shared, thread, done)));
      }
      for (int count = 0; count < READINGS; count++) {
        reading.run();
      }
      done.set(true);
      for (Future<?> each : writing) {
        each.get();
      }
      reading.run();
    } finally {
      done.set(true);
      threads.shutdownNow();
    }
  }

  /** In each row, equal numbers stand in fields that are changed together. */
  static void write(LedgerWriter writer, int type, SiteRow shared, int thread, AtomicBoolean done) {
    List<LiveSlot> own = new ArrayList<>();
    for (int count = 1; !done.get(); count++) {
      shared.lived(0, 1, 1, 1);
      if (count % 100 == 0 && count <= 100_000) {
        Frame frame = new Frame("app.Thread" + thread, "run", "Thread.java", count);
        Run.site(writer, type, false, List.of(frame)).lived(0, 1, 1, 1);
      }
      LiveSlot slot = writer.takeSlot();
      assertThat(slot).isNotNull();
      slot.open(shared.site(), 0, false, count, 0);
      slot.used(count);
      own.add(slot);
      if (own.size() == 50) {
        own.forEach(writer::giveBack);
        own.clear();
      }
    }
  }

  static void assertUntorn(Ledger ledger) {
    assertThat(ledger.damage()).isEmpty();
    for (Ledger.Site site : ledger.sites()) {
      Ledger.Counts counts = site.counts();
      assertThat(counts.lives().get(0)).isEqualTo((int) counts.uses());
      assertThat(counts.requests().get(1)).isEqualTo((int) counts.uses());
    }
    for (Ledger.Live live : ledger.live()) {
      if (live.uses() == 0) {
        assertThat(live.firstUsed()).isZero();
      } else {
        assertThat(live.firstUsed()).isEqualTo(live.opened()).isEqualTo(live.lastUsed());
      }
    }
  }

  private interface Reading {
    void run() throws IOException;
  }
}
