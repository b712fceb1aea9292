package dev.ajar.agent.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings that Ajar's events have of their own. */
class SettingsTest {

  @ParameterizedTest
  @CsvSource({"20 ms, 20", "3 s, 3000", "1m, 60000", "2 h, 7200000", "off, 0", "'', 0", "7, 0"})
  void a_span_is_a_number_and_a_unit(String span, long millis) {
    assertThat(Amount.millis(span)).isEqualTo(millis);
  }

  @ParameterizedTest
  @CsvSource({"100/s, 100", "60/m, 1", "5/ms, 5000", "off, -1", "'', -1", "7, -1", "/s, -1"})
  void a_rate_is_a_number_a_slash_and_a_unit(String rate, double perSecond) {
    assertThat(Amount.perSecond(rate)).isEqualTo(perSecond);
  }

  @Test
  void of_several_recordings_the_one_that_asks_for_most_counts() {
    assertThat(new RateControl().combine(Set.of("10/s", "100/s"))).isEqualTo("100/s");
    assertThat(new RateControl().combine(Set.of("10/s", "off"))).isEqualTo("off");
    assertThat(new LifetimeControl().combine(Set.of("20 ms", "1 s"))).isEqualTo("20 ms");
    assertThat(new KindsControl().combine(Set.of("client", "part+client")))
        .isEqualTo("client+part");
  }

  @Test
  void a_rate_lets_through_a_second_of_events_and_then_what_time_brings() {
    RateControl control = new RateControl();
    control.setValue("2/s");
    long now = System.nanoTime() + 10_000_000_000L;

    assertThat(control.holds(now)).isTrue();
    assertThat(control.holds(now)).isTrue();
    assertThat(control.holds(now)).isFalse();
    assertThat(control.holds(now + 500_000_000L)).isTrue();
    assertThat(control.holds(now + 500_000_000L)).isFalse();
  }

  @Test
  void kinds_and_lifetimes_are_told_apart() {
    KindsControl kinds = new KindsControl();
    LifetimeControl lifetime = new LifetimeControl();
    lifetime.setValue("20 ms");

    assertThat(kinds.holds("client")).isTrue();
    assertThat(kinds.holds("handout")).isFalse();
    kinds.setValue("part + handout");
    assertThat(kinds.holds("client")).isFalse();
    assertThat(kinds.holds("handout")).isTrue();
    assertThat(lifetime.holds(19)).isFalse();
    assertThat(lifetime.holds(20)).isTrue();
  }
}
