package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClockTest {

  @Test
  void starts_with_the_wall_clock() {
    long before = System.currentTimeMillis();
    Clock clock = new Clock(System.currentTimeMillis(), System.nanoTime());

    assertThat(clock.start()).isBetween(before, System.currentTimeMillis());
    assertThat(clock.start()).isEqualTo(clock.start());
  }

  @Test
  void only_moves_forward() {
    Clock clock = new Clock(System.currentTimeMillis(), System.nanoTime());
    long last = clock.start();
    for (int times = 0; times < 100_000; times++) {
      long now = clock.now();
      assertThat(now >= last).isTrue();
      last = now;
    }
  }

  @Test
  void moves_on() {
    Clock clock = new Clock(System.currentTimeMillis(), System.nanoTime());
    while (clock.now() == clock.start()) {
      Thread.onSpinWait();
    }

    assertThat(clock.now()).isGreaterThan(clock.start());
  }
}
