package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.LedgerReader;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.ledger.Loss;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptTest {

  // More than one chunk of the ledger has slots for, so that the file has to grow meanwhile.
  private static final int CLIENTS = 3_000;

  @TempDir Path directory;

  @AfterEach
  void forgetTheInterrupt() {
    assertThat(Thread.interrupted()).as("the application's interrupt").isTrue();
  }

  @Test
  void an_interrupted_thread_stays_so_and_the_file_is_whole() throws IOException {
    Path file = directory.resolve("run.ledger");
    Tracking run = new Tracking(LedgerWriter.open(file, CLIENTS, 1));
    Kind client = run.client();
    List<Object> open = new ArrayList<>();
    Thread.currentThread().interrupt();
    for (int times = 0; times < CLIENTS; times++) {
      open.add(client.opened());
    }
    client.closes(open.get(0));
    assertThat(run.ledger.refusal()).isNull();

    boolean interrupted = Thread.interrupted(); // reading the file is not what is tested
    Ledger ledger = LedgerReader.read(file);
    assertThat(ledger.damage()).isEmpty();
    assertThat(ledger.losses()).containsEntry(Loss.FAULTS, 0L).containsEntry(Loss.LIVE_SLOTS, 0L);
    assertThat(ledger.live()).hasSize(CLIENTS - 1);
    assertThat(ledger.sites())
        .filteredOn(site -> !site.closing())
        .singleElement()
        .matches(site -> site.counts().opened() == CLIENTS && site.counts().closed() == 1);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
