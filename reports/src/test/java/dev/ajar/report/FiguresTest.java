package dev.ajar.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0|0", "999|999", "1000|1,000", "1234567|1,234,567", "-999|-999", "-1000|-1,000"})
  void groups_digits_by_three(long value, String text) {
    assertThat(Figures.grouped(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0,00:00:00", "59,00:00:59", "3661,01:01:01", "360000,100:00:00"})
  void tells_seconds_as_a_clock_does(long seconds, String text) {
    StringBuilder clock = new StringBuilder();
    Figures.clock(clock, seconds);

    assertThat(clock).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0.04|0.0", "1.25|1.3", "12.9|12.9", "1234.96|1,235.0"})
  void rounds_to_one_decimal(double value, String text) {
    assertThat(Figures.tenths(value)).isEqualTo(text);
  }
}
