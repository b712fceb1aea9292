package dev.ajar.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedLedgerTest {

  private static final int ROUNDS = 40;
  private static final int MAX_DAMAGE = 101;

  @TempDir private Path directory;
  private byte[] whole = {};

  @BeforeEach
  void writeOne() throws IOException {
    Path file = directory.resolve("run.ledger");
    LedgerWriter writer = LedgerWriter.open(file, 2_000, 42);
    Run.write(writer);
    int type = writer.type(Run.CLIENT);
    for (int line = 1; line <= 300; line++) {
      Frame frame = new Frame("app.Some", "method" + line % 7, "Some.java", line);
      SiteRow site = Run.site(writer, type, line % 9 == 0, List.of(frame, Run.STACK.get(1)));
      for (int count = 0; count < 4; count++) {
        Run.open(writer, site, writer.text("worker-%d"), 1_000 + line);
      }
    }
    whole = Files.readAllBytes(file);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void is_read_up_to_where_it_was_cut(long seed) throws IOException {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      readOrRefuse(Arrays.copyOf(whole, random.nextInt(whole.length)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void is_read_around_flipped_bits(long seed) throws IOException {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = whole.clone();
      for (int flips = 1 + random.nextInt(200); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      readOrRefuse(damaged);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void is_read_around_stretches_of_anything(long seed) throws IOException {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS / 5; round++) {
      byte[] damaged = whole.clone();
      byte[] anything = new byte[random.nextInt(20_000)];
      random.nextBytes(anything);
      int start = 8 + random.nextInt(damaged.length - anything.length - 8);
      System.arraycopy(anything, 0, damaged, start, anything.length);
      readOrRefuse(damaged);
    }
  }

  @Test
  void of_nothing_but_chance_is_refused_or_empty() throws IOException {
    Random random = new Random(10);
    for (int round = 0; round < 20; round++) {
      byte[] anything = new byte[random.nextInt(200_000)];
      random.nextBytes(anything);
      readOrRefuse(anything);
    }
  }

  @Test
  void names_a_log_that_breaks_off() throws IOException {
    byte[] damaged = whole.clone();
    Arrays.fill(damaged, Layout.HEADER_BYTES, Layout.HEADER_BYTES + 4, (byte) 0xFF);

    Ledger ledger = read(damaged);

    assertThat(ledger.damage()).contains("log of chunk 0 breaks off at byte 128");
    assertThat(ledger.damage()).contains("place 0 has counters but no stack; left out");
    assertThat(ledger.damage()).hasSize(MAX_DAMAGE).last().asString().endsWith(" more");
  }

  @Test
  void names_a_file_that_was_cut_off() throws IOException {
    assertThat(read(Arrays.copyOf(whole, Layout.CHUNK_BYTES + 1_000)).damage())
        .contains("chunk 1 is cut off");
  }

  @Test
  void names_chunks_that_were_cut_off_as_a_whole() throws IOException {
    int chunks = whole.length / Layout.CHUNK_BYTES;

    assertThat(read(Arrays.copyOf(whole, whole.length - Layout.CHUNK_BYTES)).damage())
        .contains(
            "of %d chunks %d are there: it was cut off or could not grow"
                .formatted(chunks, chunks - 1));
  }

  @Test
  void names_rows_that_are_there_twice() throws IOException {
    byte[] damaged = whole.clone();
    int first = Layout.CHUNK_BYTES + Layout.HEADER_BYTES;
    System.arraycopy(damaged, first, damaged, first + Layout.SITE_BYTES, Layout.SITE_BYTES);

    assertThat(read(damaged).damage()).contains("place 0 has counters twice; left out");
  }

  @Test
  void is_whole_when_its_writer_died_while_it_grew() throws IOException {
    Ledger ledger = read(Arrays.copyOf(whole, whole.length + 5_000));

    assertThat(ledger.damage()).isEmpty();
    assertThat(ledger).isEqualTo(read(whole));
  }

  @Test
  void takes_a_row_as_it_is_whose_writer_died_within_a_change() throws IOException {
    byte[] damaged = whole.clone();
    damaged[Layout.CHUNK_BYTES + Layout.HEADER_BYTES + Layout.SITE_SEQUENCE] ^= 1;

    assertThat(read(damaged)).isEqualTo(read(whole));
  }

  private void readOrRefuse(byte[] bytes) throws IOException {
    Path file = Files.write(directory.resolve("damaged"), bytes);
    Ledger ledger;
    try {
      ledger = LedgerReader.readEnded(file);
    } catch (IOException e) {
      assertThat(e).hasMessageMatching("not a ledger.*|a ledger of format.*");
      return;
    }
    assertThat(ledger.damage()).hasSizeLessThanOrEqualTo(MAX_DAMAGE);
    assertThat(ledger.sites()).hasSizeLessThanOrEqualTo(bytes.length / Layout.SITE_BYTES);
    assertThat(ledger.live()).hasSizeLessThanOrEqualTo(bytes.length / Layout.LIVE_BYTES);
  }

  private Ledger read(byte[] bytes) throws IOException {
    return LedgerReader.read(Files.write(directory.resolve("damaged"), bytes));
  }
}
