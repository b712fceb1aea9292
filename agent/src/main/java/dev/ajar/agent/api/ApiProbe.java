package dev.ajar.agent.api;

import dev.ajar.agent.track.Clock;
import dev.ajar.agent.track.Scopes;
import dev.ajar.agent.track.Tracker;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.report.OpenClients;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the application's copies of {@code dev.ajar.api.Ajar} call: a word, an argument and room for
 * an answer, in an array. Never throws.
 */
public final class ApiProbe implements BiConsumer<Object, Object> {

  private static final int WORD = 0;
  private static final int ARGUMENT = 1;
  private static final int ANSWER = 2;

  private final Tracker tracker;
  private final LedgerWriter ledger;
  private final Clock clock;
  private final Marks marks;

  public ApiProbe(Tracker tracker, LedgerWriter ledger, Clock clock) {
    this.tracker = tracker;
    this.ledger = ledger;
    this.clock = clock;
    this.marks = new Marks(ledger, clock);
  }

  @Override
  @SuppressWarnings("CatchingUnchecked") // nothing of ours may reach the application
  public void accept(@Nullable Object subject, @Nullable Object argument) {
    try {
      if (subject instanceof @Nullable Object[] request
          && request.length > ANSWER
          && request[WORD] instanceof String word) {
        request[ANSWER] = answer(word, request[ARGUMENT]);
      }
    } catch (Throwable e) {
      tracker.fault(e);
    }
  }

  private @Nullable Object answer(String word, @Nullable Object argument) {
    switch (word) {
      case "here" -> {
        return true;
      }
      case "enter" -> {
        return Scopes.enter(String.valueOf(argument));
      }
      case "leave" -> Scopes.leave(argument);
      case "mark" -> marks.set(String.valueOf(argument));
      case "open" -> {
        return open();
      }
      default -> {} // of a later version of the class
    }
    return null;
  }

  private Object[] open() {
    tracker.settle();
    List<OpenClients> open = OpenClients.of(ledger.read(), clock.now());
    Object[] rows = new Object[open.size()];
    for (int at = 0; at < rows.length; at++) {
      OpenClients row = open.get(at);
      rows[at] = new Object[] {row.type(), row.className(), row.site(), row.count()};
    }
    return rows;
  }
}
