package dev.ajar.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

  @Test
  void are_those_of_the_run() {
    Limits limits = new Limits(7, 8, 9);

    assertThat(limits.text()).isEqualTo("piled-up:7+partial:8+churn:9");
    assertThat(Limits.of(Map.of("thresholds", limits.text()))).isEqualTo(limits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "churn", "churn:", "churn:0", "churn:-1", "churn:99999999999", "x:1+"})
  void are_the_usual_ones_where_a_ledger_does_not_tell(String text) {
    assertThat(Limits.of(Map.of("thresholds", text))).isEqualTo(Limits.DEFAULT);
    assertThat(Limits.of(Map.of())).isEqualTo(Limits.DEFAULT);
  }
}
