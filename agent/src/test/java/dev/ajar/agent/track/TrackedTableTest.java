package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrackedTableTest {

  private static final int MANY = 100_000;

  private final TrackedTable table = new TrackedTable();
  private final ReferenceQueue<Object> queue = new ReferenceQueue<>();

  @Test
  void finds_what_was_put_in_and_nothing_else() {
    Object resource = new Object();
    Tracked tracked = tracked(resource);

    assertThat(table.find(resource)).isNull();
    assertThat(table.addIfAbsent(resource, tracked)).isNull();
    assertThat(table.find(resource)).isSameAs(tracked);
    assertThat(table.find(new Object())).isNull();
  }

  @Test
  void keeps_the_first_of_two_for_one_resource() {
    Object resource = new Object();
    Tracked first = tracked(resource);
    Tracked second = tracked(resource);
    table.addIfAbsent(resource, first);

    assertThat(table.addIfAbsent(resource, second)).isSameAs(first);
    assertThat(table.find(resource)).isSameAs(first);
    assertThat(table.remove(second)).isFalse();
    assertThat(table.find(resource)).isSameAs(first);
  }

  @Test
  void takes_out_once() {
    Object resource = new Object();
    Tracked tracked = tracked(resource);
    table.addIfAbsent(resource, tracked);

    assertThat(table.remove(tracked)).isTrue();
    assertThat(table.remove(tracked)).isFalse();
    assertThat(table.find(resource)).isNull();
    assertThat(table.addIfAbsent(resource, tracked)).isNull();
    assertThat(table.find(resource)).isSameAs(tracked);
  }

  @Test
  void tells_two_resources_of_the_same_hash_apart() {
    Map<Integer, Object> byHash = new HashMap<>();
    Object left = new Object();
    Object right = byHash.put(System.identityHashCode(left), left);
    while (right == null) { // the birthday paradox: after some 50,000
      left = new Object();
      right = byHash.put(System.identityHashCode(left), left);
    }
    Tracked trackedLeft = tracked(left);
    Tracked trackedRight = tracked(right);
    table.addIfAbsent(left, trackedLeft);
    assertThat(table.find(right)).isNull();
    table.addIfAbsent(right, trackedRight);

    assertThat(table.find(left)).isSameAs(trackedLeft);
    assertThat(table.find(right)).isSameAs(trackedRight);
    assertThat(table.remove(trackedLeft)).isTrue();
    assertThat(table.find(left)).isNull();
    assertThat(table.find(right)).isSameAs(trackedRight);
  }

  @Test
  void finds_each_of_very_many_while_others_come_and_go() {
    List<Object> resources = new ArrayList<>();
    List<Tracked> all = new ArrayList<>();
    for (int at = 0; at < MANY; at++) {
      resources.add(new Object());
      all.add(tracked(resources.get(at)));
      assertThat(table.addIfAbsent(resources.get(at), all.get(at))).isNull();
    }
    List<Tracked> gone = new ArrayList<>(all);
    Collections.shuffle(gone, new Random(1));
    gone = gone.subList(0, MANY / 2);
    for (Tracked tracked : gone) {
      assertThat(table.remove(tracked)).isTrue();
    }
    Map<Tracked, Boolean> left = new HashMap<>();
    gone.forEach(tracked -> left.put(tracked, true));

    for (int at = 0; at < MANY; at++) {
      Tracked tracked = all.get(at);
      Tracked expected = left.containsKey(tracked) ? null : tracked;
      assertThat(table.find(resources.get(at)) == expected).isTrue();
    }
  }

  @Test
  void takes_out_what_was_collected() {
    List<Object> kept = new ArrayList<>();
    for (int at = 0; at < 1_000; at++) {
      Object resource = new Object();
      table.addIfAbsent(resource, tracked(resource));
      if (at % 2 == 0) {
        kept.add(resource);
      }
    }
    int[] removed = new int[1];
    Garbage.collectUntil(
        "all taken out",
        () -> {
          for (Object gone = queue.poll(); gone != null; gone = queue.poll()) {
            assertThat(table.remove((Tracked) gone)).isTrue();
            removed[0]++;
          }
          return removed[0] == 500;
        });

    assertThat(kept).allMatch(resource -> table.find(resource) != null);
  }

  private Tracked tracked(Object resource) {
    return new Tracked(resource, queue, null, null, 0);
  }
}
