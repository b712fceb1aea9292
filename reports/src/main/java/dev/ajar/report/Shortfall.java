package dev.ajar.report;

import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.Loss;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the ledger had no room for, or failed to note.
 *
 * @param kind what was lost
 * @param count how often
 * @param option the option that raises the limit, or null if there is none
 */
public record Shortfall(Loss kind, long count, @Nullable String option) {

  static List<Shortfall> of(Ledger ledger) {
    List<Shortfall> all = new ArrayList<>();
    for (Loss kind : Loss.values()) {
      Long count = ledger.losses().get(kind);
      if (count != null && count > 0) {
        all.add(new Shortfall(kind, count, kind == Loss.LIVE_SLOTS ? "max-live" : null));
      }
    }
    return all;
  }

  /** What was lost and what follows, one sentence. */
  public String text() {
    return switch (kind) {
      case PLACES ->
          "openings at places beyond the fixed bound: counted by type, their lines are not known";
      case LIVE_SLOTS ->
          "resources without details: counted, but not their own requests and times, and no part"
              + " of a client is reported";
      case LOG_RECORDS -> "records found no room in the log, which has a fixed bound";
      case FAULTS -> "faults of Ajar's own while it recorded: counts may be too low";
    };
  }
}
