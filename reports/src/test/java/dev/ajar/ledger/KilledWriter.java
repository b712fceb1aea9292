package dev.ajar.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that opens resources without end, and announces how many, until it is killed. */
final class KilledWriter {

  /** So many stay open; further ones are closed at once. */
  static final int KEPT = 1_000;

  public static void main(String[] arguments) {
    LedgerWriter writer = LedgerWriter.open(Path.of(arguments[0]), KEPT + 1, 42);
    int type = writer.type(Run.CLIENT);
    int thread = writer.text("main");
    List<SiteRow> sites = new ArrayList<>();
    for (int opened = 1; ; opened++) {
      if (sites.size() < KEPT) {
        Frame frame = new Frame("app.Main", "run", "Main.java", opened);
        sites.add(Run.site(writer, type, false, List.of(frame)));
      }
      LiveSlot slot = Run.open(writer, sites.get(opened % sites.size()), thread, opened);
      if (opened > KEPT) {
        writer.giveBack(slot);
      }
      if (opened % 100 == 0) {
        System.out.println(opened);
      }
    }
  }

  private KilledWriter() {}
}
