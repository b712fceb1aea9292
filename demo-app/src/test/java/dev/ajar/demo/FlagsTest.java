package dev.ajar.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FlagsTest {

  @Test
  void sends_the_usual_traffic_and_stays_up_without_flags() {
    assertThat(Flags.parse()).isEqualTo(new Flags(0, 1400, false));
  }

  @Test
  void takes_every_flag() {
    assertThat(Flags.parse("--port=8080", "--requests=28", "--exit-after-traffic"))
        .isEqualTo(new Flags(8080, 28, true));
  }

  @Test
  void refuses_an_unknown_flag_by_name() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Flags.parse("--request=28"))
        .withMessage("unknown flag --request=28");
  }

  @Test
  void refuses_what_is_not_a_number_in_range() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Flags.parse("--port=65536"))
        .withMessage("--port=65536 needs a number from 0 to 65535");
    assertThatIllegalArgumentException().isThrownBy(() -> Flags.parse("--requests=many"));
  }
}
