package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeaknessTest {

  private final Tracking run = new Tracking();
  private final Kind client = run.client();
  private final Kind part = run.part();
  private final Kind response = run.handout();

  @Test
  void keeps_no_open_client_and_nothing_that_belongs_to_it() {
    List<WeakReference<Object>> forgotten = openAndForget();

    for (WeakReference<Object> reference : forgotten) {
      Garbage.collectUntil("collected", () -> reference.get() == null);
    }
    assertThat(client.counts().opened()).isEqualTo(1);
  }

  private List<WeakReference<Object>> openAndForget() {
    Object pool = part.openedForNobody();
    Object http = new Object();
    Object body = new Object();
    URI target = URI.create("http://api.example.org/" + System.nanoTime());
    client.opensWithPart(http, pool);
    response.opensOwnedBy(body, http);
    client.uses(http, target);
    return List.of(
        new WeakReference<>(pool),
        new WeakReference<>(http),
        new WeakReference<>(body),
        new WeakReference<>(target));
  }

  @Test
  void keeps_no_closed_client() {
    WeakReference<Object> closed = new WeakReference<>(client.openedForNobody());
    client.closes(closed.get());

    Garbage.collectUntil("collected", () -> closed.get() == null);
    assertThat(client.counts().closed()).isEqualTo(1);
  }

  @Test
  void keeps_nothing_of_its_own_for_what_was_collected() throws ReflectiveOperationException {
    Object pool = part.opened();
    Object body = new Object();
    Object open = client.openedForNobody();
    response.opensOwnedBy(body, pool);
    List<WeakReference<Tracked>> own =
        List.of(new WeakReference<>(tracked(body)), new WeakReference<>(tracked(open)));
    response.closes(body);
    body = null;
    open = null;

    for (WeakReference<Tracked> reference : own) {
      Garbage.collectUntil(
          "collected",
          () -> {
            run.tracker.settle();
            return reference.get() == null;
          });
    }
    assertThat(part.live()).hasSize(1);
  }

  /** What the tracker has of a resource. There is no other way to see that it lets go of it. */
  private Tracked tracked(Object resource) throws ReflectiveOperationException {
    Field table = Tracker.class.getDeclaredField("table");
    table.setAccessible(true);
    return ((TrackedTable) table.get(run.tracker)).find(resource);
  }

  @Test
  @SuppressWarnings("ReachabilityFenceUsage") // nothing here can throw and pass
  void keeps_neither_the_class_of_a_client_nor_the_classes_that_opened_and_closed_it() {
    List<WeakReference<ClassLoader>> loaders = openFromThrowAwayClasses();

    for (WeakReference<ClassLoader> loader : loaders) {
      Garbage.collectUntil("unloaded", () -> loader.get() == null);
    }
    assertThat(client.sites(false))
        .singleElement()
        .matches(site -> site.stack().get(0).className().equals("com.acme.Api"));
    assertThat(client.counts().opened()).isEqualTo(2);
    assertThat(client.counts().closed()).isEqualTo(1);
    Reference.reachabilityFence(run);
  }

  private List<WeakReference<ClassLoader>> openFromThrowAwayClasses() {
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    for (int deployment = 0; deployment < 2; deployment++) {
      Object http = Caller.of("com.acme.http.Client").instance();
      Caller api = Caller.of("com.acme.Api");
      api.at(7, () -> client.opens(http));
      if (deployment == 0) {
        api.at(9, () -> client.closes(http));
      }
      loaders.add(new WeakReference<>(http.getClass().getClassLoader()));
      loaders.add(new WeakReference<>(api.instance().getClass().getClassLoader()));
    }
    return loaders;
  }
}
