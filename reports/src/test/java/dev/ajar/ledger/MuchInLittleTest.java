package dev.ajar.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.ajar.report.JsonReport;
import dev.ajar.report.Nature;
import dev.ajar.report.Report;
import dev.ajar.report.TextReport;
import dev.ajar.report.TextStyle;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small ledger that names one huge frame very often. */
class MuchInLittleTest {

  private static final int PLACES = 60;

  @TempDir private Path directory;

  @Test
  void takes_memory_in_proportion_to_the_ledger() throws Exception {
    Path file = directory.resolve("run.ledger");
    write(LedgerWriter.open(file, 10, 42));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    Report report = Report.of(LedgerReader.readEnded(file), Nature.RECOVERED, 5_000);
    String text = TextReport.of(report, new TextStyle(false, TextStyle.WIDTH), null);
    JsonReport.write(report, OutputStream.nullOutputStream());

    assertThat(report.findings()).hasSize(PLACES);
    assertThat(text).contains("app.Main0.run");
    assertThat(threads.getCurrentThreadAllocatedBytes() - before)
        .isLessThan(Fuzz.most(Files.size(file)));
  }

  private static void write(LedgerWriter writer) {
    int type = writer.type(Run.CLIENT);
    String huge = "a".repeat(Layout.MAX_STRING_BYTES);
    for (int place = 0; place < PLACES; place++) {
      List<Frame> stack = new ArrayList<>();
      stack.add(new Frame("app.Main" + place, "run", "Main.java", 1));
      stack.addAll(Collections.nCopies(255, new Frame(huge, huge, huge, 1)));
      SiteRow site = Run.site(writer, type, false, stack);
      for (int opened = 0; opened < 6; opened++) {
        site.opened(1_000, 0, false, false);
      }
    }
  }
}
