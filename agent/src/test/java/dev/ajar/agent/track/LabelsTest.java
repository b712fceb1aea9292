package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.Ledger;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {

  private final Tracking run = new Tracking();

  @Test
  void nothing_is_kept_where_the_application_names_no_scope() {
    run.client().opened();

    assertThat(run.ledger.read().labels()).isEmpty();
  }

  @Test
  void counts_what_is_opened_in_a_scope_and_what_is_closed_again() {
    Kind client = run.client();
    Object left = run.kept();
    Object closed = run.kept();
    Object scope = Scopes.enter("tenant-7");
    open(client, left);
    open(client, closed);
    Scopes.leave(scope);
    client.closes(closed);

    assertThat(run.ledger.read().labels())
        .singleElement()
        .satisfies(
            labels -> {
              assertThat(labels.scopes()).containsExactly(new Ledger.Scope("tenant-7", 2, 1));
              assertThat(labels.moreOpened()).isZero();
              assertThat(labels.traces()).isEmpty();
            });
  }

  @Test
  void counts_together_what_is_opened_in_further_scopes() {
    Kind client = run.client();
    Object first = run.kept();
    Object last = run.kept();
    for (int tenant = 1; tenant <= 9; tenant++) {
      Object scope = Scopes.enter("tenant-" + tenant);
      open(client, tenant == 1 ? first : tenant == 9 ? last : run.kept());
      Scopes.leave(scope);
    }
    client.closes(first);
    client.closes(last);

    Ledger.Labels labels = run.ledger.read().labels().get(0);
    assertThat(labels.scopes())
        .containsExactly(
            new Ledger.Scope("tenant-1", 1, 1),
            new Ledger.Scope("tenant-2", 1, 0),
            new Ledger.Scope("tenant-3", 1, 0),
            new Ledger.Scope("tenant-4", 1, 0));
    assertThat(labels.moreOpened()).isEqualTo(5);
    assertThat(labels.moreEnded()).isEqualTo(1);
  }

  @Test
  void a_close_is_counted_once_however_often_it_is_called() {
    Kind client = run.client();
    Object resource = run.kept();
    Object scope = Scopes.enter("tenant-7");
    open(client, resource);
    Scopes.leave(scope);
    client.closes(resource);
    client.closes(resource);

    assertThat(run.ledger.read().labels().get(0).scopes())
        .containsExactly(new Ledger.Scope("tenant-7", 1, 1));
  }

  @Test
  void keeps_the_first_and_the_last_trace_of_what_is_open() {
    run.client().opened();
    Labels labels = new Labels(run.ledger, run.ledger.labels(0));
    Tracked[] opened = new Tracked[9];
    for (int at = 0; at < opened.length; at++) {
      opened[at] = tracked(at);
      labels.opened(opened[at], null, "trace-" + at);
    }
    assertThat(traces()).containsExactly("trace-0", "trace-1", "trace-2", "trace-8");

    labels.ended(opened[0]);
    labels.ended(opened[5]);
    labels.ended(opened[8]);
    assertThat(traces()).containsExactly("trace-1", "trace-2");
  }

  private Tracked tracked(int at) {
    return new Tracked(run.kept(), null, null, null, 1_000 + at);
  }

  private List<String> traces() {
    return run.ledger.read().labels().get(0).traces().stream().map(Ledger.Trace::id).toList();
  }

  // In one line, so that it is one place.
  private static void open(Kind client, Object resource) {
    client.opens(resource);
  }
}
