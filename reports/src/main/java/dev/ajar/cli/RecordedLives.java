package dev.ajar.cli;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Coverage;
import dev.ajar.ledger.Frame;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.ledger.LiveSlot;
import dev.ajar.ledger.ResourceType;
import dev.ajar.ledger.Role;
import dev.ajar.ledger.SiteKind;
import dev.ajar.ledger.SiteRow;
import dev.ajar.report.Nature;
import dev.ajar.report.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import org.jspecify.annotations.Nullable;

/**
 * The openings and closes in a recording. What they tell is written into a ledger, as their JVM has
 * done, and the report is made from that.
 */
final class RecordedLives {

  private static final String OPENED = "dev.ajar.ClientOpened";
  private static final String CLOSED = "dev.ajar.ClientClosed";
  private static final String WHY = "What one holds is not in the recording.";
  private static final String REMEDY =
      "Close it when it is no longer needed, or build one for the application's life and share it.";
  private static final String ABANDONED = "dev.ajar.ClientAbandoned";

  private final List<RecordedEvent> events = new ArrayList<>();
  private @Nullable RecordedEvent jvm;

  /** Takes an event that is an opening or an end, and no other. */
  void add(String name, RecordedEvent event) {
    if (name.equals(OPENED) || name.equals(CLOSED) || name.equals(ABANDONED)) {
      events.add(event);
    }
  }

  /** Takes what JFR says of the JVM. */
  void addJvm(RecordedEvent event) {
    jvm = event;
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  /** What is there of openings and ends after a moment, in words; null for nothing. */
  @Nullable String since(Instant moment) {
    int opened = 0;
    int ended = 0;
    for (RecordedEvent event : events) {
      if (event.getStartTime().isAfter(moment)) {
        boolean opening = event.getEventType().getName().equals(OPENED);
        opened += opening ? 1 : 0;
        ended += opening ? 0 : 1;
      }
    }
    return opened + ended == 0
        ? null
        : "what became of " + opened + " opened and " + ended + " closed after it: see the events";
  }

  /** The report of what these events tell. */
  Report report() {
    events.sort(Comparator.comparing(RecordedEvent::getStartTime));
    Replay replay = new Replay(LedgerWriter.open(null, Math.max(1, events.size()), 0));
    describe(replay.ledger);
    events.forEach(replay::play);
    Report report =
        Report.of(replay.ledger.read(), Nature.RECORDING, System.currentTimeMillis())
            .withUnknown("what happened after the last flush, and how it ended")
            .withUnknown("what was opened before the recording began, or is not recorded by kind")
            .withUnknown("requests of what is open, closes that failed, uses after the close");
    return replay.strangers == 0
        ? report
        : report.withUnknown(
            "where "
                + replay.strangers
                + (replay.strangers == 1 ? " that was" : " that were")
                + " closed had been opened: before the recording");
  }

  private void describe(LedgerWriter ledger) {
    ledger.fact("ledger", "made from the events of a recording");
    if (jvm != null) {
      ledger.fact("pid", Long.toString(jvm.getLong("pid")));
      ledger.fact("started", Long.toString(jvm.getInstant("jvmStartTime").toEpochMilli()));
    }
  }

  private static final class Replay {

    private final LedgerWriter ledger;
    private final Map<String, Integer> types = new HashMap<>();
    private final Map<String, SiteRow> sites = new HashMap<>();
    private final Map<String, Open> open = new HashMap<>();
    private final Set<String> threads = new HashSet<>();
    private int strangers;

    Replay(LedgerWriter ledger) {
      this.ledger = ledger;
    }

    void play(RecordedEvent event) {
      String key = event.getInt("identity") + " " + event.getLong("opened");
      if (event.getEventType().getName().equals(OPENED)) {
        open(event, key);
        return;
      }
      Open ended = open.remove(key);
      if (ended == null) {
        strangers++;
      } else {
        end(event, ended);
      }
    }

    private void open(RecordedEvent event, String key) {
      SiteRow row = site(event);
      LiveSlot slot = ledger.takeSlot();
      if (row == null || slot == null) {
        return;
      }
      long at = event.getLong("opened");
      RecordedThread thread = event.getThread();
      String name = thread == null ? "?" : String.valueOf(thread.getJavaName());
      int number = ledger.text(name.replaceAll("[0-9]+", "%d"));
      slot.open(row.site(), number, false, at, event.getInt("identity"));
      long id = thread == null ? -1 : thread.getJavaThreadId();
      row.opened(at, number, threads.add(row.site() + " " + id), false);
      open.put(key, new Open(row, slot));
    }

    private void end(RecordedEvent event, Open ended) {
      long at = event.getStartTime().toEpochMilli();
      if (event.getEventType().getName().equals(ABANDONED)) {
        ended.row.abandoned();
      } else if (event.getBoolean("withOwner")) {
        ended.row.closedWithOwner(at);
      } else {
        ended.row.closeBegun(-1);
        ended.row.closed(at, false);
      }
      ended.row.lived(event.getDuration("lifetime").toMillis(), event.getLong("requests"), 0, 0);
      ledger.giveBack(ended.slot);
    }

    private @Nullable SiteRow site(RecordedEvent event) {
      List<Frame> stack = RecordedStack.of(event);
      String type = event.getString("type") + '\n' + event.getString("typeClass");
      StringBuilder key = new StringBuilder(type);
      stack.forEach(frame -> key.append('\n').append(frame));
      SiteRow known = sites.get(key.toString());
      if (known == null) {
        int number = types.computeIfAbsent(type, text -> ledger.type(met(event)));
        known = ledger.site(number, SiteKind.OPENING, stack);
        if (known != null) {
          sites.put(key.toString(), known);
        }
      }
      return known;
    }

    private ResourceType met(RecordedEvent event) {
      ResourceType type = typeOf(event);
      ledger.coverage(new Coverage(type.library(), type.library(), null, type.className(), ""));
      return type;
    }

    private static ResourceType typeOf(RecordedEvent event) {
      KnownType known = KnownType.named(event.getString("type"));
      return new ResourceType(
          event.getString("library"),
          event.getString("type"),
          event.getString("typeClass"),
          Role.valueOf(event.getString("kind").toUpperCase(Locale.ROOT)),
          Contract.valueOf(event.getString("contract")),
          known == null || known.why().isEmpty() ? WHY : known.why(),
          known == null || known.remedy().isEmpty() ? REMEDY : known.remedy(),
          List.of());
    }
  }

  private record Open(SiteRow row, LiveSlot slot) {}
}
