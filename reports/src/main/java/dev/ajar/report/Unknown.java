package dev.ajar.report;

import dev.ajar.ledger.Held;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What nobody can know of a run that left no word of its end, a line each. */
final class Unknown {

  static List<String> of(Nature nature, @Nullable Moment asOf, @Nullable Held held) {
    List<String> unknown = new ArrayList<>();
    if (nature == Nature.RECOVERED) {
      unknown.add("how it ended, when, and what it did after " + at(asOf));
      unknown.add("what its shutdown would have closed: what was open then is told as open");
      unknown.add("what was collected after the last opening: it is told as open");
      unknown.add(
          held == null
              ? "which threads, sockets and connections it held: they were not measured"
              : "which threads, sockets and connections it held in the end: those told are of "
                  + at(Moment.orNull(held.at())));
    }
    return unknown;
  }

  private static String at(@Nullable Moment moment) {
    return moment == null ? "an unknown time" : moment.date() + " " + moment.clock() + " UTC";
  }

  private Unknown() {}
}
