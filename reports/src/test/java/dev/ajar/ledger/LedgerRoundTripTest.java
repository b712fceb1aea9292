package dev.ajar.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerRoundTripTest {

  @TempDir private Path directory;

  @Test
  void reads_from_the_heap_what_was_written() {
    LedgerWriter writer = LedgerWriter.open(null, 100, 42);
    Run.write(writer);

    assertThat(writer.path()).isNull();
    assertThat(writer.refusal()).isNull();
    assertHolds(writer.read());
  }

  @Test
  void reads_from_a_file_what_was_written() throws IOException {
    Path file = directory.resolve("run.ledger");
    LedgerWriter writer = LedgerWriter.open(file, 100, 42);
    Run.write(writer);

    assertThat(writer.path()).isEqualTo(file);
    assertHolds(writer.read());
    assertHolds(LedgerReader.read(file));
  }

  @Test
  void reads_the_same_in_the_process_and_from_the_file() throws IOException {
    Path file = directory.resolve("run.ledger");
    LedgerWriter writer = LedgerWriter.open(file, 100, 42);
    Run.write(writer);

    assertThat(LedgerReader.read(file)).isEqualTo(writer.read());
  }

  @Test
  void tells_places_apart_up_to_the_bound() {
    LedgerWriter writer = LedgerWriter.open(null, 1, 42);
    int type = writer.type(Run.CLIENT);
    for (int line = 1; line <= LedgerWriter.MAX_SITES; line++) {
      Run.site(writer, type, false, List.of(new Frame("a.B", "c", "B.java", line)));
    }

    assertThat(writer.site(type, SiteKind.OPENING, Run.STACK)).isNull();
    Ledger ledger = writer.read();
    assertThat(ledger.sites()).hasSize(LedgerWriter.MAX_SITES);
    assertThat(ledger.sites().get(16_383).stack().get(0).line()).isEqualTo(16_384);
    assertThat(ledger.damage()).isEmpty();
  }

  @Test
  void cuts_a_string_that_is_too_long() {
    LedgerWriter writer = LedgerWriter.open(null, 1, 42);
    writer.problem("x".repeat(100_000));

    assertThat(writer.read().problems()).containsExactly("x".repeat(8 * 1024));
  }

  @Test
  void refuses_what_is_no_ledger() throws IOException {
    Path file = Files.writeString(directory.resolve("x"), "{}");

    assertThatThrownBy(() -> LedgerReader.read(file)).hasMessage("not a ledger of Ajar");
  }

  @Test
  void refuses_another_format() throws IOException {
    Path file = directory.resolve("run.ledger");
    Run.write(LedgerWriter.open(file, 100, 42));
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(Layout.AT_VERSION, 2);
    Files.write(file, bytes);

    assertThatThrownBy(() -> LedgerReader.read(file))
        .hasMessage("a ledger of format 2; this reader knows format 1");
  }

  private static void assertHolds(Ledger ledger) {
    assertThat(ledger.facts()).containsEntry("pid", "4711").containsEntry("ledger.format", "1");
    assertThat(ledger.damage()).isEmpty();
    assertThat(ledger.problems()).containsExactly("a line");
    assertThat(ledger.end()).isEqualTo(new Ledger.End("SIGTERM", 8_000));
    assertThat(ledger.held())
        .isEqualTo(
            new Held(
                7_500,
                Map.of(Held.SOCKETS, 3L, Held.FILES, 40L),
                List.of(new Held.Threads("acme-%d", false, 3, List.of(Run.CLIENT))),
                List.of(new Held.Sockets("192.0.2.7:443", 2, 1)),
                List.of(new Held.Pools(1, 4, 3, 2, 1, 7, 1))));
    assertThat(ledger.losses()).containsEntry(Loss.FAULTS, 2L).containsEntry(Loss.PLACES, 0L);
    assertThat(ledger.codeSources())
        .containsOnly(
            Map.entry("app.Main", new CodeSource(null, null)),
            Map.entry("org.sdk.Api", new CodeSource("sdk-2.1.jar", "2.1")));
    assertThat(ledger.coverage())
        .containsExactly(
            new Coverage("Acme HTTP", "acme.jar", null, "com.acme.http.Client", "stop"));
    assertThat(ledger.sites())
        .extracting(Ledger.Site::type)
        .containsExactly(Run.CLIENT, Run.POOL, Run.CLIENT, Run.CLIENT);
    assertThat(ledger.sites())
        .extracting(Ledger.Site::kind)
        .containsExactly(SiteKind.OPENING, SiteKind.OPENING, SiteKind.CLOSING, SiteKind.LATE_USE);
    assertThat(ledger.incidents()).containsExactly(Run.LATE_USE, Run.THREW);
    assertClosesAndUses(ledger.sites());
    assertThat(ledger.sites().get(0).stack()).isEqualTo(Run.STACK);
    assertThat(ledger.sites().get(2).stack()).isEqualTo(Run.CLOSING);
    assertCounts(ledger.sites().get(0).counts());
    assertThat(ledger.labels())
        .containsExactly(
            new Ledger.Labels(
                0,
                List.of(new Ledger.Scope("tenant-7", 2, 1)),
                1,
                0,
                List.of(
                    new Ledger.Trace("4bf92f3577b34da6a3ce929d0e0e4736", 1_000),
                    new Ledger.Trace("x".repeat(40), 2_000))));
    assertLive(ledger.live());
  }

  private static void assertClosesAndUses(List<Ledger.Site> sites) {
    assertThat(sites.get(0).counts().usedAfterClose()).isEqualTo(1);
    assertThat(sites.get(0).counts().closeThrew()).isEqualTo(1);
    assertThat(sites.get(0).counts().closedAfterThrow()).isEqualTo(1);
    assertThat(sites.get(0).counts().moreIncidents()).isFalse();
    assertThat(sites.get(1).counts().closedInVain()).isEqualTo(1);
    assertThat(sites.get(1).counts().moreIncidents()).isTrue();
    assertThat(sites.get(2).counts().threadNames()).containsExactly("main");
    assertThat(sites.get(2).counts().threads()).isEqualTo(1);
    assertThat(sites.get(3).counts().threadNames()).containsExactly("late-%d");
    assertThat(sites.get(3).counts().usedAfterClose()).isEqualTo(1);
    assertThat(sites.get(3).counts().lastUsed()).isEqualTo(7_500);
  }

  private static void assertCounts(Ledger.Counts counts) {
    assertThat(counts.opened()).isEqualTo(3);
    assertThat(counts.closeBegun()).isEqualTo(2);
    assertThat(counts.closed()).isEqualTo(1);
    assertThat(counts.closedInShutdown()).isEqualTo(1);
    assertThat(counts.open()).isEqualTo(1);
    assertThat(counts.threads()).isEqualTo(3);
    assertThat(counts.threadNames()).containsExactly("main");
    assertThat(counts.hosts()).containsExactly("example:443");
    assertThat(counts.closers()).containsExactly(2);
    assertThat(counts.firstOpened()).isEqualTo(1_000);
    assertThat(counts.lastOpened()).isEqualTo(3_000);
    assertThat(counts.lastClosed()).isEqualTo(7_000);
    assertThat(counts.lifeMax()).isEqualTo(4_000);
    assertThat(counts.lives()).containsExactly(0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0);
    assertThat(counts.requests()).containsExactly(1, 0, 0, 0);
  }

  private static void assertLive(List<Ledger.Live> live) {
    int first = live.get(0).slot();
    assertThat(live)
        .containsExactly(
            new Ledger.Live(
                first, 0, false, 0, "main", false, 1_000, 2, 4_000, 5_000, -1, false, false, false),
            new Ledger.Live(
                first + 1, 0, true, 0, "main", false, 2_000, 1, 6_000, 6_000, -1, false, false,
                false),
            new Ledger.Live(
                first + 3, 1, false, 0, "main", false, 1_001, 0, 0, 0, first, true, false, true));
  }
}
