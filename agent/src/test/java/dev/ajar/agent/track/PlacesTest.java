package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.Frame;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.ledger.Loss;
import dev.ajar.ledger.SiteKind;
import dev.ajar.ledger.SiteRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {

  // What is left for stacks of their own; the rest is kept for the places without one.
  private static final int RESERVED = 256;
  private static final int BOUND = LedgerWriter.MAX_SITES - RESERVED;

  private final Tracking run = new Tracking();
  private final TrackedType client = run.client().type();
  private final TrackedType response = run.handout().type();
  private final Caller api = Caller.of("com.acme.Api");

  @Test
  void finds_the_place_of_an_equal_stack_again() throws ReflectiveOperationException {
    for (Places places : bothWays(32)) {
      List<Place> found = new ArrayList<>();
      for (int times = 0; times < 3; times++) {
        api.at(7, () -> found.add(places.here(client, this, SiteKind.OPENING)));
      }
      assertThat(found).doesNotContainNull().containsOnly(found.get(0));
    }
  }

  @Test
  void tells_lines_types_and_kinds_apart() throws ReflectiveOperationException {
    for (Places places : bothWays(32)) {
      List<Place> found = new ArrayList<>();
      for (int line : new int[] {7, 8}) {
        for (TrackedType type : List.of(client, response)) {
          for (SiteKind kind : SiteKind.values()) {
            api.at(line, () -> found.add(places.here(type, this, kind)));
          }
        }
      }
      assertThat(found)
          .doesNotContainNull()
          .doesNotHaveDuplicates()
          .hasSize(4 * SiteKind.values().length);
    }
  }

  @Test
  void two_calls_in_one_line_are_one_place() throws ReflectiveOperationException {
    for (Places places : bothWays(1)) {
      List<Place> found = new ArrayList<>();
      Runnable find = () -> found.add(places.here(client, this, SiteKind.OPENING));
      api.at(7, find);
      api.elsewhereAt(7, find);
      assertThat(found).hasSize(2).doesNotContainNull().containsOnly(found.get(0));
    }
  }

  @Test
  void the_same_code_deployed_twice_is_one_place() throws ReflectiveOperationException {
    for (Places places : bothWays(32)) {
      List<Place> found = new ArrayList<>();
      for (Caller deployed : List.of(api, Caller.of("com.acme.Api"))) {
        deployed.at(7, () -> found.add(places.here(client, this, SiteKind.OPENING)));
      }
      assertThat(found).hasSize(2).doesNotContainNull().containsOnly(found.get(0));
    }
  }

  @Test
  void stores_a_place_with_its_stack() {
    Places places = new Places(run.ledger, new Stacks(2, null));
    api.at(7, () -> api.at(9, () -> places.here(client, this, SiteKind.CLOSING)));

    Ledger.Site site = run.ledger.read().sites().get(0);
    assertThat(site.closing()).isTrue();
    assertThat(site.type().name()).isEqualTo("kind 1");
    assertThat(site.stack()).hasSize(2);
    assertThat(site.stack().get(0)).isEqualTo(new Frame("com.acme.Api", "accept", "Api.java", 9));
  }

  @Test
  void has_one_place_without_a_stack_for_each_type() {
    Places places = new Places(run.ledger, new Stacks(32, null));

    assertThat(places.nowhere(client)).isNotNull().isSameAs(places.nowhere(client));
    assertThat(places.nowhere(response)).isNotNull().isNotSameAs(places.nowhere(client));
    assertThat(run.ledger.read().sites()).hasSize(2).allMatch(site -> site.stack().isEmpty());
  }

  @Test
  void counts_without_a_stack_what_is_beyond_the_bound() throws ReflectiveOperationException {
    Places places = new Places(run.ledger, new Stacks(6, BacktraceTest.ofThisJvm()));
    List<Place> found = new ArrayList<>();
    Runnable open = () -> found.add(places.here(client, this, SiteKind.OPENING));
    Caller job = Caller.of("com.acme.Job");
    for (int line = 1; line <= Caller.LINES; line++) {
      openFrom(job, line, open);
    }

    List<Place> own = found.subList(0, BOUND);
    assertThat(found).hasSize(LedgerWriter.MAX_SITES);
    assertThat(own).doesNotContainNull().doesNotHaveDuplicates();
    assertThat(found.subList(BOUND, found.size())).containsOnly(places.nowhere(client));
    assertThat(own).doesNotContain(places.nowhere(client));
    assertThat(run.lost(Loss.PLACES)).isEqualTo(RESERVED);

    openFrom(job, 1, open);
    assertThat(found.subList(LedgerWriter.MAX_SITES, found.size()))
        .isEqualTo(found.subList(0, Caller.LINES));
    assertThat(run.lost(Loss.PLACES)).isEqualTo(RESERVED);
  }

  private void openFrom(Caller job, int line, Runnable open) {
    job.at(line, () -> openFromEveryLine(open));
  }

  private void openFromEveryLine(Runnable open) {
    for (int line = 1; line <= Caller.LINES; line++) {
      api.at(line, open);
    }
  }

  @Test
  void has_no_place_when_the_ledger_has_no_room_at_all() {
    while (room()) {
      // All rows are taken by somebody else.
    }
    Places places = new Places(run.ledger, new Stacks(32, null));

    api.at(7, () -> assertThat(places.here(client, this, SiteKind.OPENING)).isNull());
    assertThat(places.nowhere(client)).isNull();
    assertThat(run.lost(Loss.PLACES)).isEqualTo(3);
  }

  private boolean room() {
    SiteRow row = run.ledger.site(0, SiteKind.OPENING, List.of());
    return row != null;
  }

  @Test
  void opens_nothing_when_the_ledger_has_no_room_at_all() {
    Kind late = run.client();
    while (room()) {
      // All rows are taken by somebody else.
    }
    Object resource = late.opened();
    late.uses(resource, "http://api.example.org/");
    late.closes(resource);

    assertThat(run.live()).isEmpty();
    assertThat(run.lost(Loss.FAULTS)).isZero();
  }

  private List<Places> bothWays(int depth) throws ReflectiveOperationException {
    return List.of(
        new Places(run.ledger, new Stacks(depth, BacktraceTest.ofThisJvm())),
        new Places(run.ledger, new Stacks(depth, null)));
  }
}
