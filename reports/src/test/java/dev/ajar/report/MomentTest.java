package dev.ajar.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-21T09:14:03.120Z",
        "2024-02-29T23:59:59.999Z",
        "1970-01-01T00:00:00.001Z",
        "9999-12-31T23:59:59.000Z",
        "1969-12-31T23:59:59.999Z",
      })
  void reads_as_the_standard_has_it(String iso) {
    assertThat(new Moment(Instant.parse(iso).toEpochMilli()).iso()).isEqualTo(iso);
  }

  @Test
  void is_none_where_the_ledger_has_none() {
    assertThat(Moment.orNull(0)).isNull();
    assertThat(Moment.orNull(-5)).isNull();
    assertThat(Moment.orNull(Long.MAX_VALUE)).isNull();
    assertThat(Moment.orNull(1)).isEqualTo(new Moment(1));
  }
}
